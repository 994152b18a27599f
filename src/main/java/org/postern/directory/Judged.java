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
public record Judged(String body, String language, int pages, int photos, boolean hasBirthYear, boolean hasNumber) {

    /** What an office needs not know of its official counts as known. */
    public static Judged of(Recipient to, String body, String language, int pages, int photos) {
        return new Judged(
                body,
                language,
                pages,
                photos,
                !(to instanceof Prisoner born) || born.birthYear() != null,
                !(to instanceof Prisoner numbered) || numbered.number() != null);
    }
}
