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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postern.post.ReplyDeeds.Box;
import org.postern.reply.Replies;
import org.postern.reply.Reply;
import org.postern.staff.Roles;
import org.postern.typeset.ScannedPage;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Redirect;

/**
 * One page of an answer, large, to be blackened where it must not go on. Two clicks on the picture are two corners of a
 * box, without a script; or four numbers are typed.
 */
@Path("/desk/replies/{id:[0-9a-f-]{36}}/pages/{page:[0-9a-f-]{36}}")
@RolesAllowed(Roles.PRINTER)
@RequestScoped
public class ReplyBoxes {
    /** Pixels in which a page is shown: a telephone scrolls, and a word can be hit. */
    private static final int WIDE = 900;

    private static final double MILLE = 1000;

    @Inject
    private ReplyDeeds deeds;

    @Inject
    private Replies replies;

    @PathParam("id")
    private UUID id;

    @PathParam("page")
    private UUID page;

    @SuppressWarnings("NullAway.Init")
    public ReplyBoxes() {}

    /**
     * @param width of the picture, in pixels, as it is shown
     * @param from the first corner, {@code <x>-<y>} in thousandths of the page; null before the first click
     * @param said empty, or the message {@code replies.said.<said>}
     */
    public record Model(
            Reply reply,
            Replies.Leaf leaf,
            int pages,
            int width,
            int height,
            @Nullable String from,
            String said) {}

    @GET
    @Transactional
    public Page show(
            @QueryParam("from") @DefaultValue("") String from, @QueryParam("said") @DefaultValue("") String said) {
        Reply reply = mine();
        Replies.Leaf leaf = leaf(reply);
        int width = Math.min(WIDE, leaf.width());
        return Page.of(
                        "post/replyPage",
                        new Model(
                                reply,
                                leaf,
                                replies.pages(reply).size(),
                                width,
                                height(leaf, width),
                                Point.parse(from).isPresent() ? from : null,
                                said.equals("black") || said.equals("numbers") ? said : ""))
                .keptSecret();
    }

    /** @param from where a cross stands; empty for none */
    @GET
    @Path("/picture.jpg")
    @Produces("image/jpeg")
    @Transactional
    public byte[] picture(@QueryParam("from") @DefaultValue("") String from) {
        ScannedPage shown = replies.picture(mine(), page)
                .orElseThrow(NotFoundException::new)
                .atMostWide(WIDE);
        return Point.parse(from)
                .map(point -> shown.marked(point.x(), point.y()))
                .orElse(shown)
                .jpeg();
    }

    /** {@code at.x} and {@code at.y}, as a click on the picture sends them; the second of two blackens. */
    @POST
    @Path("/clicks")
    @Transactional
    public Response click(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        Replies.Leaf leaf = leaf(mine());
        int width = Math.min(WIDE, leaf.width());
        Optional<Double> x = number(form.text("at.x"), width);
        Optional<Double> y = number(form.text("at.y"), height(leaf, width));
        if (x.isEmpty() || y.isEmpty()) {
            return Redirect.to(here());
        }
        Point second = new Point(x.get(), y.get());
        Point first = Point.parse(form.text("from")).orElse(null);
        return first == null
                ? Redirect.to(here() + "?from=" + second.text())
                : blacken(new Box(first.x(), first.y(), second.x(), second.y()));
    }

    /** {@code left top right bottom}, in hundredths of the page. */
    @POST
    @Path("/boxes")
    public Response box(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        Optional<Double> left = number(form.text("left"), 100);
        Optional<Double> top = number(form.text("top"), 100);
        Optional<Double> right = number(form.text("right"), 100);
        Optional<Double> bottom = number(form.text("bottom"), 100);
        return left.isPresent() && top.isPresent() && right.isPresent() && bottom.isPresent()
                ? blacken(new Box(left.get(), top.get(), right.get(), bottom.get()))
                : Redirect.to(here() + "?said=numbers");
    }

    private Response blacken(Box box) {
        return Redirect.to(deeds.blacken(id, page, box) ? here() + "?said=black" : "/desk/replies?said=gone");
    }

    /** @return a part of the whole, 0 to 1 */
    private static Optional<Double> number(String typed, int of) {
        return typed.matches("-?[0-9]{1,5}")
                ? Optional.of(Math.max(0, Math.min(1, Integer.parseInt(typed) / (double) of)))
                : Optional.empty();
    }

    private static int height(Replies.Leaf leaf, int width) {
        return Math.max(1, leaf.height() * width / leaf.width());
    }

    private Replies.Leaf leaf(Reply reply) {
        return replies.pages(reply).stream()
                .filter(one -> one.id().equals(page))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private Reply mine() {
        return deeds.mine(id).orElseThrow(NotFoundException::new);
    }

    private String here() {
        return "/desk/replies/" + id + "/pages/" + page;
    }

    /** A place on the page: parts of its width and height, 0 to 1. */
    private record Point(double x, double y) {
        /** Thousandths: {@code 120-845}. */
        static Optional<Point> parse(String text) {
            if (!text.matches("[0-9]{1,4}-[0-9]{1,4}")) {
                return Optional.empty();
            }
            String[] both = text.split("-", 2);
            return Optional.of(new Point(
                    Math.min(1, Integer.parseInt(both[0]) / MILLE), Math.min(1, Integer.parseInt(both[1]) / MILLE)));
        }

        String text() {
            return Math.round(x * MILLE) + "-" + Math.round(y * MILLE);
        }
    }
}
