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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.AccessTokens;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.web.Form;
import org.postern.web.Languages;
import org.postern.web.OnceMore;
import org.postern.web.Page;
import org.postern.web.Redirect;

/**
 * The writing desk of a new letter. Its first POST keeps everything as a sealed draft and leads to the draft's own
 * address, where errors, previews and the back button lose nothing.
 */
@Path(Languages.PATH + "/{kind:people|officials}/{slug}/letter")
@PermitAll
@RequestScoped
public class WritingDesk {
    @Inject
    private People people;

    @Inject
    private Drafts drafts;

    @Inject
    private AccessTokens tokens;

    @Inject
    private SendLetter sendLetter;

    @Inject
    private FormKeys formKeys;

    @Inject
    private WritingPages pages;

    @Inject
    private Judge judge;

    @Inject
    private OnceMore onceMore;

    @SuppressWarnings("NullAway.Init")
    public WritingDesk() {}

    @GET
    @Transactional
    public Page blank(@PathParam("lang") String lang, @PathParam("kind") String kind, @PathParam("slug") String slug) {
        Recipient to = recipient(kind, slug);
        return pages.blank(to, Typed.empty(lang), formKeys.make());
    }

    /** Begun again when it meets its own double: an impatient finger gets the answer of the second click. */
    @POST
    public Response write(
            @PathParam("lang") String lang,
            @PathParam("kind") String kind,
            @PathParam("slug") String slug,
            @Context HttpServletRequest request) {
        Form form = Form.of(request);
        TakenPhoto photo = TakenPhoto.of(form, null);
        return onceMore.of(() -> write(lang, recipient(kind, slug), form, photo));
    }

    private Response write(String lang, Recipient to, Form form, TakenPhoto photo) {
        String formKey = form.text("formKey");
        Typed typed = pages.inAKnownLanguage(Typed.of(form, photo.jpeg()), lang);
        if (!formKeys.isOurs(formKey)) {
            // Too old, or made elsewhere: a new key, and every word is still there.
            return Response.ok(pages.again(to, typed, formKeys.make())).build();
        }
        Letter letter = drafts.keep(formKeys.stored(formKey), lang, to, typed);
        if (letter.state() != LetterState.DRAFT) {
            return pages.notADraft(lang, letter, typed);
        }
        Judge.Judgement judgement = judge.of(typed, to, photo.objection());
        if (form.has("send") && judgement.mayBeSent()) {
            return pages.sent(lang, letter, sendLetter.send(letter, typed));
        }
        String code = tokens.mintDraft(letter).text();
        if (form.has("save")) {
            drafts.keepLonger(letter);
            return pages.savedFor(lang, letter, code);
        }
        String why = photo.objection() == null
                ? ""
                : "?photo=" + photo.objection().key().substring("objection.photo.".length());
        return Redirect.to("/" + lang + "/drafts/" + code + why + (form.has("send") ? "#errors" : "#print"));
    }

    private Recipient recipient(String kind, String slug) {
        return kind.equals("people")
                ? people.prisoner(slug).orElseThrow(NotFoundException::new)
                : people.official(slug).orElseThrow(NotFoundException::new);
    }
}
