/** The letter's whole journey; see the packages, in the order in which a letter travels through them. */
@org.jspecify.annotations.NullMarked
package org.postern;
