/**
 * What the models are made of beside physics: state that is kept byte-exactly, and noise streams.
 */
@NullMarked
package org.holdpoint.world.state;

import org.jspecify.annotations.NullMarked;
