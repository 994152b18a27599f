/**
 * Organisers tend what letters need: the members and their audit, people, facilities, officials, campaigns. Changes
 * nouns by their verbs; never sees a letter.
 */
@org.jspecify.annotations.NullMarked
package org.postern.curate;
