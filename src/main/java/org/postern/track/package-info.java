/**
 * Organisers see: volumes by week, person and state, what waits too long, who gets little post, exports, and the open
 * numbers for everybody. Counts only: no letter is ever read here.
 */
@org.jspecify.annotations.NullMarked
package org.postern.track;
