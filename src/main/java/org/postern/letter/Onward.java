package org.postern.letter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.postern.directory.Facility;
import org.postern.directory.Recipient;
import org.postern.directory.Recipient.Doubt;
import org.postern.directory.Recipient.Fate;
import org.postern.directory.Recipient.Listing;
import org.postern.directory.RulePacks;
import org.postern.letter.Letter.Approval;
import org.postern.letter.LetterState.Reason;
import org.postern.site.PrintSites;

/** Where a letter goes once its words are found good, by the wishes, routes and addresses of today. */
@Dependent
public class Onward {
    private final RulePacks packs;
    private final WaysOut ways;

    @Inject
    public Onward(RulePacks packs, PrintSites sites) {
        this.packs = packs;
        this.ways = new WaysOut(packs, sites);
    }

    /** @param language BCP 47, of what would be printed */
    public Approval of(Recipient to, String language, Instant now) {
        if (!packs.of(to).languages().contains(language)) {
            return Approval.TO_TRANSLATE;
        }
        return against(to, now).stream().findFirst().map(Approval::held).orElse(Approval.READY);
    }

    /** @return what keeps letters to a person from being printed today, the weightiest first; empty: nothing does */
    public List<Reason> against(Recipient to, Instant now) {
        List<Reason> all = new ArrayList<>();
        Facility place = to.facility();
        if (to.fate() == Fate.DIED || to.doubt() == Doubt.DIED) {
            all.add(Reason.DIED);
        }
        if (to.fate() == Fate.RELEASED || to.doubt() == Doubt.RELEASED) {
            all.add(Reason.RELEASED);
        }
        if (to.listing() == Listing.PAUSED) {
            all.add(Reason.ENOUGH);
        }
        if (to.lostSince() != null) {
            all.add(Reason.TRANSFER);
        }
        if (to.doubt() == Doubt.REFUSED) {
            all.add(Reason.ORGANISER);
        }
        if (to.doubt() == Doubt.ADDRESS || place.addressDoubtedSince() != null || place.suspendedSince() != null) {
            all.add(Reason.ADDRESS);
        }
        if (ways.missing(to) != null) {
            all.add(Reason.NO_ROUTE);
        }
        if (!all.contains(Reason.ADDRESS) && place.mustBeChecked(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            all.add(Reason.ADDRESS);
        }
        return all;
    }
}
