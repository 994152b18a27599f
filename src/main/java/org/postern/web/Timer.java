package org.postern.web;

import java.time.Duration;

/**
 * Something that happens by itself. A step produces it as a CDI bean, one line; {@link Scheduler} runs it on one node at
 * a time, at least once: its deed must bear being done twice.
 *
 * @param name unique, lower case; its row in {@code scheduled_tasks}
 * @param every the pause between two runs
 */
public record Timer(String name, Duration every, Runnable deed) {}
