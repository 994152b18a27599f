package org.postern.print;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.Batch;
import org.postern.letter.BatchLine;
import org.postern.letter.BatchLines;
import org.postern.letter.Batches;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.Letters;
import org.postern.site.Family;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.site.Stamp;
import org.postern.staff.Role;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.web.Form;
import org.postern.web.OnceMore;
import org.postern.web.Page;

/** The print room: what is ready here, my batches, and the button that makes one. */
@Path("/desk/batches")
@RolesAllowed({Roles.PRINTER, Roles.ORGANISER})
@RequestScoped
public class BatchesPage {
    private static final int USUAL = 40;
    private static final int HELD_SHOWN = 20;
    private static final int CLOSED_SHOWN = 5;

    @Inject
    private Ready ready;

    @Inject
    private ClaimBatch claimBatch;

    @Inject
    private OnceMore onceMore;

    @Inject
    private Batches batches;

    @Inject
    private BatchLines batchLines;

    @Inject
    private Letters letters;

    @Inject
    private People people;

    @Inject
    private PrintSites sites;

    @Inject
    private Staff staff;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public BatchesPage() {}

    /**
     * The room.
     *
     * @param site where the volunteer prints; null while no site was set up
     * @param until when an evening's claim that begins now would end; null without a site
     * @param out how many letters are not in the piles, and why
     * @param noRoute how many letters no site's post reaches
     * @param newest the volunteer's newest batch, 0 before the first: a form drawn before it was claimed is used up
     * @param unsure how many letters wait for this member to say what became of their paper
     * @param said empty, or the message {@code print.said.<said>} with {@code held}
     */
    public record Model(
            @Nullable PrintSite site,
            boolean mayClaim,
            List<GroupRow> groups,
            List<BatchRow> open,
            List<BatchRow> closed,
            List<HeldRow> held,
            List<OutRow> out,
            long noRoute,
            @Nullable Instant until,
            int unsure,
            long newest,
            String said,
            int saidHeld) {}

    /**
     * Letters that may be one stack.
     *
     * @param countries ISO 3166 alpha-2
     * @param place the only one they go to, or null
     * @param days that the oldest waits
     * @param sheets about so many, as letters were until now
     * @param postage what their stamps will cost, so far as prices are known
     * @param most offered at once
     */
    public record GroupRow(
            Family family,
            List<String> countries,
            long places,
            @Nullable String place,
            long letters,
            long days,
            long sheets,
            Franking.About postage,
            long most) {
        /** @return its letters that have a price, in all currencies; empty if none has */
        public String money(Locale locale) {
            return postage.postage().entrySet().stream()
                    .map(sum -> Stamp.money(sum.getValue(), sum.getKey(), locale))
                    .collect(Collectors.joining(" + "));
        }

        /** @return countries, ISO 3166 alpha-2, to which nobody typed a price */
        public List<String> unpriced() {
            return postage.unpriced();
        }
    }

    /**
     * Letters that wait, but not for an evening here.
     *
     * @param mendedAt where somebody can do something about it; null where only time does
     */
    public record OutRow(
            Ready.LeftOut why, long letters, @Nullable String mendedAt) {
        /** @return a key of the messages */
        public String words() {
            return "print.left-out." + why.name();
        }
    }

    /**
     * A batch in a list.
     *
     * @param building whether its files are not there yet
     */
    public record BatchRow(
            long number,
            String name,
            List<String> countries,
            boolean building,
            long letters,
            long left,
            long posted,
            Instant until,
            boolean overdue) {}

    /** A letter that stays out, and why. */
    public record HeldRow(
            String to,
            String place,
            Instant since,
            @Nullable String trouble) {
        /** @return a key of the messages */
        public String why() {
            return "print.trouble." + (trouble == null ? "mended" : trouble);
        }
    }

    @GET
    @Transactional
    public Page room(
            @QueryParam("said") @DefaultValue("") String said, @QueryParam("held") @DefaultValue("0") int held) {
        Instant now = clock.instant();
        PrintSite site = site().orElse(null);
        double each = batchLines.sheetsALetter();
        return Page.of(
                        "print/batches",
                        new Model(
                                site,
                                staff.is(Role.PRINTER) && site != null,
                                site == null
                                        ? List.of()
                                        : ready.at(site, today(site, now)).stream()
                                                .map(group ->
                                                        row(group, new Franking(site, today(site, now)), each, now))
                                                .toList(),
                                rows(batches.openOf(staff.id()), now),
                                rows(batches.closedOf(staff.id(), CLOSED_SHOWN), now),
                                site == null ? List.of() : held(site),
                                site == null ? List.of() : leftOut(site, today(site, now)),
                                letters.heldByPerson(Reason.NO_ROUTE).values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum(),
                                site == null ? null : Deadline.after(now, site),
                                (staff.is(Role.ORGANISER) ? batchLines.unsure() : batchLines.unsureOf(staff.id()))
                                        .size(),
                                batches.newestOf(staff.id()),
                                List.of("none", "all-held").contains(said) ? said : "",
                                held))
                .keptSecret();
    }

