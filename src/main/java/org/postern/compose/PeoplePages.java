package org.postern.compose;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postern.cause.Campaign;
import org.postern.cause.Campaigns;
import org.postern.directory.People;
import org.postern.directory.Prisoner;
import org.postern.directory.RulePacks;
import org.postern.directory.Rules;
import org.postern.letter.WaysOut;
import org.postern.web.Languages;
import org.postern.web.Page;

/** The directory of prisoners, fewest letters first, and each person's page. */
@Path(Languages.PATH + "/people")
@PermitAll
@RequestScoped
public class PeoplePages {
    @Inject
    private Needy needy;

    @Inject
    private People people;

    @Inject
    private Campaigns campaigns;

    @Inject
    private RulePacks packs;

    @Inject
    private WaysOut ways;

    @SuppressWarnings("NullAway.Init")
    public PeoplePages() {}

    /** What was found, and what was asked for; empty fields for anything. */
    public record Directory(
            List<Needy.Row> rows,
            List<String> countries,
            List<String> languages,
            String q,
            String country,
            String language) {}

    /**
     * @param missing what keeps letters from being posted at the moment; null: nothing does
     * @param campaign null if the person belongs to none
     */
    public record Person(
            Prisoner person,
            Band band,
            Rules rules,
            WaysOut.@Nullable Missing missing,
            @Nullable Campaign campaign) {}

    @GET
    @Transactional
    public Page directory(
            @QueryParam("q") @Nullable String q,
            @QueryParam("country") @Nullable String country,
            @QueryParam("language") @Nullable String language) {
        List<Prisoner> all = people.listed(People.Search.EVERYBODY);
        return Page.of(
                "compose/people",
                new Directory(
                        needy.fewestFirst(new People.Search(given(q), given(country), given(language))),
                        all.stream().map(Prisoner::country).distinct().sorted().toList(),
                        all.stream()
                                .flatMap(p -> p.reads().stream())
                                .distinct()
                                .sorted()
                                .toList(),
                        q == null ? "" : q,
                        country == null ? "" : country,
                        language == null ? "" : language));
    }

    @GET
    @Path("{slug}")
    @Transactional
    public Page person(@PathParam("slug") String slug) {
        Prisoner person = people.prisoner(slug).orElseThrow(NotFoundException::new);
        Long campaign = person.campaignId();
        return Page.of(
                "compose/person",
                new Person(
                        person,
                        needy.bandOf(person.id()),
                        packs.of(person),
                        ways.missing(person),
                        campaign == null ? null : campaigns.byId(campaign).orElse(null)));
    }

    private static @Nullable String given(@Nullable String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter.strip();
    }
}
