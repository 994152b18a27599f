/** Plumbing: pages, request guards, locales, error pages, the clock, the one entity manager. No business in here. */
@org.jspecify.annotations.NullMarked
package org.postern.web;
