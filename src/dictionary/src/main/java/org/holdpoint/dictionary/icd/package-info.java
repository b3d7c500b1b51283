/**
 * The dictionary's declarations flow in; the interface document for people flows out as Markdown.
 */
@NullMarked
package org.holdpoint.dictionary.icd;

import org.jspecify.annotations.NullMarked;
