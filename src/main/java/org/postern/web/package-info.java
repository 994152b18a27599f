/**
 * Plumbing of the pages: what every page knows about its reader ({@link org.postern.web.View}), words, rooms, small drawings'
 * geometry. Nothing here knows a letter or a person.
 */
@org.jspecify.annotations.NullMarked
package org.postern.web;
