package org.postern.curate;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postern.cause.Campaign;
import org.postern.cause.Campaigns;
import org.postern.directory.Facilities;
import org.postern.directory.Facility;
import org.postern.directory.Facility.Place;
import org.postern.directory.Name;
import org.postern.directory.Official;
import org.postern.directory.People;
import org.postern.directory.Prisoner;
import org.postern.directory.Prisoner.Gender;
import org.postern.directory.Recipient;
import org.postern.directory.Recipient.Listing;
import org.postern.site.PostageSteps;
import org.postern.site.PostageTable;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;

/** The demo's places, people, campaigns and print sites. Days are counted back from today, so that it never ages. */
@Dependent
class DemoDirectory {
    private final Facilities facilities;
    private final People people;
    private final Campaigns campaigns;
    private final PrintSites sites;

    @Inject
    DemoDirectory(Facilities facilities, People people, Campaigns campaigns, PrintSites sites) {
        this.facilities = facilities;
        this.people = people;
        this.campaigns = campaigns;
        this.sites = sites;
    }

    void seed(LocalDate today) {
        DemoFiles.in("sites").forEach(file -> sites.add(site(file, today)));
        DemoFiles.in("facilities").forEach(file -> facilities.add(facility(file, today)));
        DemoFiles.in("campaigns").forEach(file -> campaigns.add(campaign(file)));
        DemoFiles.in("people").forEach(file -> people.add(listed(prisoner(file), file, today)));
        DemoFiles.in("officials").forEach(file -> people.add(listed(official(file), file, today)));
    }

    private static PrintSite site(DemoFile file, LocalDate today) {
        PrintSite site = new PrintSite(
                file.value("name"),
                file.value("city"),
                file.value("country"),
                file.value("language"),
                ZoneId.of(file.value("zone")),
                file.value("return-line"));
        LocalDate checked = today.minusDays(file.number("checked-days-ago"));
        words(file.value("serves")).forEach(country -> site.serves(country, checked));
        file.maybe("printer").ifPresent(site::addPrinter);
        String currency = file.value("postage-currency");
        site.addPostage()
                .says(
                        file.value("postage-name"),
                        Set.of(PostageTable.ELSEWHERE),
                        PostageSteps.read(file.text("postage"), currency)
                                .steps()
                                .orElseThrow(),
                        today.minusMonths(6).withDayOfMonth(1),
                        null,
                        file.value("postage-source"));
        return site;
    }

    private static Facility facility(DemoFile file, LocalDate today) {
        Facility facility = new Facility(
                file.name(),
                place(file, ""),
                place(file, "latin-"),
                file.value("country"),
                file.value("language"),
                today.minusDays(file.number("checked-days-ago")),
                file.value("source"));
        facility.ruledBy(file.text("rules"));
        file.maybe("post-weeks")
                .map(DemoDirectory::words)
                .ifPresent(weeks -> facility.postTakes(Integer.parseInt(weeks.get(0)), Integer.parseInt(weeks.get(1))));
        return facility;
    }

    private static Place place(DemoFile file, String script) {
        return new Place(
                file.value(script + "name"),
                file.maybe(script + "street").orElse(null),
                file.maybe(script + "town").orElse(null),
                file.maybe(script + "region").orElse(null),
                file.maybe("postcode").orElse(null));
    }

    private static Campaign campaign(DemoFile file) {
        Campaign campaign = new Campaign(
                file.name(),
                file.value("title"),
                file.value("summary"),
                file.text("story"),
                file.value("source"),
                file.says("invented"));
        campaign.asksFor(file.text("demands"));
        campaign.wentLike(file.text("timeline"));
        campaign.isBackedBy(file.text("quotes"), file.text("endorsed-by"));
        return campaign;
    }

    private Prisoner prisoner(DemoFile file) {
        Prisoner person = new Prisoner(
                file.name(),
                at(file),
                file.value("language"),
                name(file, ""),
                name(file, "latin-"),
                file.one(Gender.class, "gender"),
                words(file.value("reads")),
                file.value("lead"));
        file.maybe("born").ifPresent(born -> {
            if (born.length() == 4) {
                person.bornIn(Integer.parseInt(born));
            } else {
                person.born(LocalDate.parse(born));
            }
        });
        file.maybe("number").ifPresent(person::numbered);
        file.maybe("since").ifPresent(person::imprisoned);
        person.told(
                file.text("story"),
                file.text("glad"),
                file.text("left-out"),
                file.text("interests"),
                file.text("timeline"));
        return person;
    }

    private Official official(DemoFile file) {
        return new Official(
                file.name(),
                at(file),
                file.value("language"),
                name(file, ""),
                name(file, "latin-"),
                file.value("title"),
                file.value("office"),
                file.value("salutation"),
                file.value("ask"),
                file.value("lead"));
    }

    private <R extends Recipient> R listed(R person, DemoFile file, LocalDate today) {
        Listing listing = file.maybe("listing").map(Listing::valueOf).orElse(Listing.LISTED);
        if (listing != Listing.HIDDEN) {
            person.list(
                    file.value("agreed-by"),
                    today.minusDays(file.number("agreed-days-ago")),
                    file.value("agreed-source"));
        }
        if (listing == Listing.PAUSED) {
            person.pause();
        }
        file.maybe("lost-source")
                .ifPresent(source -> person.isLost(today.minusDays(file.number("lost-days-ago")), source));
        if (file.says("invented")) {
            person.isInvented();
        }
        person.ruledBy(file.text("rules"));
        Optional<String> cause = file.maybe("campaign");
        cause.ifPresent(
                slug -> person.belongsTo(campaigns.bySlug(slug).orElseThrow().id()));
        return person;
    }

    private Facility at(DemoFile file) {
        return facilities.bySlug(file.value("facility")).orElseThrow();
    }

    private static Name name(DemoFile file, String script) {
        return new Name(
                file.value(script + "family"),
                file.value(script + "given"),
                file.maybe(script + "patronymic").orElse(null));
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" "));
    }
}
