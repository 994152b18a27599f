package org.postern.notify;

/**
 * What a writer is told, ready to be sent: plain text without a name, a place or a word of the writer's.
 *
 * @param subject one line
 * @param body lines end in {@code \n}
 */
record Mail(String subject, String body) {}
