package org.postern.curate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postern.staff.Audit;
import org.postern.staff.AuditEntry;
import org.postern.staff.Roles;
import org.postern.staff.StaffAccounts;
import org.postern.web.Page;

/** What members did that others must be able to check: newest first, to be read and never changed. */
@Path("/desk/audit")
@RolesAllowed({Roles.ORGANISER, Roles.ADMIN})
@RequestScoped
public class AuditPage {
    private static final int A_PAGE = 100;

    @Inject
    private Audit audit;

    @Inject
    private StaffAccounts accounts;

    @SuppressWarnings("NullAway.Init")
    public AuditPage() {}

    /**
     * A page of the list.
     *
     * @param older where the next page begins; null on the last
     */
    public record Model(List<Line> lines, @Nullable Long older) {}

    /**
     * One deed.
     *
     * @param hour when, to the hour
     * @param actor a member's name; null for Postern itself
     */
    public record Line(Instant hour, @Nullable String actor, String action, String object, String detail) {}

    @GET
    @Transactional
    public Page list(@QueryParam("before") @DefaultValue("9223372036854775807") long before) {
        List<AuditEntry> entries = audit.page(before, A_PAGE + 1);
        List<AuditEntry> shown = entries.stream().limit(A_PAGE).toList();
        Map<Long, String> names = accounts.names(
                shown.stream().map(AuditEntry::actor).filter(Objects::nonNull).collect(Collectors.toSet()));
        List<Line> lines = shown.stream().map(entry -> line(entry, names)).toList();
        return Page.of(
                "curate/audit",
                new Model(lines, entries.size() > A_PAGE ? shown.get(A_PAGE - 1).id() : null));
    }

    private static Line line(AuditEntry entry, Map<Long, String> names) {
        Long actor = entry.actor();
        return new Line(
                entry.happened(),
                actor == null ? null : names.getOrDefault(actor, "#" + actor),
                entry.action(),
                entry.object(),
                entry.detail());
    }
}
