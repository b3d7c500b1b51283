package org.holdpoint.rehearsal.launch;

import java.util.concurrent.Callable;

/**
 * A command of {@code ./holdpoint} that another module adds, found by {@link
 * java.util.ServiceLoader}; it carries picocli's annotations.
 */
public interface FurtherCommand extends Callable<Integer> {}
