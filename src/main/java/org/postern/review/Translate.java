package org.postern.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.directory.RulePacks;
import org.postern.letter.Holds;
import org.postern.letter.Letter;
import org.postern.letter.Letter.Approval;
import org.postern.letter.LetterPairs;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.letter.NotNow;
import org.postern.letter.Onward;
import org.postern.letter.TranslationMarks;
import org.postern.letter.TranslationMarks.Mark;
import org.postern.letter.Words;
import org.postern.review.CheckTranslation.NewMark;
import org.postern.staff.Audit;
import org.postern.typeset.Manuscript.Translated;

/**
 * What translators and second readers do with a letter, each deed one transaction on the locked letter. Whoever
 * translated never checks: what is printed was approved by somebody who did not write it.
 */
@Dependent
class Translate {
    private final Letters letters;
    private final LetterPairs pairs;
    private final Translations translations;
    private final TranslationMarks marks;
    private final People people;
    private final RulePacks packs;
    private final Proofs proofs;
    private final Onward onward;
    private final Holds holds;
    private final Audit audit;

    @Inject
    public Translate(
            Letters letters,
            LetterPairs pairs,
            Translations translations,
            TranslationMarks marks,
            People people,
            RulePacks packs,
            Proofs proofs,
            Onward onward,
            Holds holds,
            Audit audit) {
        this.letters = letters;
        this.pairs = pairs;
        this.translations = translations;
        this.marks = marks;
        this.people = people;
        this.packs = packs;
        this.proofs = proofs;
        this.onward = onward;
        this.holds = holds;
        this.audit = audit;
    }

    /** @return the letter of this pair of languages that waits longest, now this translator's for seven days */
    @Transactional
    public Optional<UUID> claimNext(String from, String into, long staff, Instant now) {
        return pairs.claimNext(from, translations.recipients(from, into, now), staff, now)
                .map(Letter::id);
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
     * Keeps what a translator typed; what the form lacks stays as it was.
     *
     * @return the whole translation as it is kept now
     * @throws NotNow if the claim ran out or the letter is gone
     */
    @Transactional
    public String keep(UUID id, long staff, long fence, Typing typed, Instant now) {
        Letter letter = locked(id);
        String text = typed.over(
                Paragraphs.of(words(letter).body()).size(),
                letters.translationOf(letter).orElse(""));
        letters.saveTranslation(letter, staff, fence, text, now);
        return text;
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
            audit.record(staff, "letter.translated", id.toString(), into);
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
        if (approval.state() == LetterState.IN_TRANSLATION
                || marks.on(letter).stream().anyMatch(Mark::isOpen)
                || proofs.of(letter, printed, letter.printLanguage(), to).stops()) {
            throw new NotNow(NotNow.Why.CHANGED, "It cannot be printed by the rules as they are now");
        }
        holds.tell(letter, TakeBack.until(now), now);
        audit.record(staff, "letter.checked", id.toString(), Decide.codes(letter));
        return approval;
    }

    /**
     * The second reader wants it printed with its original after it, or without; what they read next is printed so.
     *
     * @return false where the place does not take it with its original
     * @throws NotNow if the claim ran out
     */
    @Transactional
    public boolean withOriginal(UUID id, long staff, long fence, boolean original, Instant now) {
        Letter letter = locked(id);
        boolean fits = !original || translations.original(letter).fits();
        letter.choosesOriginal(original && fits, staff, fence, now);
        return fits;
    }

    /**
     * Back to a translator, who answers each mark.
     *
     * @param advice on the whole; may be empty if there are marks
     * @throws NotNow if the claim ran out
     */
    @Transactional
    public void sendBack(UUID id, long staff, long fence, String advice, List<NewMark> made, Instant now) {
        Letter letter = locked(id);
        letters.sendBackToTranslator(letter, staff, fence, advice, now);
        made.forEach(mark -> marks.make(letter, staff, mark.paragraph(), mark.words(), mark.suggestion()));
        audit.record(staff, "letter.sent-back", id.toString());
    }

    /**
     * The translator takes a mark: a suggestion of it stands in the text then, in the place of their paragraph.
     *
     * @throws NotNow if the claim ran out
     */
    @Transactional
    public void take(UUID id, long staff, long fence, UUID mark, Instant now) {
        Letter letter = locked(id);
        List<String> paragraphs =
                new ArrayList<>(Paragraphs.kept(letters.translationOf(letter).orElse("")));
        marks.take(letter, mark)
                // In a text of one piece nobody knows which paragraph it was: the translator puts it in.
                .filter(taken -> !taken.suggestion().isEmpty()
                        && taken.paragraph() <= paragraphs.size()
                        && paragraphs.size()
                                == Paragraphs.of(words(letter).body()).size())
                .ifPresent(taken -> paragraphs.set(taken.paragraph() - 1, taken.suggestion()));
        letters.saveTranslation(letter, staff, fence, Paragraphs.join(paragraphs), now);
    }

    /**
     * The translator keeps the text that a mark is about.
     *
     * @throws NotNow if the claim ran out
     */
    @Transactional
    public void keepMine(UUID id, long staff, long fence, UUID mark, String why, Instant now) {
        Letter letter = locked(id);
        letters.saveTranslation(
                letter, staff, fence, letters.translationOf(letter).orElse(""), now);
        marks.keep(letter, mark, why);
    }

    Words words(Letter letter) {
        return letters.wordsToRead(letter).orElseThrow(Translate::gone);
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
