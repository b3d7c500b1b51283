package org.holdpoint.flight.safety;

/** Four-valued result of a rule's condition. */
enum RuleOutcome {
  /** The condition holds: the rule is broken. */
  TRUE,
  /** It does not. */
  FALSE,
  /** The data are too old to tell. */
  STALE,
  /** The data are not numbers. */
  ERROR
}
