package org.postern.typeset;

import java.util.ArrayList;
import java.util.List;

/** Lays a manuscript out on its stationery: rows of the letter, pages of rows, then what stands on the page itself. */
final class LetterLayout {
    private static final float PHOTO_LONG = Page.pt(150);
    private static final float PHOTO_SHORT = Page.pt(100);
    /** A photo may shrink to this share to stay with the letter's last page. */
    private static final float PHOTO_LEAST = 0.6f;

    private final Manuscript manuscript;
    private final PrintOptions options;
    private final Stationery stationery;
    private final Shaper shaper;
    private final FontStyle style;
    private final float pageWidth;
    private final float pageHeight;
    private final float size;
    private final float leading;
    private final float measure;

    LetterLayout(Manuscript manuscript, PrintOptions options, Stationery stationery, Shaper shaper) {
        this.manuscript = manuscript;
        this.options = options;
        this.stationery = stationery;
        this.shaper = shaper;
        this.style = new FontStyle(stationery.fontFamily(), false, false);
        Paper paper = stationery.paper() == null ? options.paper() : stationery.paper();
        this.pageWidth = Page.pt(paper.width());
        this.pageHeight = Page.pt(paper.height());
        this.size = (float) stationery.fontSize();
        this.leading = (float) stationery.leading();
        this.measure = pageWidth - Page.pt(stationery.left() + stationery.right());
    }

    List<Page> pages() {
        float other = pageHeight - Page.pt(stationery.top() + stationery.bottom());
        float first = pageHeight - Page.pt(stationery.firstTop() + stationery.bottom());
        List<Paginator.Row> rows = rows();
        List<List<Paginator.Placed>> pages = Paginator.pages(rows, first, other);
        if (manuscript.photo() != null) {
            rows.add(photo(manuscript.photo(), left(pages, first, other), other));
            pages = Paginator.pages(rows, first, other);
        }
        var finished = new ArrayList<Page>();
        for (int i = 0; i < pages.size(); i++) {
            finished.add(page(pages.get(i), i, pages.size()));
        }
        return finished;
    }

    private List<Paginator.Row> rows() {
        var rows = new ArrayList<Paginator.Row>();
        boolean afterBreak = true;
        for (Body.Part part : Body.parts(manuscript.body(), style)) {
            float space = (float) stationery.paragraphSpace();
            if (part.sceneBreak()) {
                rows.addAll(rows(StyledText.of("* * *", style), leading / 2, Align.CENTRE));
                keepLast(rows, 1);
            } else {
                rows.addAll(rows(part.text(), afterBreak ? leading / 2 : space, Align.START));
            }
            afterBreak = part.sceneBreak();
        }
        if (!manuscript.signature().isBlank()) {
            keepLast(rows, 2);
            var signature = rows(StyledText.of(manuscript.signature(), style), leading, Align.START);
            keepLast(signature, signature.size());
            rows.addAll(signature);
            rows.set(rows.size() - 1, free(rows.get(rows.size() - 1)));
        }
        return rows;
    }

    /** A paragraph's lines: two at least stay together at either end. */
    private List<Paginator.Row> rows(StyledText text, float space, Align align) {
        var block = new TextBlock(
                shaper, text, manuscript.language(), size, measure, stationery.justify() && align == Align.START);
        Face face = shaper.fonts().first(style);
        float above = (leading - (face.ascent() + face.descent()) * size) / 2 + face.ascent() * size;
        var rows = new ArrayList<Paginator.Row>();
        int count = block.count();
        Tag paragraph = Tag.paragraph();
        for (int i = 0; i < count; i++) {
            // faces of other scripts may be taller than the line: it grows rather than touch its neighbour
            float extra = Math.max(0, block.height(i) - Math.max(leading, (face.ascent() + face.descent()) * size));
            List<Mark> marks = new ArrayList<>();
            marks.add(new Mark.Of(paragraph));
            marks.addAll(block.line(i, 0, above + extra * 0.8f, align, 0));
            boolean withNext = count > 1 && (i == 0 || i == count - 2);
            rows.add(new Paginator.Row(i == 0 ? space : 0, leading + extra, withNext, marks));
        }
        return rows;
    }

    private static void keepLast(List<Paginator.Row> rows, int count) {
        for (int i = Math.max(0, rows.size() - count); i < rows.size(); i++) {
            Paginator.Row row = rows.get(i);
            rows.set(i, new Paginator.Row(row.space(), row.height(), true, row.marks()));
        }
    }

