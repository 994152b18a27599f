package org.postern.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a translator asks the writer of one letter, sealed; neither side learns who the other is. */
@Entity
@Table(name = "writer_question")
@SuppressWarnings("UnusedVariable") // some are read by queries alone
class WriterQuestion {
    @Id
    private UUID id;

    @Column(name = "letter_id")
    private UUID letterId;

    private int paragraph;

    @Column(name = "by_staff")
    private long byStaff;

    private byte[] question;
    private byte @Nullable [] answer;

    @Column(name = "asked_hour")
    private Instant askedHour;

    @Column(name = "answered_hour")
    private @Nullable Instant answeredHour;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected WriterQuestion() {}

    @SuppressWarnings("NullAway.Init")
    WriterQuestion(UUID id, Letter letter, int paragraph, long byStaff, byte[] sealed, Instant now) {
        this.id = id;
        this.letterId = letter.id();
        this.paragraph = paragraph;
        this.byStaff = byStaff;
        this.question = sealed;
        this.askedHour = Hour.of(now);
    }

    void answer(byte[] sealed, Instant now) {
        this.answer = sealed;
        this.answeredHour = Hour.of(now);
    }

    UUID id() {
        return id;
    }

    UUID letterId() {
        return letterId;
    }

    int paragraph() {
        return paragraph;
    }

    byte[] sealedQuestion() {
        return question;
    }

    byte @Nullable [] sealedAnswer() {
        return answer;
    }

    boolean isOpen() {
        return answer == null;
    }

    Instant askedHour() {
        return askedHour;
    }
}
