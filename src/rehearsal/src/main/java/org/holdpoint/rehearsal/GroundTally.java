package org.holdpoint.rehearsal;

/** What a real ground station counted, beside what the spacecraft sent. */
public record GroundTally(
    long framesSent,
    long framesReceived,
    long packetsGenerated,
    long packetsArchived,
    long reportsGenerated,
    long reportsInParameterArchive,
    String journal) {}
