package org.postern.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.Advice;
import org.postern.letter.Advice.About;
import org.postern.letter.Escalation;
import org.postern.letter.Escalations;
import org.postern.letter.Holds;
import org.postern.letter.Letter;
import org.postern.letter.Letter.Approval;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.Letters;
import org.postern.letter.NotNow;
import org.postern.letter.Onward;
import org.postern.letter.Words;
import org.postern.letter.Writers;
import org.postern.notice.NoticeKind;
import org.postern.staff.Audit;

/**
 * What a reader does with a letter, each deed one transaction on the locked letter, its notice to the writer in the
 * same. A use case, because the page catches {@link NotNow} outside the transaction and still has the typed words.
 */
@Dependent
class Decide {
    private final Letters letters;
    private final People people;
    private final Proofs proofs;
    private final Onward onward;
    private final Holds holds;
    private final Writers writers;
    private final WhoReads whoReads;
    private final Escalations escalations;
    private final Audit audit;

    @Inject
    public Decide(
            Letters letters,
            People people,
            Proofs proofs,
            Onward onward,
            Holds holds,
            Writers writers,
            WhoReads whoReads,
            Escalations escalations,
            Audit audit) {
        this.letters = letters;
        this.people = people;
        this.proofs = proofs;
        this.onward = onward;
        this.holds = holds;
        this.writers = writers;
        this.whoReads = whoReads;
        this.escalations = escalations;
        this.audit = audit;
    }

    /**
     * Claims one of the letters that wait longest, by lot: nobody can wait for a certain one.
     *
     * @param passedOver what this reader has just given back
     */
    @Transactional
    public Optional<UUID> claimNext(LetterState in, long staff, List<UUID> passedOver, Instant now) {
        return letters.claimNext(in, staff, passedOver, now).map(Letter::id);
    }

    /**
     * Claims a certain letter, or has it for longer.
     *
     * @throws NotNow if it is not in this room any more, or is somebody else's
     */
    @Transactional
    public void claim(UUID id, LetterState in, long staff, Instant now) {
        Letter letter = locked(id);
        if (letter.state() != in) {
            throw gone();
        }
        letters.keepFromItsWriter(letter, staff);
        if (in == LetterState.IN_REVIEW && !letters.mayRead(letter, staff)) {
            throw new NotNow(NotNow.Why.CLAIM, "It is left to somebody else");
        }
        if (in == LetterState.TRANSLATION_CHECK && letter.hasTouched(staff)) {
            throw new NotNow(NotNow.Why.OWN_WORK, "A translation is checked by somebody else");
        }
        letter.claim(staff, now);
    }

    /** Back to the others; nothing happens if it is somebody else's by now. */
    @Transactional
    public void giveBack(UUID id, long staff, Instant now) {
        letters.lock(id).filter(letter -> letter.isClaimedBy(staff, now)).ifPresent(Letter::release);
    }

    /** Too heavy for this reader: to the others, and never back. Nothing happens if it is somebody else's by now. */
    @Transactional
    public void passOn(UUID id, long staff, Instant now) {
        letters.lock(id)
                .filter(letter -> letter.isClaimedBy(staff, now))
                .ifPresent(letter -> escalations.passOn(letter, staff));
    }

    /**
     * Leaves it to a lead. It waits where it waited, for one of them alone.
     *
     * @param note to the lead; may be empty
     * @throws NotNow if the claim ran out, or there is no other lead
     */
    @Transactional
    public void escalate(UUID id, long staff, long fence, Escalation.Why why, String note, Instant now) {
        Letter letter = locked(id);
        letters.keepFromItsWriter(letter, staff);
        if (!letters.hasAnotherLead(letter, staff)) {
            throw new NotNow(NotNow.Why.STATE, "There is no lead to leave it to");
        }
        escalations.escalate(letter, staff, fence, why, note, now);
        audit.record(staff, "letter.escalated", id.toString(), why.name());
    }

