/**
 * Who may be written to: prisoners and officials, the places they are in, and the rules of country, place and person.
 * Knows nothing of letters; a rule judges what is told to it.
 */
@org.jspecify.annotations.NullMarked
package org.postern.directory;
