package org.postern.typeset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The text of a letter as rows for the {@link Paginator}: lines, signature, pictures. Points. */
final class LetterRows {
    /** In sizes of the type. */
    private static final float LIST_INDENT = 1.9f;

    private static final float QUOTE_INDENT = 1.6f;
    private static final float BEHIND_SIGN = 0.5f;
    private static final float CAPTION = 0.85f;
    /** However deep a list is, this share of the measure is left for text. */
    private static final float LEAST_MEASURE = 0.5f;

    private static final float PHOTO_LONG = Page.pt(150);
    private static final float PHOTO_SHORT = Page.pt(100);
    /** A picture may shrink to this share to stay with what is before it. */
    private static final float LEAST_PICTURE = 0.6f;
    /** No picture is printed coarser than this. */
    private static final float LEAST_DPI = 100;

    private final Manuscript manuscript;
    private final boolean colour;
    private final Stationery stationery;
    private final Shaper shaper;
    private final FontStyle style;
    private final float size;
    private final float leading;
    private final float measure;
    private final float firstPage;
    private final float fullPage;
    private final boolean even;
    /** BCP 47 where it is not the language of the whole file; else empty. */
    private final String spoken;

    private final List<Paginator.Row> rows = new ArrayList<>();
    private final Set<String> placed = new HashSet<>();
    private final List<Paginator.Row> ownPages = new ArrayList<>();

    /** @param measure width of the lines; {@code firstPage}: height of the text on the first page; {@code fullPage}: on those after */
    LetterRows(
            Manuscript manuscript,
            boolean colour,
            Stationery stationery,
            Shaper shaper,
            float measure,
            float firstPage,
            float fullPage) {
        this(manuscript, colour, stationery, shaper, measure, firstPage, fullPage, "");
    }

    private LetterRows(
            Manuscript manuscript,
            boolean colour,
            Stationery stationery,
            Shaper shaper,
            float measure,
            float firstPage,
            float fullPage,
            String spoken) {
        this.spoken = spoken;
        this.manuscript = manuscript;
        this.colour = colour;
        this.stationery = stationery;
        this.shaper = shaper;
        this.style = new FontStyle(stationery.fontFamily(), false, false);
        this.size = (float) stationery.fontSize();
        this.leading = (float) stationery.leading();
        this.measure = measure;
        this.firstPage = firstPage;
        this.fullPage = fullPage;
        this.even = stationery.edges().even(manuscript.language());
    }

    private static final float NOTE = 0.85f;

    /** The body, the name, the pictures that the body does not place, what was translated, pictures with a page each. */
    List<Paginator.Row> all() {
        text();
        for (Picture picture : unplaced()) {
            StyledText caption = StyledText.of(picture.caption().strip(), style.emphasised());
            rows.addAll(picture(picture.photo(), caption, null, 0));
        }
        Manuscript.Translated translated = manuscript.translated();
        if (translated != null) {
            rows.addAll(note());
            Manuscript original = manuscript.original();
            if (original != null) {
                keepLast(rows, 1);
                rows.addAll(new LetterRows(
                                original, colour, stationery, shaper, measure, fullPage, fullPage, original.language())
                        .all());
            }
        }
        rows.addAll(ownPages);
        return rows;
    }

    /** A line of its own between the letter and what was written. */
    private List<Paginator.Row> note() {
        StyledText words = StyledText.of(Wording.translated(manuscript.language()), style.emphasised());
        var block = new TextBlock(shaper, words, manuscript.language(), size * NOTE, measure, false);
        var note = new ArrayList<Paginator.Row>();
        Mark tag = new Mark.Of(Tag.paragraph());
        for (int i = 0; i < block.count(); i++) {
            List<Mark> line = new ArrayList<>();
            line.add(tag);
            line.addAll(block.line(i, 0, leading * 0.7f, Align.START, 0));
            note.add(new Paginator.Row(i == 0 ? leading * 1.5f : 0, leading, false, line));
        }
        return note;
    }

