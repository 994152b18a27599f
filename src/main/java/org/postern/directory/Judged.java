package org.postern.directory;

/**
 * What a rule looks at.
 *
 * @param body the words as they were typed
 * @param language BCP 47, of the words
 * @param pages as they will be printed; 0 while that is not known
 * @param photos how many
 * @param hasBirthYear whether the person's year of birth is known
 * @param hasNumber whether the person's prisoner number is known
 */
public record Judged(String body, String language, int pages, int photos, boolean hasBirthYear, boolean hasNumber) {}
