/**
 * Postal lines: the order of each country, names of countries as the sending post reads them, Latin letters. Pure functions
 * over plain values; nothing here knows a recipient.
 */
@NullMarked
package org.postern.address;

import org.jspecify.annotations.NullMarked;
