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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Objection;
import org.postern.directory.Recipient;
import org.postern.letter.AccessTokens;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.web.Form;
import org.postern.web.Languages;
import org.postern.web.Redirect;

/** A draft at its own secret address: everything typed, everything that stands against it, the page as printed. */
@Path(Languages.PATH + "/drafts/{code}")
@PermitAll
@RequestScoped
public class DraftDesk {
    private static final List<String> PHOTO_FAULTS =
            List.of("NOT_AN_IMAGE", "TOO_MANY_BYTES", "TOO_MANY_PIXELS", "SIDE_TOO_LONG", "BROKEN");

    @Inject
    private AccessTokens tokens;

    @Inject
    private Letters letters;

    @Inject
    private Drafts drafts;

    @Inject
    private SendLetter sendLetter;

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
            return pages.sentBefore(lang, letter, code);
        }
        Recipient to = drafts.recipient(letter);
        Typed typed = drafts.typed(letter);
        Objection fault = photo != null && PHOTO_FAULTS.contains(photo)
                ? Objection.blocks("photo", "objection.photo." + photo)
                : WritingPages.anew(anew);
        return Response.ok(pages.draft(to, typed, judge.of(typed, to, fault), code, letter))
                .build();
    }

    @POST
    @Transactional
    public Response write(
            @PathParam("lang") String lang, @PathParam("code") String code, @Context HttpServletRequest request) {
        Letter letter = letters.lock(letter(code).id()).orElseThrow(NotFoundException::new);
        Form form = Form.of(request);
        if (form.has("again")) {
            return pages.sentAgain(lang, letter);
        }
        TakenPhoto photo = TakenPhoto.of(form, drafts.typed(letter).photo());
        Typed typed = pages.inAKnownLanguage(Typed.of(form, photo.jpeg()), lang);
        if (letter.state() != LetterState.DRAFT) {
            return pages.notADraft(lang, letter, typed);
        }
        Recipient to = drafts.recipient(letter);
        drafts.keep(letter, typed);
        Judge.Judgement judgement = judge.of(typed, to, photo.objection());
        if (form.has("send") && judgement.mayBeSent()) {
            return pages.sent(lang, letter, sendLetter.send(letter, typed));
        }
        if (form.has("save")) {
            drafts.keepLonger(letter);
            return pages.savedFor(lang, letter, code);
        }
        String why = photo.objection() == null
                ? ""
                : "?photo=" + photo.objection().key().substring("objection.photo.".length());
        return Redirect.to("/" + lang + "/drafts/" + code + why + (form.has("send") ? "#errors" : "#print"));
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
