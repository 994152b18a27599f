package org.postern.letter;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postern.letter.LetterState.Reason;

/**
 * One letter to one person. It changes only by its verbs; each guards itself and writes its event and its counts,
 * which are stored with it in one transaction. Its words are sealed; {@link Letters} opens them.
 */
@Entity
@Table(name = "letter")
public class Letter {
    @Id
    private UUID id;

    @Column(insertable = false, updatable = false)
    private long seq;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "submission_id")
    private @Nullable Submission submission;

    @Column(name = "recipient_id")
    private long recipientId;

    @Column(name = "campaign_id")
    private @Nullable Long campaignId;

    private String language;

    @Column(name = "print_language")
    private String printLanguage;

    @Enumerated(EnumType.STRING)
    private LetterState state;

    @Enumerated(EnumType.STRING)
    private @Nullable Reason reason;

    @Column(name = "state_since")
    private Instant stateSince;

    private @Nullable Instant due;

    @Column(name = "written_on")
    private @Nullable LocalDate writtenOn;

    @Column(name = "not_before")
    private @Nullable LocalDate notBefore;

    /** What must be mended before it can be printed; only while it is held. */
    private @Nullable String trouble;

    @Column(name = "slow_lane")
    private boolean slowLane;

    @Column(name = "text_key")
    private UUID textKey;

    private byte @Nullable [] words;

    /** As a reader sent them back; sealed like the words themselves. */
    @Column(name = "words_before")
    private byte @Nullable [] wordsBefore;

    private byte @Nullable [] form;
    private byte @Nullable [] translation;

    /** Whether the original is printed after its translation; null: translated before anybody asked. */
    @Column(name = "with_original")
    private @Nullable Boolean withOriginal;

    @Column(name = "translation_advice")
    private byte @Nullable [] translationAdvice;

    @Column(name = "text_until")
    private @Nullable Instant textUntil;

    @Column(name = "thread_key")
    private UUID threadKey;

    private byte @Nullable [] advice;

    @Column(name = "thread_until")
    private @Nullable Instant threadUntil;

    /** Of the writer's words, whatever sheet or translation is printed of them. */
    @Column(name = "words_hash")
    private @Nullable String wordsHash;

    /** Of the signed name, by which an answer is matched; only while the writer awaits one. */
    @Column(name = "signed_index")
    private @Nullable String signedIndex;

    /** Of the word that opens an answer. */
    @Column(name = "reply_word")
    private @Nullable String replyWord;

    @Column(name = "content_hash")
    private @Nullable String contentHash;

    @Column(name = "approved_hash")
    private @Nullable String approvedHash;

    @Column(name = "approved_by")
    private @Nullable Long approvedBy;

    @Column(name = "translated_by")
    private @Nullable Long translatedBy;

    /** Everybody whose work is in the translation: ids between commas, {@code ,7,12,}. */
    private @Nullable String translators;

    @Embedded
    private Claim claim = new Claim();

    @Embedded
    private LetterReading reading = new LetterReading();

    @Version
    private int version;

    @OneToMany(mappedBy = "letter", cascade = CascadeType.PERSIST)
    @OrderBy("seq")
    private List<LetterEvent> events = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Letter() {}

    /** A letter that begins to be written; {@link Letters#begin} gives it its keys. */
    @SuppressWarnings("NullAway.Init")
    Letter(Submission submission, long recipientId, String language, UUID textKey, UUID threadKey, Instant now) {
        this.id = UUID.randomUUID();
        this.submission = submission;
        this.recipientId = recipientId;
        this.language = language;
        this.printLanguage = language;
        this.textKey = textKey;
        this.threadKey = threadKey;
        move(LetterState.DRAFT, null, Actor.WRITER, now);
    }

    // --- the writer ---------------------------------------------------------------------------------------------

    /**
     * New words of its writer. An approval was of the old ones, so a letter on its way goes back to the readers; the
     * same words once more change nothing, and a translation of them stays.
     *
     * @param newWordsHash of the words alone
     * @param newContentHash of the words on the sheet they are printed on
     */
    void rewrite(String newLanguage, byte[] sealedWords, String newWordsHash, String newContentHash, Instant now) {
        if (!state.mayEdit()) {
            throw notNow("A volunteer has this letter already");
        }
        if (newWordsHash.equals(wordsHash) && newLanguage.equals(language)) {
            return;
        }
        this.language = newLanguage;
        this.printLanguage = newLanguage;
        this.words = sealedWords;
        this.wordsHash = newWordsHash;
        this.contentHash = newContentHash;
        if (state != LetterState.DRAFT && state != LetterState.UNCONFIRMED) {
            voidApproval();
            if (state != LetterState.IN_REVIEW) {
                move(LetterState.IN_REVIEW, null, Actor.WRITER, now);
            } else {
                release();
            }
        }
    }

    /** Its writer changed it as a reader asked, or let it stand on second thought: the readers see it again. */
    public void backToReaders(Instant now) {
        this.form = null;
        if (state == LetterState.CHANGES_ASKED) {
            move(LetterState.IN_REVIEW, null, Actor.WRITER, now);
        }
    }

    /** What an answer will be recognised by, and opened with; all null: none is awaited. */
    void awaitAnswer(@Nullable String newSignedIndex, @Nullable String newReplyWord) {
        this.signedIndex = newSignedIndex;
        this.replyWord = newReplyWord;
    }

    /** @return whether its writer ticked, on this very letter, that an answer may find them */
    public boolean awaitsAnswer() {
        return signedIndex != null;
    }

    void keepForm(byte @Nullable [] sealedForm) {
        this.form = sealedForm;
    }

    public void belongTo(@Nullable Long campaign) {
        this.campaignId = campaign;
    }

    /** @param day not to be printed before it; null for as soon as it can be */
    public void waitFor(@Nullable LocalDate day) {
        this.notBefore = day;
    }

    /** The writer saves the draft under a code and goes on within this time. */
    public void keepAsDraftFor(Duration time, Instant now) {
        must(LetterState.DRAFT);
        this.due = Hour.after(now, time);
    }

    /** Sent, but by an address that is not confirmed yet. */
    public void awaitConfirmation(Instant now) {
        move(LetterState.UNCONFIRMED, null, Actor.WRITER, now);
        this.form = null;
    }

    /**
     * On to the readers: confirmed, or sent without an address.
     *
     * @param day what will be printed as the letter's date
     * @param slow whether it came without an address and waits a little longer
     */
    public void arrive(LocalDate day, boolean slow, Instant now) {
        this.writtenOn = day;
        this.slowLane = slow;
        this.form = null;
        move(LetterState.IN_REVIEW, null, Actor.WRITER, now);
    }

    /** The writer takes it back. */
    public void withdraw(Instant now) {
        move(LetterState.WITHDRAWN, null, Actor.WRITER, now);
    }

    /** The writer prints and posts it alone. */
    public void takeToPostAlone(Instant now) {
        move(LetterState.SELF_POSTED, null, Actor.WRITER, now);
    }

    // --- readers and translators --------------------------------------------------------------------------------

    /** A member of staff begins to work on it; whoever held an older claim comes too late. */
    public void claim(long staff, Instant now) {
        Duration time = state.claim();
        if (time == null) {
            throw new NotNow(NotNow.Why.CLAIM, "Nobody claims a letter that is " + state);
        }
        claim.take(staff, time, now);
    }

    /** Back to the others, undone. */
    public void release() {
        claim.release();
    }

    public boolean isClaimed(Instant now) {
        return claim.isLive(now);
    }

    public boolean isClaimedBy(long staff, Instant now) {
        return claim.isOf(staff, now);
    }

    /** The place may take another kind of sheet than on the day it was written: what is approved is today's. */
    void setOn(String newContentHash) {
        if (state == LetterState.IN_REVIEW) {
            this.contentHash = newContentHash;
        }
    }

    /**
     * A reader found it good. It is ready, or goes to a translator when the place does not pass its language, or stays
     * for a second reader.
     *
     * @param seenHash the content hash of what was read: {@link NotNow} if the words changed since
     */
    public void approve(long staff, long withFence, String seenHash, Approval onTo, Instant now) {
        mustHold(LetterState.IN_REVIEW, staff, withFence, now);
        if (!seenHash.equals(contentHash)) {
            throw new NotNow(NotNow.Why.CHANGED, "The words changed since they were read");
        }
        if (onTo.state() == LetterState.IN_REVIEW) {
            reading.approveFirst(staff, seenHash);
            release();
        } else {
            this.approvedHash = seenHash;
            this.approvedBy = staff;
            move(onTo.state(), onTo.reason(), Actor.staff(staff), now);
        }
        reading.decide(staff, LetterState.IN_REVIEW, now);
    }

    /** Back to the writer with sealed advice. */
    void askForChanges(long staff, long withFence, byte[] sealedAdvice, Instant now) {
        mustHold(LetterState.IN_REVIEW, staff, withFence, now);
        this.advice = sealedAdvice;
        this.wordsBefore = words;
        move(LetterState.CHANGES_ASKED, null, Actor.staff(staff), now);
        reading.decide(staff, LetterState.IN_REVIEW, now);
    }

    void refuse(long staff, long withFence, Reason why, byte[] sealedAdvice, Instant now) {
        mustHold(LetterState.IN_REVIEW, staff, withFence, now);
        this.advice = sealedAdvice;
        move(LetterState.REFUSED, why, Actor.staff(staff), now);
        reading.decide(staff, LetterState.IN_REVIEW, now);
    }

    /**
     * The last decision on it is taken back.
     *
     * @param lead whether the member is one, who may do so for others and for as long as nobody works on it
     * @return the state before the decision, where it is now
     * @throws NotNow if it went on since, or not by this member any more
     */
    public LetterState takeBack(long staff, boolean lead, Instant now) {
        LetterState before = reading.before(staff, lead, claim, now);
        if (state == LetterState.CHANGES_ASKED || state == LetterState.REFUSED) {
            this.advice = null;
            this.wordsBefore = null;
        }
        if (state == before) {
            reading.takeBackFirst();
        } else if (events.get(events.size() - 1).from() == before) {
            undo(before, Actor.staff(staff));
            // As old as it was.
            this.stateSince = history().get(history().size() - 1).hour();
        } else {
            move(before, null, Actor.staff(staff), now);
        }
        this.approvedHash = null;
        this.approvedBy = null;
        return before;
    }

    /**
     * A reader blacks out passages; the same reader reads on. A translation that said them is gone.
     *
     * @param sealed null for none
     */
    void blackOut(long staff, long withFence, byte @Nullable [] sealed, String newContentHash, Instant now) {
        mustHold(LetterState.IN_REVIEW, staff, withFence, now);
        reading.blackOut(staff, sealed);
        this.contentHash = newContentHash;
        this.translation = null;
    }

    /** A reader knows which language it is in, whatever its writer chose. */
    public void speaks(String newLanguage, long staff, long withFence, Instant now) {
        mustHold(LetterState.IN_REVIEW, staff, withFence, now);
        // Whoever read it first saw another page, and another way that it takes.
        reading.takeBackFirst();
        reading.touch(staff);
        this.language = newLanguage;
        this.printLanguage = newLanguage;
    }

    void translate(long staff, long withFence, String into, byte[] sealedTranslation, boolean original, Instant now) {
        keepTranslation(staff, withFence, sealedTranslation, now);
        this.translatedBy = staff;
        this.withOriginal = original;
        this.printLanguage = into;
        this.translationAdvice = null;
        move(LetterState.TRANSLATION_CHECK, null, Actor.staff(staff), now);
    }

    void keepTranslation(long staff, long withFence, byte[] sealedTranslation, Instant now) {
        mustHold(LetterState.IN_TRANSLATION, staff, withFence, now);
        this.translation = sealedTranslation;
        isPartlyBy(staff);
    }

    /** Some of its translation is this member's work: who suggested words that a translator took is no second reader of them. */
    void isPartlyBy(long staff) {
        if (!hasTranslated(staff)) {
            this.translators = (translators == null ? "," : translators) + staff + ",";
        }
    }

    /** Its writer is asked, or has answered: whoever translates it now has it until then. */
    void isTranslatedUntil(Instant end, Instant now) {
        if (state == LetterState.IN_TRANSLATION && claim.isLive(now)) {
            claim.lastUntil(end);
        }
    }

    /** @return whether any of the translation is this member's work, who may then not be its second reader */
    public boolean hasTranslated(long staff) {
        return translators != null && translators.contains("," + staff + ",");
    }

    /** @return whether what is printed is partly this member's work, who may then not be a second reader of it */
    public boolean hasTouched(long staff) {
        return reading.isTouchedBy(staff) || hasTranslated(staff);
    }

    /** A second reader, never the translator, finds the translation true. */
    public void confirmTranslation(long staff, long withFence, String newContentHash, Approval onTo, Instant now) {
        mustHold(LetterState.TRANSLATION_CHECK, staff, withFence, now);
        if (hasTouched(staff)) {
            throw new NotNow(NotNow.Why.OWN_WORK, "A translation is checked by somebody else");
        }
        this.contentHash = newContentHash;
        this.approvedHash = newContentHash;
        this.approvedBy = staff;
        move(onTo.state(), onTo.reason(), Actor.staff(staff), now);
        reading.decide(staff, LetterState.TRANSLATION_CHECK, now);
    }

    /** The second reader chooses whether the original is printed after it: what they read next is printed so. */
    public void choosesOriginal(boolean original, long staff, long withFence, Instant now) {
        mustHold(LetterState.TRANSLATION_CHECK, staff, withFence, now);
        this.withOriginal = original;
    }

    /** Back to a translator, with sealed advice. */
    void sendBackToTranslator(long staff, long withFence, byte[] sealedAdvice, Instant now) {
        mustHold(LetterState.TRANSLATION_CHECK, staff, withFence, now);
        this.translationAdvice = sealedAdvice;
        move(LetterState.IN_TRANSLATION, null, Actor.staff(staff), now);
    }

    // --- held ---------------------------------------------------------------------------------------------------

    /** Must not be printed now: moved, released, no route, a fault. {@link Holds#hold} tells its writer as well. */
    public void hold(Reason why, Actor by, Instant now) {
        if (state.isInBatch()) {
            // Its batch would go on holding it, and no other one could take it ever again.
            throw notNow("A letter that is " + state + " leaves its batch before it is held");
        }
        move(LetterState.HELD, why, by, now);
    }

    /** Held although in a batch: {@link Batches#hold} ends its line with it. */
    void holdOutOfBatch(Reason why, Actor by, Instant now) {
        move(LetterState.HELD, why, by, now);
    }

    /** @param what a word of the step that prints; null for nothing but the reason */
    public void isTroubledBy(@Nullable String what) {
        must(LetterState.HELD);
        this.trouble = what;
    }

    /** What held it is mended, and what was approved may still be printed: {@link Holds#letGo}. */
    void letGo(Actor by, Instant now) {
        must(LetterState.HELD);
        move(LetterState.READY, null, by, now);
    }

    /**
     * Held, and not what may be printed any more: its approval is void. A translation is kept for whoever may need it
     * again; printed are its writer's words until it is handed in anew.
     */
    void beReadAgain(String newContentHash, Actor by, Instant now) {
        must(LetterState.HELD);
        this.contentHash = newContentHash;
        this.approvedHash = null;
        this.approvedBy = null;
        this.printLanguage = language;
        reading.takeBackFirst();
        move(LetterState.IN_REVIEW, null, by, now);
    }

    /** Kept for the day of release. */
    public void bank(Actor by, Instant now) {
        move(LetterState.BANKED, null, by, now);
    }

    // --- print and post -----------------------------------------------------------------------------------------

    /** Into a batch; the returned fence stands on its line. Only what was approved, exactly. */
    long enterBatch(Actor by, Instant now) {
        if (!isApproved()) {
            throw new NotNow(NotNow.Why.CHANGED, "The words are not those that were approved");
        }
        move(LetterState.BATCHED, null, by, now);
        return claim.raiseFence();
    }

    /** Ready for another stack; one whose writer asked to be forgotten meanwhile is not printed again. */
    void leaveBatchUnprinted(Actor by, Instant now) {
        move(LetterState.READY, null, by, now);
        if (textUntil != null) {
            move(LetterState.WITHDRAWN, null, Actor.WRITER, now);
        }
    }

    void print(Actor by, Instant now) {
        move(LetterState.PRINTED, null, by, now);
    }

    /** Its paper is destroyed, and the same batch prints it again. */
    void bePrintedAgain(Actor by, Instant now) {
        must(LetterState.PRINTED);
        move(LetterState.BATCHED, null, by, now);
    }

    void becomeUnsure(Actor by, Instant now) {
        move(LetterState.UNSURE, null, by, now);
    }

    /** @param when it went into the post box; taken for the hour of its printing if it were before that */
    void post(Actor by, String city, Instant when) {
        move(LetterState.POSTED, null, by, when.isBefore(stateSince) ? stateSince : when);
        boolean waited = writtenOn != null && notBefore != null && notBefore.isAfter(writtenOn);
        events.get(events.size() - 1).at(city, waited ? notBefore : writtenOn);
    }

    /** Ready for another stack, or held where an organiser wanted it out; see {@link #leaveBatchUnprinted}. */
    void leaveBatchPulled(Reason why, Actor by, Instant now) {
        if (textUntil != null) {
            leaveBatchUnprinted(by, now);
        } else {
            move(LetterState.HELD, why, by, now);
        }
    }

    /** It was not posted after all. The same hour as its posting, so that no week counts it. */
    void takeBackPosting(Actor by) {
        must(LetterState.POSTED);
        undo(LetterState.PRINTED, by);
    }

    /** The last step is taken back, in its own hour. */
    private void undo(LetterState to, Actor by) {
        LetterEvent step = events.get(events.size() - 1);
        Duration kept = step.to().keepsText();
        Instant hour = step.hour();
        move(to, null, by, hour);
        events.get(events.size() - 1).undo(step);
        if (kept != null) {
            // What the step set; an earlier end is the writer's own wish and stands.
            textUntil = Hour.isBefore(textUntil, hour.plus(kept)) ? textUntil : null;
            threadUntil = Hour.isBefore(threadUntil, hour.plus(Retention.THREAD.kept())) ? threadUntil : null;
        }
    }

    /** It came back. */
    public void comeBack(Reason why, Actor by, Instant now) {
        move(LetterState.RETURNED, why, by, now);
    }

    /** An answer came. */
    public void beAnswered(Actor by, Instant now) {
        move(LetterState.REPLIED, null, by, now);
    }

    // --- time ---------------------------------------------------------------------------------------------------

    /** @return whether the clock has to act on it */
    public boolean isDue(Instant now) {
        return due != null && !due.isAfter(now);
    }

    /** Its time is over; the state says what follows. */
    public void runOut(Instant now) {
        LetterState.TimeOut timeOut = state.onTimeout();
        if (timeOut == null || due == null || due.isAfter(now)) {
            throw notNow("Its time is not over");
        }
        move(timeOut.into(), null, Actor.CLOCK, now);
    }

    /** The words are gone: their key was destroyed. */
    void forgetWords() {
        this.words = null;
        this.wordsBefore = null;
        reading.forgetWords();
        this.form = null;
        this.translation = null;
        this.translationAdvice = null;
        this.advice = null;
        this.textUntil = null;
        reading.moveOn();
    }

    /** Nothing is left that leads from it to its writer. */
    void forgetThread() {
        this.submission = null;
        this.threadUntil = null;
        awaitAnswer(null, null);
    }

    /** The writer asks to be forgotten: the words go with the next run of the eraser, whatever the state. */
    public void eraseAt(Instant when) {
        this.textUntil = Hour.of(when);
        this.threadUntil = Hour.of(when);
    }

    // --- the one place where the state changes ---------------------------------------------------------------------

    private void move(LetterState to, @Nullable Reason why, Actor by, Instant now) {
        if (state != null && !state.next().contains(to)) {
            throw notNow("A letter that is " + state + " cannot become " + to);
        }
        if (to.reasons().isEmpty() != (why == null)
                || (why != null && !to.reasons().contains(why))) {
            throw new IllegalArgumentException(to + " does not go with the reason " + why);
        }
        // The hour, never the second: a row must not tell when somebody sat at a keyboard.
        Instant hour = Hour.of(now);
        events.add(new LetterEvent(this, state, to, why, by, hour));
        reading.move(state, to);
        state = to;
        reason = why;
        trouble = null;
        wordsBefore = to == LetterState.CHANGES_ASKED || to == LetterState.IN_REVIEW ? wordsBefore : null;
        stateSince = hour;
        release();
        LetterState.TimeOut timeOut = to.onTimeout();
        due = timeOut == null ? null : Hour.after(now, timeOut.after());
        Duration kept = to.keepsText();
        if (kept != null) {
            Instant until = Hour.after(now, kept);
            textUntil = textUntil == null || until.isBefore(textUntil) ? until : textUntil;
            threadUntil = Optional.ofNullable(threadUntil).orElse(Hour.after(now, Retention.THREAD.kept()));
        }
    }

    private void voidApproval() {
        reading.beginAnew();
        this.approvedHash = null;
        this.approvedBy = null;
        this.translation = null;
        this.translationAdvice = null;
        this.translatedBy = null;
        this.withOriginal = null;
        this.translators = null;
    }

    private void must(LetterState needed) {
        if (state != needed) {
            throw notNow("It is " + state + ", not " + needed);
        }
    }

    void mustHold(LetterState needed, long staff, long withFence, Instant now) {
        must(needed);
        claim.mustBeOf(staff, withFence, now);
    }

    private static NotNow notNow(String message) {
        return new NotNow(NotNow.Why.STATE, message);
    }

    // --- what it is ---------------------------------------------------------------------------------------------

    public UUID id() {
        return id;
    }

    public long seq() {
        return seq;
    }

    public Optional<Submission> submission() {
        return Optional.ofNullable(submission);
    }

    public long recipientId() {
        return recipientId;
    }

    public @Nullable Long campaignId() {
        return campaignId;
    }

    /** @return BCP 47, of the writer's words */
    public String language() {
        return language;
    }

    /** @return BCP 47, of what is printed: the translation's once there is one */
    public String printLanguage() {
        return printLanguage;
    }

    public LetterState state() {
        return state;
    }

    public @Nullable Reason reason() {
        return reason;
    }

    /** @return to the hour */
    public Instant stateSince() {
        return stateSince;
    }

    /** @return when the clock will act, null if it waits for a person */
    public @Nullable Instant due() {
        return due;
    }

    public @Nullable LocalDate writtenOn() {
        return writtenOn;
    }

    /** @return the day before which it is not printed, null for none */
    public @Nullable LocalDate notBefore() {
        return notBefore;
    }

    /** @return what must be mended before it can be printed, in a word of the step that prints; null if nobody knows */
    public @Nullable String trouble() {
        return trouble;
    }

    public boolean isSlowLane() {
        return slowLane;
    }

    public @Nullable String contentHash() {
        return contentHash;
    }

    public boolean isApproved() {
        return approvedHash != null && approvedHash.equals(contentHash);
    }

    public @Nullable Long approvedBy() {
        return approvedBy;
    }

    public @Nullable Long translatedBy() {
        return translatedBy;
    }

    /** @return whether a translation was handed in that is to be printed */
    boolean isTranslated() {
        return translatedBy != null && !printLanguage.equals(language);
    }

    public @Nullable Long claimedBy() {
        return claim.by();
    }

    public @Nullable Instant claimedUntil() {
        return claim.until();
    }

    public long fence() {
        return claim.fence();
    }

    /** @return who has read it, and decided on it last */
    public LetterReading reading() {
        return reading;
    }

    /** @return when the words are erased, null while it is not known */
    public @Nullable Instant textUntil() {
        return textUntil;
    }

    public @Nullable Instant threadUntil() {
        return threadUntil;
    }

    /** @return the day on which it went into the post, UTC; far in the future while it did not */
    public LocalDate postedOn() {
        return LetterEvent.postedOn(history());
    }

    /** @return oldest first */
    public List<LetterEvent> events() {
        return List.copyOf(events);
    }

    /** @return oldest first, without what was undone */
    public List<LetterEvent> history() {
        return LetterEvent.standing(events);
    }

    @Nullable
    String signedIndex() {
        return signedIndex;
    }

    @Nullable
    String replyWord() {
        return replyWord;
    }

    UUID textKey() {
        return textKey;
    }

    UUID threadKey() {
        return threadKey;
    }

    byte @Nullable [] sealedWords() {
        return words;
    }

    byte @Nullable [] sealedWordsBefore() {
        return wordsBefore;
    }

    byte @Nullable [] sealedForm() {
        return form;
    }

    /** @return whether the original is printed after its translation; null: it is not, and no line tells of a translation */
    @Nullable
    Boolean withOriginal() {
        return withOriginal;
    }

    byte @Nullable [] sealedTranslation() {
        return translation;
    }

    byte @Nullable [] sealedAdvice() {
        return advice;
    }

    byte @Nullable [] sealedTranslationAdvice() {
        return translationAdvice;
    }

    /**
     * Where an approved letter goes: READY, IN_TRANSLATION, HELD with its reason, or nowhere before a second reader.
     *
     * @param reason only with HELD
     */
    public record Approval(LetterState state, @Nullable Reason reason) {
        public static final Approval READY = new Approval(LetterState.READY, null);
        public static final Approval FIRST = new Approval(LetterState.IN_REVIEW, null);
        public static final Approval TO_TRANSLATE = new Approval(LetterState.IN_TRANSLATION, null);

        public static Approval held(Reason why) {
            return new Approval(LetterState.HELD, why);
        }
    }
}
