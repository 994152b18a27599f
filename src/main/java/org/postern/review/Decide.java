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
import org.postern.letter.Advice;
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

    @Inject
    public Decide(Letters letters, People people, Proofs proofs, Onward onward, Holds holds, Writers writers) {
        this.letters = letters;
        this.people = people;
        this.proofs = proofs;
        this.onward = onward;
        this.holds = holds;
        this.writers = writers;
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
        letter.claim(staff, now);
    }

    /** Back to the others; nothing happens if it is somebody else's by now. */
    @Transactional
    public void giveBack(UUID id, long staff, Instant now) {
        letters.lock(id).filter(letter -> letter.isClaimedBy(staff, now)).ifPresent(Letter::release);
    }

    /**
     * @param seenHash the content hash of what was read
     * @throws NotNow if the claim ran out, or the words or the rules changed since they were read
     */
    @Transactional
    public Approval approve(UUID id, long staff, long fence, String seenHash, Instant now) {
        Letter letter = locked(id);
        letters.keepFromItsWriter(letter, staff);
        Recipient to = people.byId(letter.recipientId()).orElseThrow();
        Words words = letters.wordsOf(letter).orElseThrow(Decide::gone);
        Approval approval = onward.of(to, letter.language(), now);
        letters.setOn(letter, words, proofs.stationery(to));
        letter.approve(staff, fence, seenHash, approval, now);
        if (proofs.of(letter, words, letter.language(), to).stops()) {
            throw new NotNow(NotNow.Why.CHANGED, "It cannot be printed by the rules as they are now");
        }
        holds.tell(letter, now);
        return approval;
    }

    /** @throws NotNow if the claim ran out */
    @Transactional
    public void askForChanges(UUID id, long staff, long fence, Advice advice, Instant now) {
        Letter letter = locked(id);
        letters.askForChanges(letter, staff, fence, advice.text(), now);
        writers.tell(letter, NoticeKind.CHANGES_ASKED, now);
    }

    /** @throws NotNow if the claim ran out */
    @Transactional
    public void refuse(UUID id, long staff, long fence, Reason why, Advice advice, Instant now) {
        Letter letter = locked(id);
        letters.refuse(letter, staff, fence, why, advice.text(), now);
        writers.tell(letter, NoticeKind.REFUSED, now);
    }

    private Letter locked(UUID id) {
        return letters.lock(id).orElseThrow(Decide::gone);
    }

    private static NotNow gone() {
        return new NotNow(NotNow.Why.STATE, "It is not in this room any more");
    }
}
