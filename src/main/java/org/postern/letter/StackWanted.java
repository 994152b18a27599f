package org.postern.letter;

import java.time.Instant;
import java.util.Map;
import org.postern.directory.Recipient;
import org.postern.site.PrintSite;

/**
 * Somebody has chosen the letters of a stack already and wants them frozen, set and entered as one batch. Fired within
 * the transaction; the step that prints answers before it returns, or throws when a letter cannot be printed.
 *
 * @param letters READY, each with whom it goes to, all for one kind of envelope
 * @param staff who claims it
 */
public record StackWanted(PrintSite site, Map<Letter, Recipient> letters, long staff, Instant at) {}
