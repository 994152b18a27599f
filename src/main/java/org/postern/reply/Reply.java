package org.postern.reply;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postern.letter.Hour;
import org.postern.letter.Letter;
import org.postern.letter.NotNow;
import org.postern.letter.Retention;

/**
 * An answer that came on paper and was scanned. Whoever scanned it sees it until it is sent to the writer of the letter it
 * answers; from then on only that writer does, and a translator and a second reader if a translation is wanted.
 */
@Entity
@Table(name = "reply")
public class Reply {
    /** Whoever scanned it may be away tomorrow: then the others of the same print site go on with it. */
    private static final Duration UNTIL_OTHERS_SEE = Duration.ofDays(1);

    private static final Duration TO_TRANSLATE = Duration.ofDays(7);

    private static final Duration TO_CHECK = Duration.ofHours(1);

    /** How far it came. */
    public enum State {
        /** With the volunteer who scanned it. */
        OPEN,
        /** The writer was told. */
        SENT
    }

    @Id
    private UUID id;

    @Column(name = "letter_id")
    private @Nullable UUID letterId;

    @Column(name = "by_staff")
    private long byStaff;

    @Column(name = "site_id")
    private @Nullable Long siteId;

    @Column(name = "scan_key")
    private UUID scanKey;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant received;

    @Column(name = "kept_until")
    private Instant until;

    private boolean opened;

    @Column(name = "wanted_language")
    private @Nullable String wantedLanguage;

    private byte @Nullable [] translation;

    @Column(name = "translated_by")
    private @Nullable Long translatedBy;

    /** Everybody whose work is in the translation: ids between commas, {@code ,7,12,}. */
    private @Nullable String translators;

    @Column(name = "translation_advice")
    private byte @Nullable [] advice;

    @Column(name = "checked_by")
    private @Nullable Long checkedBy;

    @Column(name = "claimed_by")
    private @Nullable Long claimedBy;

    @Column(name = "claimed_until")
    private @Nullable Instant claimedUntil;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Reply() {}

    @SuppressWarnings("NullAway.Init")
    Reply(UUID id, UUID scanKey, long byStaff, @Nullable Long siteId, Instant now) {
        this.id = id;
        this.scanKey = scanKey;
        this.byStaff = byStaff;
        this.siteId = siteId;
        this.state = State.OPEN;
        this.received = Hour.of(now);
        this.until = Hour.after(now, Retention.SCAN.kept());
    }

    /** Some of its pages are an answer of their own: as old as this one, and seen by the same people. */
    Reply splitOff(UUID ownKey) {
        Reply rest = new Reply(UUID.randomUUID(), ownKey, byStaff, siteId, received);
        rest.until = until;
        return rest;
    }

    /** Somebody says which letter it answers; another one until it is sent. */
    public void answers(Letter letter) {
        mustBe(State.OPEN);
        this.letterId = letter.id();
    }

    /** @return whether a volunteer may see and change it: it is theirs, or their site's for more than a day */
    public boolean isInHandOf(long staff, @Nullable Long site, Instant now) {
        return state == State.OPEN
                && (byStaff == staff
                        || (site != null
                                && site.equals(siteId)
                                && !received.plus(UNTIL_OTHERS_SEE).isAfter(now)));
    }

    /**
     * On to the writer.
     *
     * @param letter the one it answers; kept no longer than what leads from it to its writer
     */
    void send(Letter letter, Instant now) {
        mustBe(State.OPEN);
        if (!letter.id().equals(letterId)) {
            throw new IllegalStateException("It answers another letter");
        }
        this.state = State.SENT;
        this.until = noLaterThan(letter.threadUntil(), Hour.after(now, Retention.REPLY_UNOPENED.kept()));
    }

    /** Its writer saw it, for the first time or again: the end is nearer from the first time on. */
    void open(Instant now) {
        mustBe(State.SENT);
        if (!opened) {
            this.opened = true;
            this.until = noLaterThan(until, Hour.after(now, Retention.REPLY_OPENED.kept()));
        }
    }

    private static Instant noLaterThan(@Nullable Instant end, Instant wanted) {
        return end != null && end.isBefore(wanted) ? end : wanted;
    }

