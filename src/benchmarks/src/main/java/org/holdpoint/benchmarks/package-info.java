/**
 * How fast and how exact Holdpoint is. In flow scenarios and worlds; out go figures for a person
 * and as JSON. Timing is measured here and asserted nowhere.
 */
@NullMarked
package org.holdpoint.benchmarks;

import org.jspecify.annotations.NullMarked;