    /**
     * @param seenHash the content hash of what was read
     * @return where it goes; it stays in review where a second reader is to look at it
     * @throws NotNow if the claim ran out, the words or the rules changed since they were read, or the second reader would be
     *     the first one, or somebody who had a hand in it
     */
    @Transactional
    public Approval approve(UUID id, long staff, long fence, String seenHash, Instant now) {
        Letter letter = locked(id);
        letters.keepFromItsWriter(letter, staff);
        Recipient to = people.byId(letter.recipientId()).orElseThrow();
        Words words = letters.wordsToRead(letter).orElseThrow(Decide::gone);
        letters.setOn(letter, words, proofs.stationery(to));
        Proof proof = proofs.of(letter, words, letter.language(), to);
        Approval approval = whoReads.wantsAnother(letter, words, proof, staff, now)
                ? Approval.FIRST
                : onward.of(to, letter.language(), now);
        letter.approve(staff, fence, seenHash, approval, now);
        if (proof.stops()) {
            throw new NotNow(NotNow.Why.CHANGED, "It cannot be printed by the rules as they are now");
        }
        holds.tell(letter, TakeBack.until(now), now);
        if (letter.state() == LetterState.READY || letter.state() == LetterState.IN_TRANSLATION) {
            writers.tell(letter, NoticeKind.APPROVED, TakeBack.until(now), now);
        }
        String deed = approval.equals(Approval.FIRST) ? "letter.first-approved" : "letter.approved";
        audit.record(staff, deed, id.toString(), codes(letter));
        return approval;
    }

    /**
     * Blacks out passages, or lifts the blocks again. Whoever does it has had a hand in what is printed.
     *
     * @param passages all of them, as they stand in the words
     * @throws NotNow if the claim ran out
     */
    @Transactional
    public void blackOut(UUID id, long staff, long fence, List<String> passages, Instant now) {
        Letter letter = locked(id);
        Recipient to = people.byId(letter.recipientId()).orElseThrow();
        letters.blackOut(letter, staff, fence, passages, proofs.stationery(to), now);
        audit.record(staff, "letter.blacked-out", id.toString());
    }

    /**
     * Says which language it is in, whatever its writer chose: where it goes follows from that.
     *
     * @param language BCP 47
     * @throws NotNow if the claim ran out
     */
    @Transactional
    public void speaks(UUID id, String language, long staff, long fence, Instant now) {
        Letter letter = locked(id);
        letters.keepFromItsWriter(letter, staff);
        letter.speaks(language, staff, fence, now);
        audit.record(staff, "letter.language", id.toString(), language);
    }

    /** @throws NotNow if the claim ran out */
    @Transactional
    public void askForChanges(UUID id, long staff, long fence, Advice advice, Instant now) {
        Letter letter = locked(id);
        letters.askForChanges(letter, staff, fence, advice.text(), now);
        writers.tell(letter, NoticeKind.CHANGES_ASKED, TakeBack.until(now), now);
        audit.record(
                staff,
                "letter.changes",
                id.toString(),
                advice.about().stream().sorted().map(About::name).collect(Collectors.joining(" ")));
    }

    /** @throws NotNow if the claim ran out */
    @Transactional
    public void refuse(UUID id, long staff, long fence, Reason why, Advice advice, Instant now) {
        Letter letter = locked(id);
        letters.refuse(letter, staff, fence, why, advice.text(), now);
        writers.tell(letter, NoticeKind.REFUSED, TakeBack.until(now), now);
        audit.record(staff, "letter.refused", id.toString(), why.name());
    }

    /** @return where it is and why, for the audit */
    static String codes(Letter letter) {
        return letter.reason() == null ? letter.state().name() : letter.state() + " " + letter.reason();
    }

    private Letter locked(UUID id) {
        return letters.lock(id).orElseThrow(Decide::gone);
    }

    private static NotNow gone() {
        return new NotNow(NotNow.Why.STATE, "It is not in this room any more");
    }
}
