package org.holdpoint.flight.command;

/**
 * Which reports the sender of a telecommand asked for.
 *
 * @param request the telecommand
 * @param flags 1 acceptance, 2 start, 4 progress, 8 completion; failures are always reported
 * @param service service type of the telecommand
 * @param subtype message subtype
 */
public record Acknowledgement(RequestId request, int flags, int service, int subtype) {}
