package org.holdpoint.rehearsal;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a real ground station counted, beside what the spacecraft sent.
 *
 * @param reportsGenerated housekeeping reports by the packet's name
 * @param reportsInParameterArchive of them those whose values the archive gives back
 */
public record GroundTally(
    long framesSent,
    long framesReceived,
    long packetsGenerated,
    long packetsArchived,
    Map<String, Long> reportsGenerated,
    Map<String, Long> reportsInParameterArchive,
    String journal) {
  /** Packets whose reports are not all in the parameter archive, with both counts; else empty. */
  public String reportsMissing() {
    return reportsGenerated.entrySet().stream()
        .filter(sent -> !sent.getValue().equals(reportsInParameterArchive.get(sent.getKey())))
        .map(
            sent ->
                "%s: %d generated, %d in the parameter archive"
                    .formatted(
                        sent.getKey(),
                        sent.getValue(),
                        reportsInParameterArchive.getOrDefault(sent.getKey(), 0L)))
        .collect(Collectors.joining("; "));
  }

  public static long total(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
