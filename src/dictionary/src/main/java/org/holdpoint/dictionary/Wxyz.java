package org.holdpoint.dictionary;

/** A unit quaternion, scalar first, Hamilton, q0 >= 0 on the wire. */
public record Wxyz(
    @Field("scalar part") double q0,
    @Field("x") double q1,
    @Field("y") double q2,
    @Field("z") double q3) {}
