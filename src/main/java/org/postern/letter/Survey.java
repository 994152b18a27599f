package org.postern.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A writer was asked, so many weeks after the posting, whether word of the letter came; and perhaps said so. */
@Entity
@Table(name = "survey")
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
public class Survey {
    /** When it is asked: behind a censor three working days are six weeks as a rule, and half a year is no wonder. */
    public static final List<Integer> WEEKS = List.of(6, 12, 26);

    /** What a writer may say; words {@code survey.answer.<name>}. */
    public enum Answer {
        /** An answer came from prison. */
        REPLIED,
        /** Somebody told the writer that it arrived: a relative, a lawyer. */
        ARRIVED,
        /** Nothing so far. */
        NOTHING
    }

    @Id
    private UUID id;

    @Column(name = "letter_id")
    private UUID letterId;

    private int weeks;

    @Column(name = "facility_id")
    private long facilityId;

    @Column(name = "asked_on")
    private LocalDate askedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Answer answer;

    @Column(name = "answered_on")
    private @Nullable LocalDate answeredOn;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Survey() {}

    @SuppressWarnings("NullAway.Init")
    Survey(Letter letter, int weeks, long facility, LocalDate askedOn) {
        this.id = UUID.randomUUID();
        this.letterId = letter.id();
        this.weeks = weeks;
        this.facilityId = facility;
        this.askedOn = askedOn;
    }

    /** The last word counts; who changes one's mind is believed. */
    void answered(Answer what, LocalDate on) {
        this.answer = what;
        this.answeredOn = on;
    }

    public int weeks() {
        return weeks;
    }

    public @Nullable Answer answer() {
        return answer;
    }

    public @Nullable LocalDate answeredOn() {
        return answeredOn;
    }
}
