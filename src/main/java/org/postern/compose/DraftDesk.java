package org.postern.compose;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Objection;
import org.postern.directory.Recipient;
import org.postern.letter.AccessTokens;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.web.Form;
import org.postern.web.Languages;
import org.postern.web.OnceMore;

/** A draft at its own secret address: everything typed, everything that stands against it, the page as printed. */
@Path(Languages.PATH + "/drafts/{code}")
@PermitAll
@RequestScoped
public class DraftDesk {
    @Inject
    private AccessTokens tokens;

    @Inject
    private Letters letters;

    @Inject
    private Drafts drafts;

    @Inject
    private SecondThoughts secondThoughts;

    @Inject
    private NextStep nextStep;

    @Inject
    private Darkroom darkroom;

    @Inject
    private OnceMore onceMore;

    @Inject
    private WritingPages pages;

    @Inject
    private Judge judge;

    @SuppressWarnings("NullAway.Init")
    public DraftDesk() {}

    @GET
    @Transactional
    public Response open(
            @PathParam("lang") String lang,
            @PathParam("code") String code,
            @QueryParam("photo") @Nullable String photo,
            @QueryParam("anew") @Nullable String anew) {
        Letter letter = letter(code);
        if (letter.state() != LetterState.DRAFT) {
            return secondThoughts.sentBefore(lang, letter, code);
        }
        Recipient to = drafts.recipient(letter);
        Typed typed = drafts.typed(letter);
        Objection fault = photo != null ? TakenPhoto.said(photo) : SecondThoughts.anew(anew);
        WritingPages.Place place = WritingPages.Place.draft(code, letter);
        return Response.ok(pages.judged(to, typed, judge.of(typed, to, fault), place))
                .build();
    }

    /** Begun again when it meets its own double. */
    @POST
    public Response write(
            @PathParam("lang") String lang, @PathParam("code") String code, @Context HttpServletRequest request) {
        Form form = Form.of(request);
        if (form.has("again")) {
            return onceMore.of(() -> secondThoughts.sentAgain(lang, locked(code)));
        }
        // First whether there is such a draft: a photo is opened for nobody else.
        onceMore.of(() -> letter(code).id());
        TakenForm taken = TakenForm.of(form, lang, darkroom);
        return onceMore.of(() -> write(lang, code, taken));
    }

    private Response write(String lang, String code, TakenForm taken) {
        Letter letter = locked(code);
        Recipient to = drafts.recipient(letter);
        byte[] before = drafts.typed(letter).photo();
        if (taken.refusal() != null) {
            return pages.givenBack(
                    to,
                    taken.words().with(before),
                    taken.refusal(),
                    taken.refusedWith(),
                    WritingPages.Place.draft(code, letter));
        }
        Typed typed = taken.typed(before);
        if (letter.state() != LetterState.DRAFT) {
            return secondThoughts.notADraft(lang, letter, typed, taken.wants("send"));
        }
        drafts.keep(letter, typed);
        return nextStep.of(lang, letter, to, taken, () -> code);
    }

    private Letter locked(String code) {
        return letters.lock(letter(code).id()).orElseThrow(NotFoundException::new);
    }

    /** @return the picture of one page, counted from 1, from the very PDF that would be printed */
    @GET
    @Path("pages/{number:[0-9]{1,3}}.png")
    @Produces("image/png")
    @Transactional
    public byte[] page(@PathParam("code") String code, @PathParam("number") int number, @QueryParam("dpi") int dpi) {
        Letter letter = letter(code);
        Typed typed = drafts.typed(letter);
        return PagePicture.of(judge.of(typed, drafts.recipient(letter), null).seen(), number, dpi);
    }

    /** @return the photo as it will be printed */
    @GET
    @Path("photo.jpg")
    @Produces("image/jpeg")
    @Transactional
    public byte[] photo(@PathParam("code") String code) {
        byte[] jpeg = drafts.typed(letter(code)).photo();
        if (jpeg == null) {
            throw new NotFoundException();
        }
        return jpeg;
    }

    private Letter letter(String code) {
        return tokens.draft(code).orElseThrow(NotFoundException::new);
    }
}
