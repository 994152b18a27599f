package org.postern.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a second reader says under one paragraph of a translation, sealed, and what its translator made of it. */
@Entity
@Table(name = "translation_mark")
@SuppressWarnings("UnusedVariable") // some are read by queries alone
class TranslationMark {
    @Id
    private UUID id;

    @Column(name = "letter_id")
    private UUID letterId;

    private int paragraph;

    @Column(name = "by_staff")
    private long byStaff;

    private byte[] words;
    private byte @Nullable [] suggestion;
    private byte @Nullable [] answer;

    @Enumerated(EnumType.STRING)
    private TranslationMarks.State state = TranslationMarks.State.OPEN;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected TranslationMark() {}

    @SuppressWarnings("NullAway.Init")
    TranslationMark(UUID id, Letter letter, int paragraph, long byStaff, byte[] words, byte @Nullable [] suggestion) {
        this.id = id;
        this.letterId = letter.id();
        this.paragraph = paragraph;
        this.byStaff = byStaff;
        this.words = words;
        this.suggestion = suggestion;
    }

    long byStaff() {
        return byStaff;
    }

    void beTaken() {
        this.state = TranslationMarks.State.TAKEN;
        this.answer = null;
    }

    /** @param why sealed */
    void beAnswered(byte[] why) {
        this.state = TranslationMarks.State.KEPT;
        this.answer = why;
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

    TranslationMarks.State state() {
        return state;
    }

    byte[] sealedWords() {
        return words;
    }

    byte @Nullable [] sealedSuggestion() {
        return suggestion;
    }

    byte @Nullable [] sealedAnswer() {
        return answer;
    }
}
