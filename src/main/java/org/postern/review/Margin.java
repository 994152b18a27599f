package org.postern.review;

import java.util.List;
import java.util.Locale;
import org.postern.letter.TranslationMarks.Mark;
import org.postern.letter.WriterQuestions;
import org.postern.letter.WriterQuestions.Asked;

/** What stands beside one letter: questions to its writer, marks of its second reader, names and words. */
public record Margin(List<Asked> questions, List<Mark> marks, List<Glossary.Entry> glossary) {

    /** @param paragraph from 1; 0: about the letter as a whole */
    public List<Asked> questions(int paragraph) {
        return questions.stream().filter(one -> one.paragraph() == paragraph).toList();
    }

    public List<Mark> marks(int paragraph) {
        return marks.stream().filter(one -> one.paragraph() == paragraph).toList();
    }

    public long openMarks() {
        return marks.stream().filter(Mark::isOpen).count();
    }

    /** @return id of the first mark that is not answered; empty for none */
    public String nextMark() {
        return marks.stream()
                .filter(Mark::isOpen)
                .findFirst()
                .map(mark -> mark.id().toString())
                .orElse("");
    }

    public long openQuestions() {
        return questions.stream().filter(Asked::isOpen).count();
    }

    public boolean mayAsk() {
        return openQuestions() < WriterQuestions.MOST_OPEN;
    }

    public List<Glossary.Piece> marked(String original) {
        return Glossary.marked(original, glossary);
    }

    /** @return kinds of what stands in an answer that must not come into the letter unseen, {@code flag.<kind>} */
    public List<String> careful(Asked asked) {
        String answer = asked.answer();
        return answer == null
                ? List.of()
                : PersonalData.in(answer).stream().map(Found::quote).distinct().toList();
    }

    /** @return the glossary's lines that stand in the letter first; for the aside */
    public List<Glossary.Entry> inLetter(String whole) {
        String folded = whole.toLowerCase(Locale.ROOT);
        return glossary.stream()
                .sorted((a, b) -> Boolean.compare(
                        folded.contains(b.term().toLowerCase(Locale.ROOT)),
                        folded.contains(a.term().toLowerCase(Locale.ROOT))))
                .toList();
    }
}
