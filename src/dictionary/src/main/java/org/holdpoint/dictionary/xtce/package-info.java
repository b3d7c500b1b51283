/**
 * The dictionary's declarations flow in; the mission database of the onboard side flows out as XTCE
 * 1.2.
 */
@NullMarked
package org.holdpoint.dictionary.xtce;

import org.jspecify.annotations.NullMarked;
