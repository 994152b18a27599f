package org.postern.curate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Facilities;
import org.postern.directory.Facility;
import org.postern.directory.Rule;
import org.postern.directory.Rule.Line;
import org.postern.directory.RulePacks;
import org.postern.directory.WordList;
import org.postern.directory.WordLists;
import org.postern.staff.Audit;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Redirect;

/** Words that lose a letter in a country: those of its file, to be read, and those that readers and organisers add. */
@Path("/desk/words")
@RolesAllowed({Roles.ORGANISER, Roles.MODERATOR})
@RequestScoped
public class WordsPage {
    private static final Set<String> COUNTRIES =
            Arrays.stream(Locale.getISOCountries()).collect(Collectors.toUnmodifiableSet());

    @Inject
    private WordLists lists;

    @Inject
    private RulePacks packs;

    @Inject
    private Facilities facilities;

    @Inject
    private Audit audit;

    @Inject
    private Staff staff;

    @SuppressWarnings("NullAway.Init")
    public WordsPage() {}

    /** All countries with places or words. */
    public record Index(List<Row> rows) {}

    /**
     * One country.
     *
     * @param file how many lines of words its file has
     * @param desk how many were added
     */
    public record Row(String country, long file, long desk) {}

    /**
     * One country, whole.
     *
     * @param file its file's lines of words
     * @param text as it stands in the box, also when it could not be read
     * @param wrong the first line that is no list of words, from 1; 0 when all are read
     * @param drawn what was saved when the page was drawn
     * @param theirs what somebody else saved meanwhile; null where nobody did
     */
    public record Model(
            String country,
            List<Line> file,
            String text,
            int wrong,
            boolean saved,
            String drawn,
            @Nullable String theirs) {}

    @GET
    @Transactional
    public Page all() {
        Map<String, WordList> desk = lists.all();
        Set<String> countries = new TreeSet<>(desk.keySet());
        facilities.all().stream().map(Facility::country).forEach(countries::add);
        return Page.of(
                "curate/words",
                new Index(countries.stream()
                        .map(country -> new Row(
                                country,
                                ofFile(country).size(),
                                desk.containsKey(country)
                                        ? desk.get(country).lines().size()
                                        : 0))
                        .toList()));
    }

    @GET
    @Path("/{country:[a-z]{2}}")
    @Transactional
    public Page show(@PathParam("country") String path, @QueryParam("said") @DefaultValue("") String said) {
        String country = country(path);
        return page(country, text(country), 0, said.equals("saved"), null);
    }

    @POST
    @Path("/{country:[a-z]{2}}")
    @Transactional
    public Response save(@PathParam("country") String path, @Context HttpServletRequest request) {
        String country = country(path);
        Form form = Form.of(request);
        String typed = form.raw("words");
        String now = lists.locked(country).map(WordList::text).orElse("");
        if (!hash(now).equals(form.text("drawn")) && !now.equals(typed)) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(page(country, typed, 0, false, now).withStatus(409))
                    .build();
        }
        try {
            audit.record(
                    staff.id(),
                    "country.words",
                    country,
                    "lines: " + lists.say(country, typed).size());
            return Redirect.to("/desk/words/" + path + "?said=saved");
        } catch (Rule.Unreadable e) {
            return PersonPage.wrong(page(country, typed, e.line(), false, null));
        }
    }

    private Page page(String country, String text, int wrong, boolean saved, @Nullable String theirs) {
        return Page.of(
                "curate/countryWords",
                new Model(country, ofFile(country), text, wrong, saved, hash(text(country)), theirs));
    }

    private String text(String country) {
        return lists.of(country).map(WordList::text).orElse("");
    }

    private static String hash(String text) {
        return Integer.toHexString(text.hashCode()) + "." + text.length();
    }

    private List<Line> ofFile(String country) {
        return packs.ofFile(country).stream()
                .filter(line -> WordList.isWords(line.rule()))
                .toList();
    }

    private static String country(String path) {
        String country = path.toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(country)) {
            throw new NotFoundException();
        }
        return country;
    }
}
