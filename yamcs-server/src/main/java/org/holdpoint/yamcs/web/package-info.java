/**
 * What browsers get from our plugin: the page of this server's role, served from the console's
 * class-path folder, its link in Yamcs's side bar, and the role's API.
 */
@NullMarked
package org.holdpoint.yamcs.web;

import org.jspecify.annotations.NullMarked;
