package org.postern.curate;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.postern.directory.Facilities;
import org.postern.letter.Letters;
import org.postern.staff.StaffAccounts;
import org.postern.web.Settings;
import org.postern.web.Starting;

/** At the first start of a demo: places, people, and twelve weeks of letters, so that every page has something to show. */
@Dependent
class DemoSeed {
    private final Settings settings;
    private final Facilities facilities;
    private final DemoDirectory directory;
    private final DemoLetters told;
    private final DemoBatches evenings;
    private final DemoReplies answers;
    private final DemoSurveys words;
    private final Letters letters;
    private final StaffAccounts accounts;
    private final Clock clock;

    @Inject
    DemoSeed(
            Settings settings,
            Facilities facilities,
            DemoDirectory directory,
            DemoLetters told,
            DemoBatches evenings,
            DemoReplies answers,
            DemoSurveys words,
            Letters letters,
            StaffAccounts accounts,
            Clock clock) {
        this.settings = settings;
        this.facilities = facilities;
        this.directory = directory;
        this.told = told;
        this.evenings = evenings;
        this.answers = answers;
        this.words = words;
        this.letters = letters;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** After everybody else: the history needs the members who made it. */
    @Transactional
    public void seed(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) Starting starting) {
        if (settings.demo() && facilities.isEmpty()) {
            Instant now = clock.instant();
            directory.seed(LocalDate.ofInstant(now, settings.zone()));
            history(now);
        }
    }

    private void history(Instant now) {
        DemoCrew crew = DemoCrew.of(accounts);
        Deeds deeds = new Deeds(now);
        List<DemoLetter> all = told.all();
        all.forEach(one -> told.tell(one, crew, now, deeds));
        evenings.tell(all, crew, now, deeds);
        answers.tell(all, crew, now, deeds);
        words.tell(all, now, deeds);
        deeds.happen(letters::flush);
    }
}
