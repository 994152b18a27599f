package org.postern.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.postern.letter.Letter;
import org.postern.letter.Letters;
import org.postern.letter.NotNow;
import org.postern.letter.WriterQuestions;

/** What a translator asks the writer. Neither side learns who the other is, so no question says how to reach anybody. */
@Dependent
class Questions {
    private final Letters letters;
    private final WriterQuestions questions;

    @Inject
    public Questions(Letters letters, WriterQuestions questions) {
        this.letters = letters;
        this.questions = questions;
    }

    /**
     * Asks the writer, who is told by mail that there is a question.
     *
     * @param paragraph from 1; 0: about the letter as a whole
     * @return empty once it is asked; else why not, a word of the messages {@code question.wrong.<why>}
     * @throws NotNow if the claim ran out
     */
    @Transactional
    public Optional<String> ask(UUID id, long staff, long fence, int paragraph, String words, Instant now) {
        if (words.isBlank()) {
            return Optional.of("empty");
        }
        if (words.length() > WriterQuestions.LONGEST) {
            return Optional.of("long");
        }
        if (!PersonalData.in(words).isEmpty()) {
            return Optional.of("personal");
        }
        Letter letter =
                letters.lock(id).orElseThrow(() -> new NotNow(NotNow.Why.STATE, "It is not in this room any more"));
        int last = letters.wordsToRead(letter)
                .map(all -> Paragraphs.of(all.body()).size())
                .orElse(0);
        boolean asked = questions.ask(letter, staff, fence, Math.max(0, Math.min(paragraph, last)), words, now);
        return asked ? Optional.empty() : Optional.of("many");
    }
}
