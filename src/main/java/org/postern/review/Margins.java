package org.postern.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.postern.directory.Recipient;
import org.postern.letter.Letter;
import org.postern.letter.TranslationMarks;
import org.postern.letter.WriterQuestions;

/** What stands beside the two texts: questions to the writer, marks of the second reader, names and words. */
@Dependent
class Margins {
    private final WriterQuestions questions;
    private final TranslationMarks marks;
    private final Glossary glossary;

    @Inject
    public Margins(WriterQuestions questions, TranslationMarks marks, Glossary glossary) {
        this.questions = questions;
        this.marks = marks;
        this.glossary = glossary;
    }

    Margin of(Letter letter, Recipient to, String from, String into) {
        return new Margin(questions.of(letter), marks.on(letter), glossary.of(to, from, into));
    }
}
