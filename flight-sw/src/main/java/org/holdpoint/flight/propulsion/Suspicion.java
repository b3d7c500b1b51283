package org.holdpoint.flight.propulsion;

import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;

/**
 * The evidence for one failure of one thruster: that a share of a known signature is in what the
 * IMU felt beyond what was expected. Least squares for the share with forgetting; twice the
 * logarithm of its likelihood ratio against health is what it explains of the residuals squared
 * (generalised likelihood ratio; Basseville and Nikiforov 1993, section 4.2.4). Impulse and angular
 * impulse are counted apart, because only a thruster gives both in one proportion.
 */
final class Suspicion implements Retained {
  /** Impulse and angular impulse may differ by this factor in the share that they speak for. */
  private static final double AGREEMENT = 0.5;

  private final double keeps;
  private double impulse;
  private double impulseWeight;
  private double angular;
  private double angularWeight;
  private double residual2;
  private double samples;

  /**
   * @param keeps share of the evidence so far that is kept when more comes in
   */
  Suspicion(double keeps) {
    this.keeps = keeps;
  }

  /**
   * One more residual, whitened.
   *
   * @param impulseTogether signature times residual, impulse
   * @param impulseSignature2 signature squared
   * @param angularTogether signature times residual, angular impulse
   * @param angularSignature2 signature squared
   * @param allResidual2 residual squared, all six
   */
  void add(
      double impulseTogether,
      double impulseSignature2,
      double angularTogether,
      double angularSignature2,
      double allResidual2) {
    impulse = keeps * impulse + impulseTogether;
    impulseWeight = keeps * impulseWeight + impulseSignature2;
    angular = keeps * angular + angularTogether;
    angularWeight = keeps * angularWeight + angularSignature2;
    residual2 = keeps * residual2 + allResidual2;
    samples = keeps * samples + 1;
  }

  void clear() {
    impulse = 0;
    impulseWeight = 0;
    angular = 0;
    angularWeight = 0;
    residual2 = 0;
    samples = 0;
  }

  /** The share of the signature that fits best; 0 without evidence. */
  double share() {
    double together = impulse + angular;
    double weight = impulseWeight + angularWeight;
    return together > 0 && weight > 0 ? together / weight : 0;
  }

  /** What the best share explains of the residuals squared. */
  double explained() {
    return share() * (impulse + angular);
  }

  /**
   * Whether chance and everything else are out of the question.
   *
   * @param certain explained residuals squared from which on it is no chance
   * @param part of what noise (6 for each sample) does not account for that it must explain
   */
  boolean sure(double certain, double part) {
    double share = share();
    return explained() > certain
        && explained() > part * (residual2 - 6 * samples)
        && impulse > AGREEMENT * share * impulseWeight
        && angular > AGREEMENT * share * angularWeight;
  }

  double samples() {
    return samples;
  }

  @Override
  public void save(StateWriter out) {
    out.put(impulse).put(impulseWeight).put(angular).put(angularWeight);
    out.put(residual2).put(samples);
  }

  @Override
  public void restore(StateReader in) {
    impulse = in.getDouble();
    impulseWeight = in.getDouble();
    angular = in.getDouble();
    angularWeight = in.getDouble();
    residual2 = in.getDouble();
    samples = in.getDouble();
  }
}
