package org.holdpoint.dictionary.event;

/**
 * One event with its numbers, as it goes into a TM[5,x]: event code U16, then three F32.
 *
 * @param event which event
 * @param a first number of the template; enumeration constants by their code; 0 when unused
 * @param b second number
 * @param c third number
 */
public record EventReport(ChaserEvent event, double a, double b, double c) {}
