/** Volunteers print: a batch is claimed and frozen, its one PDF is set, taken, printed, or given back. */
@org.jspecify.annotations.NullMarked
package org.postern.print;