    private void text() {
        boolean afterBreak = true;
        List<Body.Part> parts = Body.parts(manuscript.body(), style, names());
        for (Body.Part part : parts) {
            float space = space(part.place(), afterBreak);
            if (part.sceneBreak()) {
                rows.addAll(paragraph(StyledText.of("* * *", style), leading / 2, Body.Place.TOP, Align.CENTRE));
                keepLast(rows, 1);
            } else if (part.picture() != null) {
                placed.add(part.picture());
                Photo photo = photo(part.picture());
                if (part.alone()) {
                    ownPages.addAll(alone(photo, part.text()));
                } else {
                    boolean last = part.equals(parts.get(parts.size() - 1));
                    rows.addAll(picture(photo, part.text(), part.place().inside(), last ? height(signature()) : 0));
                }
            } else {
                rows.addAll(paragraph(part.text(), space, part.place(), Align.START));
            }
            afterBreak = part.sceneBreak();
        }
        sign();
    }

    private float space(Body.Place place, boolean afterBreak) {
        float space = (float) stationery.paragraphSpace();
        return afterBreak ? leading / 2 : place.close() ? space / 4 : place.lists() > 0 ? space * 0.7f : space;
    }

    private void sign() {
        List<Paginator.Row> signature = signature();
        if (!signature.isEmpty()) {
            keepLast(rows, 2);
            rows.addAll(signature);
        }
    }

    private List<Paginator.Row> signature() {
        if (manuscript.signature().isBlank()) {
            return List.of();
        }
        var name = StyledText.of(manuscript.signature(), style);
        Align side = rightToLeft(manuscript.signature()) == rightToLeft(manuscript.body()) ? Align.START : Align.END;
        List<Paginator.Row> signature = paragraph(name, leading, Body.Place.TOP, side);
        keepLast(signature, signature.size());
        signature.set(signature.size() - 1, signature.get(signature.size() - 1).keptWithNext(false));
        return signature;
    }

    /** The name stands where the letter's lines begin, whatever its own script. */
    private boolean rightToLeft(String text) {
        return TextBlock.rightToLeft(text, manuscript.language());
    }

    private Set<String> names() {
        var names = new HashSet<String>();
        if (manuscript.photo() != null) {
            names.add("photo");
        }
        for (int i = 1; i <= manuscript.pictures().size(); i++) {
            names.add(Integer.toString(i));
        }
        return names;
    }

    private Photo photo(String name) {
        Photo photo = manuscript.photo();
        return "photo".equals(name) && photo != null
                ? photo
                : manuscript.pictures().get(Integer.parseInt(name) - 1).photo();
    }

    /** Pictures that the body does not place, in their order. */
    private List<Picture> unplaced() {
        var unplaced = new ArrayList<Picture>();
        if (manuscript.photo() != null && !placed.contains("photo")) {
            unplaced.add(new Picture(manuscript.photo(), ""));
        }
        for (int i = 0; i < manuscript.pictures().size(); i++) {
            if (!placed.contains(Integer.toString(i + 1))) {
                unplaced.add(manuscript.pictures().get(i));
            }
        }
        return unplaced;
    }

    /**
     * A picture shrinks a little rather than leave the page before it half empty.
     *
     * @param after height of what must stay with it
     */
    private List<Paginator.Row> picture(Photo photo, StyledText caption, @Nullable Tag inside, float after) {
        boolean wide = photo.width() > photo.height();
        List<Paginator.Row> below = caption(caption, inside);
        float room = fullPage - height(below);
        float scale = scale(photo, wide ? PHOTO_LONG : PHOTO_SHORT, Math.min(room, wide ? PHOTO_SHORT : PHOTO_LONG));
        List<Paginator.Row> usual = picture(photo, scale, leading, below, inside, false);
        float own = usual.get(0).height();
        float shrunk = (left() - after - height(usual) + own) / own;
        return shrunk < 1 && shrunk > LEAST_PICTURE
                ? picture(photo, scale * shrunk, leading, below, inside, false)
                : usual;
    }

    /** What is free below the last row so far. */
    private float left() {
        List<List<Paginator.Placed>> pages = Paginator.pages(rows, firstPage, fullPage);
        List<Paginator.Placed> last = pages.get(pages.size() - 1);
        float height = pages.size() == 1 ? firstPage : fullPage;
        if (last.isEmpty()) {
            return height;
        }
        Paginator.Placed row = last.get(last.size() - 1);
        return height - row.y() - row.row().height();
    }

    private List<Paginator.Row> alone(Photo photo, StyledText caption) {
        List<Paginator.Row> below = caption(caption, null);
        return picture(photo, scale(photo, measure, fullPage - height(below)), 0, below, null, true);
    }

