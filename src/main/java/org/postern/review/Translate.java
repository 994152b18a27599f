package org.postern.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.directory.RulePacks;
import org.postern.letter.Holds;
import org.postern.letter.Letter;
import org.postern.letter.Letter.Approval;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.letter.NotNow;
import org.postern.letter.Onward;
import org.postern.letter.Words;
import org.postern.typeset.Manuscript.Translated;

/**
 * What translators and second readers do with a letter, each deed one transaction on the locked letter. Whoever
 * translated never checks: what is printed was approved by somebody who did not write it.
 */
@Dependent
class Translate {
    /** More than ever wait at once; the oldest come first anyway. */
    private static final int MOST = 1_000;

    private final Letters letters;
    private final People people;
    private final RulePacks packs;
    private final Proofs proofs;
    private final Onward onward;
    private final Holds holds;

    @Inject
    public Translate(Letters letters, People people, RulePacks packs, Proofs proofs, Onward onward, Holds holds) {
        this.letters = letters;
        this.people = people;
        this.packs = packs;
        this.proofs = proofs;
        this.onward = onward;
        this.holds = holds;
    }

    /** @return the letter of this pair of languages that waits longest, now this translator's for seven days */
    @Transactional
    public Optional<UUID> claimNext(String from, String into, long staff, Instant now) {
        return letters.in(LetterState.IN_TRANSLATION, MOST).stream()
                .filter(letter -> letter.language().equals(from) && !letter.isClaimed(now))
                .filter(letter -> into(letter).equals(into))
                .filter(letter -> !letters.isBy(letter, staff))
                .map(Letter::id)
                .flatMap(id -> letters.lock(id).stream())
                // Asked again behind the lock: somebody may have been faster.
                .filter(letter -> letter.state() == LetterState.IN_TRANSLATION && !letter.isClaimed(now))
                .findFirst()
                .map(letter -> {
                    letter.claim(staff, now);
                    return letter.id();
                });
    }

    /** @return BCP 47 of the language that the place lets in: the first, if there are several */
    String into(Letter letter) {
        return packs.of(to(letter)).languages().get(0);
    }

    /** @throws NotNow if the claim ran out or the letter is gone */
    @Transactional
    public void save(UUID id, long staff, long fence, String text, Instant now) {
        letters.saveTranslation(locked(id), staff, fence, text, now);
    }

    /**
     * Hands the translation to a second reader. It is saved in any case.
     *
     * @return empty, or what keeps it from being printed; then it stays with the translator
     * @throws NotNow if the claim ran out or the letter is gone
     */
    @Transactional
    public List<Flag> finish(UUID id, long staff, long fence, String text, Instant now) {
        Letter letter = locked(id);
        letters.saveTranslation(letter, staff, fence, text, now);
        String into = into(letter);
        Recipient to = to(letter);
        Words printed = proofs.translated(letter, words(letter), text, into, to);
        List<Flag> stops = proofs.of(letter, printed, into, to).flags().stream()
                .filter(Flag::blocks)
                .toList();
        if (stops.isEmpty()) {
            Translated of = printed.translated();
            boolean original = of != null && !of.original().isEmpty();
            letters.translate(letter, staff, fence, into, text, original, now);
        }
        return stops;
    }

    /**
     * The second reader finds the translation true; its words are what is approved and printed.
     *
     * @param seenHash the content hash of what was read
     * @throws NotNow if the claim ran out, the reader translated it, it would be printed differently from what was read,
     *     or it cannot be printed any more
     */
    @Transactional
    public Approval accept(UUID id, long staff, long fence, String seenHash, Instant now) {
        Letter letter = locked(id);
        letters.keepFromItsWriter(letter, staff);
        Recipient to = to(letter);
        Words printed = letters.wordsToPrint(letter).orElseThrow(Translate::gone);
        Approval approval = onward.of(to, letter.printLanguage(), now);
        String hash = printed.contentHash(proofs.stationery(to));
        letter.confirmTranslation(staff, fence, hash, approval, now);
        if (!hash.equals(seenHash)) {
            throw new NotNow(NotNow.Why.CHANGED, "The sheet or the words changed since they were read");
        }
        if (proofs.of(letter, printed, letter.printLanguage(), to).stops()) {
            throw new NotNow(NotNow.Why.CHANGED, "It cannot be printed by the rules as they are now");
        }
        holds.tell(letter, now);
        return approval;
    }

    /**
     * @param advice what the next translator should look at again
     * @throws NotNow if the claim ran out
     */
    @Transactional
    public void sendBack(UUID id, long staff, long fence, String advice, Instant now) {
        letters.sendBackToTranslator(locked(id), staff, fence, advice, now);
    }

    Words words(Letter letter) {
        return letters.wordsOf(letter).orElseThrow(Translate::gone);
    }

    Recipient to(Letter letter) {
        return people.byId(letter.recipientId()).orElseThrow();
    }

    private Letter locked(UUID id) {
        return letters.lock(id).orElseThrow(Translate::gone);
    }

    private static NotNow gone() {
        return new NotNow(NotNow.Why.STATE, "It is not in this room any more");
    }
}
