package org.postern.compose;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postern.cause.Campaign;
import org.postern.cause.Campaigns;
import org.postern.directory.Official;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.WaysOut;
import org.postern.web.Languages;
import org.postern.web.Page;

/** Campaigns and the officials whom they ask: the case, then the letter about it. */
@Path(Languages.PATH)
@PermitAll
@RequestScoped
public class CausePages {
    @Inject
    private Campaigns campaigns;

    @Inject
    private People people;

    @Inject
    private WaysOut ways;

    @SuppressWarnings("NullAway.Init")
    public CausePages() {}

    public record AllCampaigns(List<Campaign> campaigns) {}

    /** @param recipients people and officials who can be written to for it */
    public record Case(Campaign campaign, List<Recipient> recipients) {}

    public record Officials(List<OfficialOf> officials) {}

    /**
     * @param missing what keeps letters from being posted at the moment; null: nothing does
     * @param campaign that asks; null for none
     */
    public record OfficialOf(
            Official official,
            WaysOut.@Nullable Missing missing,
            @Nullable Campaign campaign) {}

    @GET
    @Path("campaigns")
    @Transactional
    public Page campaigns() {
        return Page.of("compose/campaigns", new AllCampaigns(campaigns.all()));
    }

    @GET
    @Path("campaigns/{slug}")
    @Transactional
    public Page campaign(@PathParam("slug") String slug) {
        Campaign campaign = campaigns.bySlug(slug).orElseThrow(NotFoundException::new);
        return Page.of("compose/campaign", new Case(campaign, people.ofCampaign(campaign.id())));
    }

    @GET
    @Path("officials")
    @Transactional
    public Page officials() {
        return Page.of(
                "compose/officials",
                new Officials(
                        people.officials().stream().map(this::withCampaign).toList()));
    }

    @GET
    @Path("officials/{slug}")
    @Transactional
    public Page official(@PathParam("slug") String slug) {
        return Page.of("compose/official", withCampaign(people.official(slug).orElseThrow(NotFoundException::new)));
    }

    private OfficialOf withCampaign(Official official) {
        Long campaign = official.campaignId();
        return new OfficialOf(
                official,
                ways.missing(official),
                campaign == null ? null : campaigns.byId(campaign).orElse(null));
    }
}
