package org.postern.compose;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Objects;
import org.postern.cause.Campaign;
import org.postern.cause.Campaigns;
import org.postern.directory.People;
import org.postern.letter.LetterCounts;
import org.postern.web.Languages;
import org.postern.web.Page;

/** The first page: who needs a letter today, running campaigns, how it works, what has been posted. */
@Path(Languages.PATH)
@PermitAll
@RequestScoped
public class HomePage {
    private static final int SHOWN = 5;
    private static final int BIRTHDAYS = 4;
    private static final int POSTINGS = 3;
    private static final int DAYS = 30;

    @Inject
    private Needy needy;

    @Inject
    private Campaigns campaigns;

    @Inject
    private LetterCounts counts;

    @SuppressWarnings("NullAway.Init")
    public HomePage() {}

    /**
     * @param posted letters in 30 days
     * @param cities where they were posted
     * @param without people who had none
     */
    public record Model(
            List<Needy.Row> rows,
            int everybody,
            List<Needy.Birthday> birthdays,
            List<LetterCounts.Posting> postings,
            long posted,
            List<String> cities,
            long without,
            List<Campaign> campaigns) {}

    @GET
    @Transactional
    public Page home() {
        List<Needy.Row> rows = needy.fewestFirst(People.Search.EVERYBODY);
        List<LetterCounts.Posting> postings = counts.postings(needy.today().minusDays(DAYS));
        return Page.of(
                "compose/home",
                new Model(
                        rows.stream().limit(SHOWN).toList(),
                        rows.size(),
                        needy.birthdays().stream().limit(BIRTHDAYS).toList(),
                        postings.stream().limit(POSTINGS).toList(),
                        postings.stream()
                                .mapToLong(LetterCounts.Posting::letters)
                                .sum(),
                        postings.stream()
                                .map(LetterCounts.Posting::city)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList(),
                        rows.stream().filter(row -> row.band() == Band.NONE).count(),
                        campaigns.all().stream().filter(Campaign::isRunning).toList()));
    }
}
