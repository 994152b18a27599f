package org.postern.typeset;

import java.util.ArrayList;
import java.util.List;

/** Lays a manuscript out on its stationery: rows of the letter, pages of rows, then what stands on the page itself. */
final class LetterLayout {
    private final Manuscript manuscript;
    private final PrintOptions options;
    private final Stationery stationery;
    private final Shaper shaper;
    private final AddressField address;
    private final FontStyle style;
    private final float pageWidth;
    private final float pageHeight;
    private final float size;
    private final float measure;

    LetterLayout(
            Manuscript manuscript, PrintOptions options, Stationery stationery, Shaper shaper, AddressField address) {
        this.manuscript = manuscript;
        this.options = options;
        this.stationery = stationery;
        this.shaper = shaper;
        this.address = address;
        this.style = new FontStyle(stationery.fontFamily(), false, false);
        Paper paper = stationery.paper() == null ? options.paper() : stationery.paper();
        this.pageWidth = Page.pt(stationery.landscape() ? paper.height() : paper.width());
        this.pageHeight = Page.pt(stationery.landscape() ? paper.width() : paper.height());
        this.size = (float) stationery.fontSize();
        this.measure = pageWidth - Page.pt(stationery.left() + stationery.right());
    }

    List<Page> pages() {
        float other = pageHeight - Page.pt(stationery.top() + stationery.bottom());
        float first = pageHeight - Page.pt(stationery.firstTop() + stationery.bottom());
        var letter = new LetterRows(manuscript, options.colour(), stationery, shaper, measure, other);
        List<Paginator.Row> rows = letter.text();
        for (Picture picture : letter.unplaced()) {
            rows.addAll(letter.picture(picture, left(Paginator.pages(rows, first, other), first, other)));
        }
        rows.addAll(letter.ownPages());
        List<List<Paginator.Placed>> pages = Paginator.pages(rows, first, other);
        var finished = new ArrayList<Page>();
        for (int i = 0; i < pages.size(); i++) {
            finished.add(page(pages.get(i), i, pages.size()));
        }
        return finished;
    }

    /** What is free below the last row. */
    private float left(List<List<Paginator.Placed>> pages, float first, float other) {
        List<Paginator.Placed> last = pages.get(pages.size() - 1);
        float height = pages.size() == 1 ? first : other;
        if (last.isEmpty()) {
            return height;
        }
        Paginator.Placed row = last.get(last.size() - 1);
        return height - row.y() - row.row().height();
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
        marks.addAll(address.marks());
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