    private static Paginator.Row free(Paginator.Row row) {
        return new Paginator.Row(row.space(), row.height(), false, row.marks());
    }

    private float left(List<List<Paginator.Placed>> pages, float first, float other) {
        List<Paginator.Placed> last = pages.get(pages.size() - 1);
        float height = pages.size() == 1 ? first : other;
        if (last.isEmpty()) {
            return height;
        }
        Paginator.Placed row = last.get(last.size() - 1);
        return height - row.y() - row.row().height() - leading;
    }

    private Paginator.Row photo(Photo photo, float left, float fullPage) {
        boolean wide = photo.width() > photo.height();
        float scale = Math.min(
                Math.min(measure, wide ? PHOTO_LONG : PHOTO_SHORT) / photo.width(),
                Math.min(fullPage, wide ? PHOTO_SHORT : PHOTO_LONG) / photo.height());
        // never printed coarser than 100 dpi asks: small pictures stay small
        scale = Math.min(scale, 72 / 100f);
        float height = photo.height() * scale;
        if (height > left && left > height * PHOTO_LEAST) {
            scale *= left / height;
        }
        float width = photo.width() * scale;
        height = photo.height() * scale;
        Mark picture = new Mark.Picture((measure - width) / 2, 0, width, height, photo, options.colour());
        return new Paginator.Row(
                leading, height, false, List.of(new Mark.Of(Wording.photo(manuscript.language())), picture));
    }

    private Page page(List<Paginator.Placed> rows, int index, int pages) {
        var marks = new ArrayList<Mark>();
        if (index == 0) {
            marks.addAll(head());
        }
        float left = Page.pt(stationery.left());
        float top = Page.pt(index == 0 ? stationery.firstTop() : stationery.top());
        rows.forEach(row -> row.row().marks().forEach(mark -> marks.add(mark.moved(left, top + row.y()))));
        marks.addAll(foot(index, pages));
        if (options.sample()) {
            marks.add(new Mark.Of(Tag.HEADER));
            marks.addAll(Sample.mark(shaper, pageWidth));
        }
        return new Page(pageWidth, pageHeight, List.copyOf(marks));
    }

    /** What stands on the first page only: folds, address, date. */
    private List<Mark> head() {
        var marks = new ArrayList<Mark>();
        marks.add(new Mark.Of(Tag.ARTIFACT));
        stationery.foldMarks().forEach(y -> marks.add(edge(y, 10)));
        if (stationery.holeMark() != null) {
            marks.add(edge(stationery.holeMark(), 12));
        }
        marks.addAll(new AddressField(manuscript, stationery, shaper).marks());
        String date = printable(
                Wording.date(manuscript.date(), manuscript.language()),
                manuscript.date().toString());
        marks.add(new Mark.Of(Tag.paragraph()));
        marks.addAll(line(date, size, Page.pt(stationery.dateBaseline()), Align.END));
        return marks;
    }

    /** The letter's own language may need a font that is not here while its text, in another script, does not. */
    private String printable(String wording, String plain) {
        boolean covered = Characters.findings("", wording, Integer.MAX_VALUE, style, shaper.fonts())
                .isEmpty();
        return covered ? wording : plain;
    }

    private static Mark edge(double y, double to) {
        return new Mark.Rule(Page.pt(5), Page.pt(y), Page.pt(to), Page.pt(y), 0.5f, 0);
    }

    /** One page needs no number. */
    private List<Mark> foot(int index, int pages) {
        var marks = new ArrayList<Mark>();
        float baseline = pageHeight - Page.pt(stationery.footBaseline());
        float small = Math.max(9, size - 2.5f);
        marks.add(new Mark.Of(Tag.FOOTER));
        if (manuscript.reference() != null && !manuscript.reference().isBlank()) {
            marks.addAll(line(manuscript.reference(), small, baseline, Align.START));
        }
        if (pages > 1) {
            String number =
                    printable(Wording.pageNumber(index + 1, pages, manuscript.language()), (index + 1) + "/" + pages);
            marks.addAll(line(number, small, baseline, Align.END));
        }
        return marks;
    }

    private List<Mark.Run> line(String text, float size, float baseline, Align align) {
        var block = new TextBlock(shaper, StyledText.of(text, style), manuscript.language(), size, measure, false);
        return block.count() == 0 ? List.of() : block.line(0, Page.pt(stationery.left()), baseline, align, 0);
    }
}
