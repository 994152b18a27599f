/**
 * The writer is told: what waits in the outbox becomes mail, in words that name nobody and say nothing of what the
 * message is. In the demo mails are kept and shown, and go nowhere.
 */
@org.jspecify.annotations.NullMarked
package org.postern.notify;