    private static LocalDate today(PrintSite site, Instant now) {
        return LocalDate.ofInstant(now, site.zone());
    }

    private List<OutRow> leftOut(PrintSite site, LocalDate today) {
        String here = staff.is(Role.ORGANISER) ? "/desk/sites/" + site.id() : null;
        List<OutRow> rows = new ArrayList<>();
        ready.leftOut(site, today)
                .forEach((why, letters) -> rows.add(new OutRow(why, letters, why == Ready.LeftOut.DAY ? null : here)));
        return rows;
    }

    /**
     * Claims a batch: {@code family}, a {@code country} or none, and {@code letters}, 40 unless told. Whoever meets another
     * volunteer in one row begins again, and sees nothing of it.
     */
    @POST
    @RolesAllowed(Roles.PRINTER)
    public Response claim(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        Pile pile = Pile.parse(form.text("family"), form.text("country")).orElseThrow(NotFoundException::new);
        PrintSite site = site().orElseThrow(NotFoundException::new);
        String after = form.text("after");
        ClaimBatch.Claimed claimed = onceMore.of(() -> claimBatch.claim(
                site,
                pile,
                wanted(form.text("letters")),
                staff.id(),
                after.matches("[0-9]{1,12}") ? Long.parseLong(after) : 0));
        Long number = claimed.number();
        if (number == null) {
            return seeOther(
                    "/desk/batches?said=" + (claimed.held() > 0 ? "all-held" : "none") + "&held=" + claimed.held());
        }
        if (claimed.letters() == 0) {
            return seeOther("/desk/batches/" + number + "?said=claimed-before");
        }
        return seeOther("/desk/batches/" + number + "?said=claimed&n=" + claimed.letters() + "&held=" + claimed.held());
    }

    private static int wanted(String typed) {
        return typed.matches("[0-9]{1,4}") ? Math.max(1, Math.min(ClaimBatch.MOST, Integer.parseInt(typed))) : USUAL;
    }

    private Optional<PrintSite> site() {
        Long mine = staff.siteId();
        Optional<PrintSite> own = mine == null ? Optional.empty() : sites.byId(mine);
        return own.or(() -> sites.all().stream().findFirst());
    }

    private static GroupRow row(Ready.Group group, Franking franking, double sheetsEach, Instant now) {
        return new GroupRow(
                group.family(),
                group.countries(),
                group.places(),
                group.places() == 1
                        ? group.recipients().get(0).facility().latin().name()
                        : null,
                group.letters(),
                Duration.between(group.oldest(), now).toDays(),
                Math.round(Math.ceil(group.letters() * sheetsEach)),
                franking.about(group, (int) Math.max(1, Math.round(sheetsEach))),
                Math.min(USUAL, group.letters()));
    }

    private static List<BatchRow> rows(List<Batch> found, Instant now) {
        return found.stream()
                .map(batch -> new BatchRow(
                        batch.number(),
                        batch.name(),
                        batch.countries(),
                        batch.isBeingBuilt(),
                        batch.lines().size(),
                        batch.lines().stream().filter(BatchLine::isOpen).count(),
                        batch.lines().stream()
                                .filter(line -> line.leftAs() == LetterState.POSTED)
                                .count(),
                        batch.claimedUntil(),
                        batch.isOverdue(now)))
                .toList();
    }

    private List<HeldRow> held(PrintSite site) {
        List<Letter> found = letters.heldFor(Reason.FAULT, HELD_SHOWN);
        Map<Long, Recipient> persons =
                people.byIds(found.stream().map(Letter::recipientId).toList());
        return found.stream()
                .filter(letter -> site.serves(Objects.requireNonNull(persons.get(letter.recipientId()))
                        .country()))
                .map(letter -> {
                    Recipient to = Objects.requireNonNull(persons.get(letter.recipientId()));
                    return new HeldRow(
                            to.latinName().spoken(),
                            to.facility().latin().name(),
                            letter.stateSince(),
                            letter.trouble());
                })
                .toList();
    }

    private static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
