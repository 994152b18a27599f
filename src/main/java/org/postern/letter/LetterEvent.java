package org.postern.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postern.letter.LetterState.Reason;

/** One step of a letter's history; written with the step, never changed after it. */
@Entity
@Table(name = "letter_event")
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
public class LetterEvent {
    @Id
    private UUID id;

    @Column(insertable = false, updatable = false)
    private long seq;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "letter_id")
    private Letter letter;

    @Column(name = "recipient_id")
    private long recipientId;

    @Column(name = "campaign_id")
    private @Nullable Long campaignId;

    private String language;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_state")
    private @Nullable LetterState from;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_state")
    private LetterState to;

    @Enumerated(EnumType.STRING)
    private @Nullable Reason reason;

    private String actor;
    private @Nullable String place;
    private @Nullable Integer days;
    private boolean undoes;

    @Column(name = "at_hour")
    private Instant hour;

    @Column(name = "on_day")
    private LocalDate day;

    @SuppressWarnings("NullAway.Init")
    protected LetterEvent() {}

    LetterEvent(
            Letter letter,
            @Nullable LetterState from,
            LetterState to,
            @Nullable Reason reason,
            Actor by,
            Instant hour) {
        this.id = UUID.randomUUID();
        this.letter = letter;
        this.recipientId = letter.recipientId();
        this.campaignId = letter.campaignId();
        this.language = letter.language();
        this.from = from;
        this.to = to;
        this.reason = reason;
        this.actor = by.text();
        this.hour = hour;
        this.day = LocalDate.ofInstant(hour, ZoneOffset.UTC);
    }

    /**
     * It was posted.
     *
     * @param since the date on it, or the day that its writer chose for it; null for one that has none
     */
    void at(String city, @Nullable LocalDate since) {
        this.place = city;
        // The date on it is of the house's zone, which may be a day ahead.
        this.days = since == null ? null : (int) Math.max(0, ChronoUnit.DAYS.between(since, day));
    }

    /** It takes back the step before it: what that counted is taken away by it. */
    void undo(LetterEvent step) {
        this.place = step.place;
        this.days = step.days;
        this.undoes = true;
    }

    /** @return whether it takes back the step before it; a posting's end is told by its states, as it was at first */
    boolean isUndoing() {
        return undoes || (from == LetterState.POSTED && to == LetterState.PRINTED);
    }

    /** @return oldest first, without what was undone */
    static List<LetterEvent> standing(List<LetterEvent> all) {
        List<LetterEvent> standing = new ArrayList<>();
        for (LetterEvent event : all) {
            if (event.isUndoing()) {
                standing.remove(standing.size() - 1);
            } else {
                standing.add(event);
            }
        }
        return standing;
    }

    /** @return the day of the last posting, UTC; far in the future where there is none */
    static LocalDate postedOn(List<LetterEvent> standing) {
        return standing.stream()
                .filter(event -> event.to == LetterState.POSTED)
                .reduce((a, b) -> b)
                .map(event -> LocalDate.ofInstant(event.hour, ZoneOffset.UTC))
                .orElse(LocalDate.MAX);
    }

    public @Nullable LetterState from() {
        return from;
    }

    public LetterState to() {
        return to;
    }

    public @Nullable Reason reason() {
        return reason;
    }

    public String actor() {
        return actor;
    }

    /** @return the city it was posted in, for a posting */
    public @Nullable String place() {
        return place;
    }

    /** @return to the hour */
    public Instant hour() {
        return hour;
    }
}
