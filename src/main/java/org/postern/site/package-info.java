/** Where letters become paper: print sites, what lies there, and the countries that their post reaches. */
@org.jspecify.annotations.NullMarked
package org.postern.site;
