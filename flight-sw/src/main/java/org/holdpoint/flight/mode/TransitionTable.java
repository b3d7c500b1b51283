package org.holdpoint.flight.mode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.holdpoint.dictionary.command.Refusal;

/**
 * A table of transitions: rows are tried in order, the first whose guard holds is taken; when none
 * does, a stated refusal answers. Knows no rendezvous.
 *
 * @param <M> modes
 * @param <T> triggers
 * @param <F> facts for the guards
 * @param <E> effects
 */
final class TransitionTable<M extends Enum<M>, T extends Enum<T>, F, E> {

  /**
   * In this mode, on this trigger, when the guard holds, go to the next mode with this effect.
   *
   * @param because reason, for operators
   */
  record Row<M, T, F, E>(
      M mode, T trigger, Guard<F> guard, M next, E effect, Required required, String because) {}

  /** In this mode this trigger is refused, or ignored when it is not a command. */
  record Refused<M, T>(M mode, T trigger, Refusal refusal, String because) {}

  /** What the table says: exactly one of the two. */
  record Answer<M, T, F, E>(Optional<Row<M, T, F, E>> row, Refusal refusal) {}

  private final List<Row<M, T, F, E>> rows;
  private final List<Refused<M, T>> refusals;

  TransitionTable(List<Row<M, T, F, E>> rows, List<Refused<M, T>> refusals) {
    this.rows = List.copyOf(rows);
    this.refusals = List.copyOf(refusals);
  }

  /** The row to take, or the refusal that stands where no row's guard holds. */
  Answer<M, T, F, E> answer(M mode, T trigger, F facts) {
    for (Row<M, T, F, E> row : rows) {
      if (row.mode() == mode && row.trigger() == trigger && row.guard().holds().test(facts)) {
        return new Answer<>(Optional.of(row), Refusal.NONE);
      }
    }
    for (Refused<M, T> refused : refusals) {
      if (refused.mode() == mode && refused.trigger() == trigger) {
        return new Answer<>(Optional.empty(), refused.refusal());
      }
    }
    throw new IllegalStateException(
        "no row and no refusal for " + trigger + " in " + mode + ": complete the mode table");
  }

  List<Row<M, T, F, E>> rows() {
    return rows;
  }

  List<Refused<M, T>> refusals() {
    return refusals;
  }

  /** Rows of one mode and trigger, in order. */
  List<Row<M, T, F, E>> rows(M mode, T trigger) {
    List<Row<M, T, F, E>> found = new ArrayList<>();
    for (Row<M, T, F, E> row : rows) {
      if (row.mode() == mode && row.trigger() == trigger) {
        found.add(row);
      }
    }
    return found;
  }
}
