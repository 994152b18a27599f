package org.postern.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Recipient;
import org.postern.letter.Advice.About;
import org.postern.review.Paragraphs.Piece;

/**
 * A letter that a reader has open. It holds nothing of the writer but the words and the signature.
 *
 * @param alike letters to other people in this room with much the same words
 * @param body as it was typed
 * @param paragraphs of the text as it was typed, each in pieces
 * @param words how many
 * @param fence and {@code hash}: what the reader saw; a decision on anything else is refused
 * @param minutesLeft of the claim
 * @param onto where it goes when approved: {@code ready}, {@code translate} or {@code held-<reason>}
 * @param writtenOn the day that stands on it
 * @param changed what its writer changed after advice; null where nobody asked for changes
 * @param care how many readers it wants, and whether somebody left it to a lead
 * @param blackedOut passages of the writer's words that blocks stand for
 * @param unsure whether the server could not tell the language of the words
 */
public record Reading(
        UUID id,
        Recipient to,
        Proof proof,
        List<UUID> alike,
        String body,
        List<List<Piece>> paragraphs,
        String signedAs,
        boolean photo,
        String language,
        boolean unsure,
        long words,
        long fence,
        String hash,
        long minutesLeft,
        String onto,
        LocalDate writtenOn,
        Waiting waiting,
        WhoReads.Care care,
        @Nullable Beside changed,
        List<String> blackedOut) {
    /** @return where its next reader's approval takes it: as {@code onto}, or {@code first} where another one reads it then */
    public String goes() {
        return care.readers().equals("first") || care.readers().equals("alone") ? "first" : onto;
    }

    /** @return what may be blacked out, and what is: each find that leads to a person, in the order of the flags */
    public List<String> personal() {
        return proof.flags().stream()
                .filter(flag -> flag.about() == About.PERSONAL)
                .map(Flag::quote)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** @return which language the words look like, where the writer chose another one */
    public @Nullable String looksLike() {
        return proof.flags().stream()
                .filter(flag -> flag.key().equals("flag.language"))
                .map(flag -> flag.arguments().get(0).toString())
                .findFirst()
                .orElse(null);
    }
}
