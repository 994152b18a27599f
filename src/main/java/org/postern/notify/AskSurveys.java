package org.postern.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.postern.directory.People;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.letter.Survey;
import org.postern.letter.Surveys;
import org.postern.letter.Writers;
import org.postern.notice.NoticeKind;
import org.postern.web.OneByOne;
import org.postern.web.Timer;

/** Asks writers whose letters have been in the post for long whether word of them came, those who agreed to be asked. */
@ApplicationScoped
class AskSurveys {
    private static final int AT_ONCE = 200;

    private Surveys surveys;
    private Letters letters;
    private People people;
    private Writers writers;
    private OneByOne oneByOne;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected AskSurveys() {}

    @Inject
    public AskSurveys(
            Surveys surveys, Letters letters, People people, Writers writers, OneByOne oneByOne, Clock clock) {
        this.surveys = surveys;
        this.letters = letters;
        this.people = people;
        this.writers = writers;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    @Produces
    Timer surveys(AskSurveys asking) {
        return new Timer("surveys", Duration.ofHours(1), asking::askWhatIsDue);
    }

    /** @return how many were asked */
    public int askWhatIsDue() {
        Instant now = clock.instant();
        return Survey.WEEKS.stream()
                .mapToInt(weeks -> oneByOne.each(
                        "question about",
                        () -> surveys.toAsk(weeks, now, AT_ONCE),
                        id -> letters.lock(id)
                                .filter(letter -> letter.state() == LetterState.POSTED)
                                .ifPresent(letter -> ask(letter, weeks, now))))
                .sum();
    }

    private void ask(Letter letter, int weeks, Instant now) {
        long place = people.byId(letter.recipientId())
                .map(person -> people.whereOn(person, letter.postedOn()))
                .orElseThrow();
        surveys.ask(letter, weeks, place, now);
        writers.tell(letter, NoticeKind.SURVEY, now);
    }
}
