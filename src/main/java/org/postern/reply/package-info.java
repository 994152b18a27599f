/** What comes back from prison: scans of answers on their way to the writer, and letters that may be shown. No verbs. */
@org.jspecify.annotations.NullMarked
package org.postern.reply;
