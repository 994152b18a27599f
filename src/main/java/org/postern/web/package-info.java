/**
 * Plumbing: pages and their words, request guards, settings, the clock, the start. Knows nothing of letters; what a
 * page shows comes from the step that owns it.
 */
@org.jspecify.annotations.NullMarked
package org.postern.web;
