/**
 * What goes over the space link, declared once: the vocabulary shared by the flight software and
 * the ground. Declarations are annotated records ({@code telemetry}, {@code command}) and enums
 * with explicit, append-only codes. From them come the codecs and {@code mdb/chaser.xml}. Nothing
 * of ours flows in.
 */
@NullMarked
package org.holdpoint.dictionary;

import org.jspecify.annotations.NullMarked;