    private float scale(Photo photo, float width, float height) {
        float scale = Math.min(Math.min(measure, width) / photo.width(), height / photo.height());
        return Math.min(scale, 72 / LEAST_DPI);
    }

    private List<Paginator.Row> picture(
            Photo photo, float scale, float space, List<Paginator.Row> below, @Nullable Tag inside, boolean onNewPage) {
        float width = photo.width() * scale;
        float height = photo.height() * scale;
        Mark tag = new Mark.Of(Wording.photo(manuscript.language(), inside));
        Mark mark = new Mark.Picture((measure - width) / 2, 0, width, height, photo, colour);
        var all = new ArrayList<Paginator.Row>();
        all.add(new Paginator.Row(space, height, !below.isEmpty(), onNewPage, List.of(tag, mark)));
        all.addAll(below);
        return all;
    }

    private List<Paginator.Row> caption(StyledText caption, @Nullable Tag inside) {
        if (caption.text().isBlank()) {
            return List.of();
        }
        float small = size * CAPTION;
        var block = new TextBlock(shaper, caption, manuscript.language(), small, measure, false);
        var below = new ArrayList<Paginator.Row>();
        Mark tag = new Mark.Of(Tag.within(inside, Tag.Kind.CAPTION));
        for (int i = 0; i < block.count(); i++) {
            List<Mark> line = new ArrayList<>();
            line.add(tag);
            line.addAll(block.line(i, 0, leading * 0.7f, Align.CENTRE, 0));
            below.add(new Paginator.Row(i == 0 ? leading * 0.3f : 0, leading * 0.9f, true, line));
        }
        below.set(below.size() - 1, below.get(below.size() - 1).keptWithNext(false));
        return below;
    }

    private static float height(List<Paginator.Row> rows) {
        return (float)
                rows.stream().mapToDouble(row -> row.space() + row.height()).sum();
    }

    /** A paragraph's lines: two at least stay together at either end, and no page ends inside a word. */
    private List<Paginator.Row> paragraph(StyledText text, float space, Body.Place place, Align align) {
        float quoted = place.quotes() * QUOTE_INDENT * size;
        float start = Math.min(quoted + place.lists() * LIST_INDENT * size, measure * LEAST_MEASURE);
        float end = Math.min(quoted, measure * LEAST_MEASURE / 2);
        var block = new TextBlock(
                shaper, text, manuscript.language(), size, measure - start - end, even && align == Align.START);
        float left = block.rightToLeft() ? end : start;
        Face face = shaper.fonts().first(style);
        float natural = (face.ascent() + face.descent()) * size;
        float above = (leading - natural) / 2 + face.ascent() * size;
        var lines = new ArrayList<Paginator.Row>();
        int count = block.count();
        Mark tag = new Mark.Of(Tag.within(place.inside(), Tag.Kind.PARAGRAPH, spoken));
        for (int i = 0; i < count; i++) {
            // faces of other scripts may be taller than the line: it grows rather than touch its neighbour
            float extra = Math.max(0, block.height(i) - Math.max(leading, natural));
            float baseline = above + extra * 0.8f;
            List<Mark> marks = new ArrayList<>();
            if (i == 0 && !place.marker().isEmpty()) {
                marks.add(new Mark.Of(place.item().child(Tag.Kind.LABEL)));
                marks.addAll(sign(place.marker(), block.rightToLeft(), start, baseline));
            }
            marks.add(tag);
            marks.addAll(block.line(i, left, baseline, align, 0));
            boolean withNext = (count > 1 && (i == 0 || i == count - 2)) || block.hyphenated(i);
            lines.add(new Paginator.Row(i == 0 ? space : 0, leading + extra, withNext, marks));
        }
        return lines;
    }

    /** An item's sign in the margin that its lines leave free. */
    private List<Mark.Run> sign(String sign, boolean rightToLeft, float start, float baseline) {
        var block = new TextBlock(
                shaper, StyledText.of(sign, style), manuscript.language(), size, Float.MAX_VALUE / 4, false);
        float gap = BEHIND_SIGN * size;
        float x = rightToLeft ? measure - start + gap : start - gap - block.width(0);
        return block.line(0, x, baseline, block.rightToLeft() ? Align.END : Align.START, 0);
    }

    private static void keepLast(List<Paginator.Row> rows, int count) {
        for (int i = Math.max(0, rows.size() - count); i < rows.size(); i++) {
            rows.set(i, rows.get(i).keptWithNext(true));
        }
    }
}
