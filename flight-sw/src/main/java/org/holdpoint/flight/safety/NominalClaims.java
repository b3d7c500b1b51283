package org.holdpoint.flight.safety;

import org.holdpoint.flight.guidance.GuidanceReference;
import org.holdpoint.flight.mode.ModeDecision;
import org.holdpoint.flight.navigation.NavigationSolution;

/**
 * What the nominal chain claims. The monitor checks these claims and arms rules by them; it never
 * takes its own state from them.
 */
public record NominalClaims(
    NavigationSolution navigation, ModeDecision mode, GuidanceReference reference) {}
