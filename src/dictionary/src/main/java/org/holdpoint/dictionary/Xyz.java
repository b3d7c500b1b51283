package org.holdpoint.dictionary;

/** Three components of a vector; frame and unit are those of the field that holds it. */
public record Xyz(@Field("x") double x, @Field("y") double y, @Field("z") double z) {}
