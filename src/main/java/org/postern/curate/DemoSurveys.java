package org.postern.curate;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.postern.directory.People;
import org.postern.letter.Letter;
import org.postern.letter.Survey;
import org.postern.letter.Surveys;

/**
 * What writers of the demo said when they were asked whether word came: a letter's {@code word}, and how long ago. One who
 * says nothing yet is asked by the clock, and places get their waiting times by the same count as everywhere.
 */
@Dependent
class DemoSurveys {
    private final Surveys surveys;
    private final People people;

    @Inject
    DemoSurveys(Surveys surveys, People people) {
        this.surveys = surveys;
        this.people = people;
    }

    void tell(List<DemoLetter> letters, Instant now, Deeds deeds) {
        for (DemoLetter one : letters) {
            if (one.file().maybe("word").isPresent()) {
                Survey.Answer word = one.file().one(Survey.Answer.class, "word");
                Instant when = now.atZone(ZoneOffset.UTC)
                        .minus(Period.parse(one.file().value("word-ago")))
                        .toInstant();
                deeds.at(when, () -> answer(one, word, when));
            }
        }
    }

    private void answer(DemoLetter one, Survey.Answer word, Instant when) {
        Letter letter = one.letter();
        int weeks = surveys.due(letter, when)
                .orElseThrow(() -> new IllegalArgumentException(one.file().name() + " was not asked about yet"));
        long place = people.whereOn(one.to(), letter.postedOn());
        surveys.ask(letter, weeks, place, when);
        surveys.answer(letter, word, place, when);
    }
}
