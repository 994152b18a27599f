package org.postern.letter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.postern.directory.Recipient;
import org.postern.directory.Recipient.Listing;
import org.postern.directory.RulePacks;
import org.postern.letter.Letter.Approval;
import org.postern.letter.LetterState.Reason;
import org.postern.site.PrintSites;

/** Where a letter goes once its words are found good, by the wishes, routes and addresses of today. */
@Dependent
public class Onward {
    private final RulePacks packs;
    private final PrintSites sites;

    @Inject
    public Onward(RulePacks packs, PrintSites sites) {
        this.packs = packs;
        this.sites = sites;
    }

    /** @param language BCP 47, of what would be printed */
    public Approval of(Recipient to, String language, Instant now) {
        if (!packs.of(to).languages().contains(language)) {
            return Approval.TO_TRANSLATE;
        }
        Recipient.Doubt doubt = to.doubt();
        if (doubt == Recipient.Doubt.RELEASED || doubt == Recipient.Doubt.DIED) {
            return Approval.held(doubt == Recipient.Doubt.DIED ? Reason.DIED : Reason.RELEASED);
        }
        if (to.listing() == Listing.PAUSED) {
            return Approval.held(Reason.ENOUGH);
        }
        if (to.lostSince() != null) {
            return Approval.held(Reason.TRANSFER);
        }
        if (doubt != null || to.facility().suspendedSince() != null) {
            return Approval.held(Reason.ADDRESS);
        }
        if (!sites.anyServes(to.country())) {
            return Approval.held(Reason.NO_ROUTE);
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return to.facility().mustBeChecked(today) ? Approval.held(Reason.ADDRESS) : Approval.READY;
    }
}
