package org.postern.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One mail to be sent. It holds no address and no words: the address is opened when it is sent, links are minted
 * then, and what cannot be sent is visible on the desk.
 */
@Entity
@Table(name = "notice")
public class Notice {
    /** After the first try that failed for a while: 1 minute, then four times as long each, at most 6 hours. */
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    /** Longer than any conversation with a mail server that ends well. */
    private static final Duration LOAN = Duration.ofMinutes(3);

    private static final Duration GIVE_UP_AFTER = Duration.ofDays(3);
    private static final int LONGEST_ANSWER = 200;

    /** Where it is. */
    public enum State {
        WAITING,
        SENT,
        /** The server refused it for good, or did not take it for three days. */
        GAVE_UP,
        /** Nobody to send it to: the address was erased first. */
        DROPPED
    }

    @Id
    private UUID id;

    @Column(insertable = false, updatable = false)
    private long seq;

    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    @Column(name = "contact_id")
    private UUID contactId;

    @Column(name = "letter_id")
    private UUID letterId;

    private String language;

    @Enumerated(EnumType.STRING)
    private State state;

    private int attempts;

    @Column(name = "next_try")
    private @Nullable Instant nextTry;

    private @Nullable String answer;
    private Instant made;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Notice() {}

    @SuppressWarnings("NullAway.Init")
    Notice(NoticeKind kind, UUID contactId, UUID letterId, String language, Instant now) {
        this.id = UUID.randomUUID();
        this.kind = kind;
        this.contactId = contactId;
        this.letterId = letterId;
        this.language = language;
        this.state = State.WAITING;
        // The hour: a row must not tell when somebody sat at a keyboard.
        this.made = now.truncatedTo(ChronoUnit.HOURS);
        this.nextTry = made;
    }

    /** Not before then: until that time the fact may be undone. */
    public void waitUntil(Instant when) {
        if (attempts == 0) {
            this.nextTry = when;
        }
    }

    /** @return whether it should be sent now */
    public boolean isDue(Instant now) {
        return state == State.WAITING && nextTry != null && !nextTry.isAfter(now);
    }

    /**
     * Lends it to whoever is about to send it: for a few minutes it is not due for anybody else. Whoever is killed
     * meanwhile gives it back by that.
     *
     * @return the number of this attempt
     */
    public int lend(Instant now) {
        this.nextTry = now.plus(LOAN);
        return ++attempts;
    }

    /** @return whether nobody else has borrowed it, or ended it, since this attempt began */
    public boolean isLent(int attempt) {
        return state == State.WAITING && attempts == attempt;
    }

    /** The mail server took it. */
    public void sent() {
        end(State.SENT);
    }

    /** The mail server cannot take it now (4xx, a time-out): again later, until three days have passed. */
    public void failedForNow(String serverSaid, Instant now) {
        this.answer = shortened(serverSaid);
        if (made.plus(GIVE_UP_AFTER).isBefore(now)) {
            end(State.GAVE_UP);
        } else {
            this.nextTry = now.plus(pause());
        }
    }

    /** The mail server will never take it (5xx). */
    public void failedForGood(String serverSaid) {
        this.answer = shortened(serverSaid);
        end(State.GAVE_UP);
    }

    /** There is no address any more. */
    public void drop() {
        end(State.DROPPED);
    }

    /** Somebody at the desk wants another try. */
    public void tryAgain(Instant now) {
        if (state == State.GAVE_UP) {
            this.state = State.WAITING;
            this.nextTry = now;
        }
    }

    private void end(State as) {
        this.state = as;
        this.nextTry = null;
    }

    private Duration pause() {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.max(0, Math.min(2 * (attempts - 1), 20)));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static String shortened(String words) {
        return words.length() > LONGEST_ANSWER ? words.substring(0, LONGEST_ANSWER) : words;
    }

    public UUID id() {
        return id;
    }

    public NoticeKind kind() {
        return kind;
    }

    public UUID contactId() {
        return contactId;
    }

    public UUID letterId() {
        return letterId;
    }

    public String language() {
        return language;
    }

    public State state() {
        return state;
    }

    public int attempts() {
        return attempts;
    }

    public @Nullable Instant nextTry() {
        return nextTry;
    }

    /** @return what the mail server said last, without any address */
    public @Nullable String answer() {
        return answer;
    }

    /** @return the hour */
    public Instant made() {
        return made;
    }
}
