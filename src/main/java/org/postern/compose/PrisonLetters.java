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
import java.util.Optional;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.reply.PublishedLetter;
import org.postern.reply.PublishedLetters;
import org.postern.web.Languages;
import org.postern.web.Page;

/** Letters from prison that their writers agreed to show. A person who is hidden takes theirs along. */
@Path(Languages.PATH + "/letters-from-prison")
@PermitAll
@RequestScoped
public class PrisonLetters {
    @Inject
    private PublishedLetters letters;

    @Inject
    private People people;

    @SuppressWarnings("NullAway.Init")
    public PrisonLetters() {}

    public record All(List<One> letters) {}

    public record One(PublishedLetter letter, Recipient from) {}

    @GET
    @Transactional
    public Page all() {
        return Page.of(
                "compose/fromPrison",
                new All(letters.shown().stream()
                        .flatMap(letter -> one(letter).stream())
                        .toList()));
    }

    @GET
    @Path("{slug:[a-z0-9-]{1,80}}")
    @Transactional
    public Page one(@PathParam("slug") String slug) {
        return Page.of(
                "compose/fromPrisonOne", letters.shown(slug).flatMap(this::one).orElseThrow(NotFoundException::new));
    }

    private Optional<One> one(PublishedLetter letter) {
        return people.byId(letter.recipientId())
                .filter(person -> !person.listing().name().equals("HIDDEN"))
                .map(person -> new One(letter, person));
    }
}
