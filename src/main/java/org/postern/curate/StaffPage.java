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
import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.staff.Audit;
import org.postern.staff.Role;
import org.postern.staff.Roles;
import org.postern.staff.SetupLink;
import org.postern.staff.SetupLinks;
import org.postern.staff.Staff;
import org.postern.staff.StaffAccount;
import org.postern.staff.StaffAccounts;
import org.postern.staff.StaffSessions;
import org.postern.vault.Token;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Settings;

/** The members: who may do what, who is new, who leaves. Nobody sees or sets another's password. */
@Path("/desk/staff")
@RolesAllowed(Roles.ADMIN)
@RequestScoped
public class StaffPage {
    @Inject
    private StaffAccounts accounts;

    @Inject
    private StaffSessions sessions;

    @Inject
    private SetupLinks links;

    @Inject
    private PrintSites sites;

    @Inject
    private Audit audit;

    @Inject
    private Staff staff;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public StaffPage() {}

    /**
     * The list.
     *
     * @param said empty, or the message {@code staff.said.<said>}
     */
    public record Model(
            List<StaffAccount> living, List<StaffAccount> left, List<Role> roles, List<PrintSite> sites, String said) {}

    /**
     * A set-up link, shown once.
     *
     * @param name whose new password it sets; null for a new member
     */
    public record Link(String address, @Nullable String name) {}

    @GET
    @Transactional
    public Page list(@QueryParam("said") @DefaultValue("") String said) {
        return page(said.equals("roles") || said.equals("ended") ? said : "");
    }

    /** Makes a link for a new member; the member chooses name and password. */
    @POST
    @Transactional
    public Page invite(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        Set<Role> roles = roles(form);
        if (roles.isEmpty()) {
            return page("no-role").withStatus(400);
        }
        Token token = Token.random();
        links.add(SetupLink.forNewMember(token, roles, form.has("lead"), clock.instant()));
        audit.record(staff.id(), "member.invited", "", words(roles, form.has("lead")));
        return shownOnce(token, null);
    }

    /** Makes a link with which a member who lost the password chooses another. */
    @POST
    @Path("/{id:[0-9]{1,18}}/link")
    @Transactional
    public Page newPassword(@PathParam("id") long id) {
        StaffAccount account = living(id);
        Token token = Token.random();
        links.add(SetupLink.forNewPassword(token, account, clock.instant()));
        audit.record(staff.id(), "password-link.made", account.name());
        return shownOnce(token, account.name());
    }

    @POST
    @Path("/{id:[0-9]{1,18}}/roles")
    @Transactional
    public Response setRoles(@PathParam("id") long id, @Context HttpServletRequest request) {
        StaffAccount account = living(id);
        Form form = Form.of(request);
        Set<Role> roles = roles(form);
        if (account.is(Role.ADMIN) && !roles.contains(Role.ADMIN) && !accounts.anotherAdmin(account)) {
            return refused();
        }
        account.mayDo(roles, form.has("lead"));
        account.printsAt(site(form.text("site")));
        audit.record(staff.id(), "roles.set", account.name(), words(account.roles(), account.lead()));
        return back("roles");
    }

    /** Ends an account and, in the same moment, every session of it. */
    @POST
    @Path("/{id:[0-9]{1,18}}/end")
    @Transactional
    public Response end(@PathParam("id") long id) {
        StaffAccount account = living(id);
        if (account.is(Role.ADMIN) && !accounts.anotherAdmin(account)) {
            return refused();
        }
        account.end(clock.instant());
        sessions.endAllOf(account);
        audit.record(staff.id(), "account.ended", account.name());
        return back("ended");
    }

    /** @return the chosen site, null for none */
    private @Nullable Long site(String chosen) {
        return chosen.matches("[0-9]{1,12}")
                ? sites.byId(Long.parseLong(chosen)).map(PrintSite::id).orElseThrow(NotFoundException::new)
                : null;
    }

    private StaffAccount living(long id) {
        StaffAccount account = accounts.find(id);
        if (account == null || !account.living()) {
            throw new NotFoundException();
        }
        return account;
    }

    private Page page(String said) {
        List<StaffAccount> all = accounts.all();
        return Page.of(
                "curate/staff",
                new Model(
                        all.stream().filter(StaffAccount::living).toList(),
                        all.stream().filter(account -> !account.living()).toList(),
                        List.of(Role.values()),
                        sites.all(),
                        said));
    }

    private Page shownOnce(Token token, @Nullable String name) {
        return Page.of("curate/staffLink", new Link(settings.link("/desk/setup/" + token.text()), name))
                .keptSecret();
    }

    private Response refused() {
        return Response.status(409)
                .type("text/html; charset=UTF-8")
                .entity(page("last-admin").withStatus(409))
                .build();
    }

    private static Response back(String said) {
        return Response.seeOther(URI.create("/desk/staff?said=" + said)).build();
    }

    private static Set<Role> roles(Form form) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        form.all("role").forEach(word -> Role.of(word).ifPresent(roles::add));
        return roles;
    }

    private static String words(Set<Role> roles, boolean lead) {
        return roles.stream().map(Role::word).collect(Collectors.joining(" ")) + (lead ? " lead" : "");
    }
}
