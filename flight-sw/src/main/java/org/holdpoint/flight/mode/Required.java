package org.holdpoint.flight.mode;

import org.holdpoint.dictionary.telemetry.AuthorityLevel;
import org.holdpoint.dictionary.telemetry.Holder;
import org.holdpoint.flight.command.AuthorityToken;

/** Authority that a row of the mode table asks for. */
enum Required {
  /** The vehicle acts by itself. */
  NOBODY {
    @Override
    boolean isMetBy(AuthorityToken token) {
      return true;
    }
  },
  /** A person consents, whoever holds translation; not while flown by hand. */
  CONSENT {
    @Override
    boolean isMetBy(AuthorityToken token) {
      return token.level() != AuthorityLevel.DIRECT;
    }
  },
  /** Ground holds translation. */
  GROUND_TRANSLATION {
    @Override
    boolean isMetBy(AuthorityToken token) {
      return token.translation() == Holder.GROUND;
    }
  },
  /** Ground holds attitude. */
  GROUND_ATTITUDE {
    @Override
    boolean isMetBy(AuthorityToken token) {
      return token.attitude() == Holder.GROUND;
    }
  };

  abstract boolean isMetBy(AuthorityToken token);
}
