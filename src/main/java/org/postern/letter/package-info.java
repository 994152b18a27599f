/**
 * What travels: letters, their events, batches. The only place where a letter changes its state; steps call a verb
 * and this package writes the history, the counts and the dates of erasure in the same transaction.
 */
@org.jspecify.annotations.NullMarked
package org.postern.letter;
