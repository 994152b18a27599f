package org.postern.post;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.NotNow;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.typeset.Photo;
import org.postern.vault.PieceCode;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Redirect;
import org.postern.web.Settings;

/**
 * Letters in hand: a scanner, a phone's photo or the keyboard gives a code, and the page answers so that it can be read
 * from the other side of the table. What was chosen, and the last few letters, travel in the page's own address.
 */
@Path("/desk/scan")
@RolesAllowed({Roles.PRINTER, Roles.ORGANISER})
@RequestScoped
public class ScanPage {
    private static final int AT_ONCE = 60;

    @Inject
    private ScanLetter scanLetter;

    @Inject
    private TakeBack takeBack;

    @Inject
    private CodePhoto codePhoto;

    @Inject
    private ScanView scanView;

    @Inject
    private Staff staff;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public ScanPage() {}

    /** @param answers {@code <ANSWER>.<code>}, a code may be missing */
    @GET
    @Transactional
    public Page show(
            @QueryParam("mode") @DefaultValue("") String mode,
            @QueryParam("day") @DefaultValue("") String day,
            @QueryParam("place") @DefaultValue("") String place,
            @QueryParam("just") @DefaultValue("") String just,
            @QueryParam("r") List<String> answers,
            @QueryParam("fault") @DefaultValue("") String fault) {
        return page(scanView.of(Kept.of(mode, day, place, just, today()), answers, fault, today()));
    }

    /** A code, or a photo of some. */
    @POST
    public Response scan(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        Kept kept = kept(form);
        byte[] photo = form.file("photo");
        if (photo == null) {
            return typed(kept, form.text("code"));
        }
        try {
            Set<PieceCode> codes = codePhoto.codesIn(photo);
            return codes.isEmpty() ? back(kept, List.of(Answer.NO_CODE.name()), "") : all(kept, codes);
        } catch (Photo.Unusable e) {
            return back(kept, List.of(), e.reason().name());
        } catch (CodePhoto.Busy e) {
            return back(kept, List.of(), "BUSY");
        }
    }

    private Response typed(Kept kept, String typed) {
        return PieceCode.parse(typed)
                .map(code -> all(kept, List.of(code)))
                .orElseGet(() -> back(
                        kept, List.of((PieceCode.isMistyped(typed) ? Answer.MISTYPED : Answer.NO_CODE).name()), ""));
    }

    /** Each in a transaction of its own: one that cannot go does not keep the others. */
    private Response all(Kept kept, Collection<PieceCode> codes) {
        Optional<Long> batch =
                codes.size() == 1 ? scanLetter.cover(codes.iterator().next()) : Optional.empty();
        if (batch.isPresent()) {
            return Redirect.to("/desk/batches/" + batch.get());
        }
        List<String> answers = new ArrayList<>();
        for (PieceCode code : codes.stream().limit(AT_ONCE).toList()) {
            answers.add(told(code, scanned(kept, code)));
        }
        return back(kept.remember(codes), answers, "");
    }

    private Answer scanned(Kept kept, PieceCode code) {
        try {
            return scanLetter.scan(kept.mode(), code, kept.day(), kept.place());
        } catch (NotNow e) {
            return Answer.OUT;
        }
    }

    /** "I destroyed the paper." */
    @POST
    @Path("/destroyed")
    public Response destroyed(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        PieceCode code = mine(form);
        int copy = form.text("copy").matches("[0-9]{1,3}") ? Integer.parseInt(form.text("copy")) : 0;
        try {
            return back(kept(form).remember(List.of(code)), List.of(told(code, scanLetter.spoiled(code, copy))), "");
        } catch (NotNow e) {
            return back(kept(form), List.of(told(code, Answer.OUT)), "");
        }
    }

    /** The last scan was a mistake. */
    @POST
    @Path("/undo")
    public Response undo(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        PieceCode code = mine(form);
        Answer answer = scanLetter.undone(code) ? Answer.UNDONE : Answer.NOT_UNDONE;
        return back(kept(form).remember(List.of(code)), List.of(told(code, answer)), "");
    }

    /** The post brought it back: {@code why}, and a photo of the envelope if one was taken. */
    @POST
    @Path("/return")
    public Response returned(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        PieceCode code = mine(form);
        Reason why = LetterState.RETURNED.reasons().stream()
                .filter(reason -> reason.name().equals(form.text("why")))
                .findFirst()
                .orElse(null);
        if (why == null) {
            return back(kept(form), List.of(told(code, Answer.ASK)), "WHY");
        }
        byte[] photo = form.file("photo");
        try {
            byte[] jpeg = photo == null ? null : Photo.of(photo).jpeg();
            Answer answer =
                    takeBack.returned(scanLetter.mine(code).orElseThrow().letterId(), why, jpeg, staff.id());
            return back(kept(form).remember(List.of(code)), List.of(told(code, answer)), "");
        } catch (Photo.Unusable e) {
            return back(kept(form), List.of(told(code, Answer.ASK)), e.reason().name());
        }
    }

    /** By what stands on the envelope, where no code does; nothing is changed. A POST: names do not belong in addresses. */
    @POST
    @Path("/search")
    @Transactional
    public Page search(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        return page(scanView.search(kept(form), form.text("name"), form.text("born"), form.text("written"), today()));
    }

    private PieceCode mine(Form form) {
        return PieceCode.parse(form.text("code"))
                .filter(code -> scanLetter.mine(code).isPresent())
                .orElseThrow(NotFoundException::new);
    }

    private static Page page(ScanView.Model model) {
        return Page.of("post/scan", model).keptSecret();
    }

    private Kept kept(Form form) {
        return Kept.of(form, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    private static String told(PieceCode code, Answer answer) {
        return answer + "." + code.symbols();
    }

    private Response back(Kept kept, List<String> answers, String fault) {
        StringBuilder address = new StringBuilder("/desk/scan?" + kept.query(today()));
        answers.forEach(answer -> address.append("&r=").append(answer));
        if (!fault.isEmpty()) {
            address.append("&fault=").append(fault);
        }
        return Redirect.to(address.toString());
    }
}