    /** What was not black yet is sealed under a key that is no more. */
    void sealedAnew(UUID newKey) {
        mustBe(State.OPEN);
        this.scanKey = newKey;
    }

    // --- its translation ----------------------------------------------------------------------------------------

    /** @param language BCP 47; null: none is wanted any more */
    public void wantTranslation(@Nullable String language) {
        if (translation == null && claimedBy == null) {
            this.wantedLanguage = language;
        }
    }

    /** @return whether this translator took it up: nobody else does for a week */
    public boolean claim(long staff, Instant now) {
        return (waitsForTranslator(now) || isTranslatedNowBy(staff, now)) && take(staff, TO_TRANSLATE, now);
    }

    /** @return whether this second reader took it up: nobody else does for an hour */
    public boolean claimToCheck(long staff, Instant now) {
        return (waitsForSecondReader(staff, now) || isCheckedNowBy(staff, now)) && take(staff, TO_CHECK, now);
    }

    private boolean take(long staff, Duration time, Instant now) {
        this.claimedBy = staff;
        this.claimedUntil = Hour.after(now, time);
        return true;
    }

    public void release() {
        this.claimedBy = null;
        this.claimedUntil = null;
    }

    public boolean waitsForTranslator(Instant now) {
        return state == State.SENT && wantedLanguage != null && translatedBy == null && isFree(now);
    }

    /** @return whether it is translated, and this member, whose work is not in it, may look it over */
    public boolean waitsForSecondReader(long staff, Instant now) {
        return isAtSecondReader() && !isPartlyBy(staff) && isFree(now);
    }

    private boolean isFree(Instant now) {
        return claimedUntil == null || !claimedUntil.isAfter(now);
    }

    public boolean isTranslatedNowBy(long staff, Instant now) {
        return state == State.SENT && translatedBy == null && isClaimedBy(staff, now);
    }

    public boolean isCheckedNowBy(long staff, Instant now) {
        return isAtSecondReader() && isClaimedBy(staff, now);
    }

    private boolean isClaimedBy(long staff, Instant now) {
        return claimedBy != null && claimedBy == staff && !isFree(now);
    }

    private boolean isPartlyBy(long staff) {
        return translators != null && translators.contains("," + staff + ",");
    }

    void keepTranslation(long staff, byte[] sealed) {
        this.translation = sealed;
        if (!isPartlyBy(staff)) {
            this.translators = (translators == null ? "," : translators) + staff + ",";
        }
    }

    /** On to a second reader. */
    void finishTranslation(long staff) {
        this.translatedBy = staff;
        this.advice = null;
        release();
    }

    /** A second reader found it true: its writer may read it. */
    void confirmTranslation(long staff) {
        if (!isAtSecondReader() || isPartlyBy(staff)) {
            throw new NotNow(NotNow.Why.OWN_WORK, "A translation is checked by somebody else");
        }
        this.checkedBy = staff;
        release();
    }

    /** Back to a translator, with sealed advice. */
    void sendBack(byte[] sealedAdvice) {
        this.translatedBy = null;
        this.advice = sealedAdvice;
        release();
    }

    private void mustBe(State needed) {
        if (state != needed) {
            throw new IllegalStateException("It is " + state + ", not " + needed);
        }
    }

    // --- what it is ---------------------------------------------------------------------------------------------

    public UUID id() {
        return id;
    }

    public @Nullable UUID letterId() {
        return letterId;
    }

    public State state() {
        return state;
    }

    /** @return to the hour */
    public Instant received() {
        return received;
    }

    public Instant until() {
        return until;
    }

    public boolean isOpened() {
        return opened;
    }

    public @Nullable String wantedLanguage() {
        return wantedLanguage;
    }

    /** @return whether the writer may read the translation */
    public boolean isTranslated() {
        return checkedBy != null;
    }

    /** @return whether it is translated, and somebody is to look it over before its writer reads it */
    public boolean isAtSecondReader() {
        return state == State.SENT && translatedBy != null && checkedBy == null;
    }

    public @Nullable Instant claimedUntil() {
        return claimedUntil;
    }

    UUID scanKey() {
        return scanKey;
    }

    byte @Nullable [] sealedTranslation() {
        return translation;
    }

    byte @Nullable [] sealedAdvice() {
        return advice;
    }
}
