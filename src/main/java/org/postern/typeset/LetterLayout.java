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
        PageSize paper = stationery.size(options.paper());
        this.pageWidth = Page.pt(paper.width());
        this.pageHeight = Page.pt(paper.height());
        this.size = (float) stationery.fontSize();
        this.measure = pageWidth - Page.pt(stationery.left() + stationery.right());
    }

    List<Page> pages() {
        float other = pageHeight - Page.pt(stationery.top() + stationery.bottom());
        float first = pageHeight - Page.pt(stationery.firstTop() + stationery.bottom());
        List<Paginator.Row> rows =
                new LetterRows(manuscript, options.colour(), stationery, shaper, measure, first, other).all();
        List<List<Paginator.Placed>> pages = Paginator.pages(rows, first, other);
        var finished = new ArrayList<Page>();
        for (int i = 0; i < pages.size(); i++) {
            finished.add(page(pages.get(i), i, pages.size()));
        }
        return finished;
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
        marks.addAll(line(block(date, size), Page.pt(stationery.dateBaseline()), Align.END));
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
        String number =
                printable(Wording.pageNumber(index + 1, pages, manuscript.language()), (index + 1) + "/" + pages);
        TextBlock pageNumber = block(number, small);
        marks.add(new Mark.Of(Tag.FOOTER));
        if (manuscript.reference() != null && !manuscript.reference().isBlank()) {
            // opposite the number, whichever way each of them is written
            TextBlock reference = block(manuscript.reference(), small);
            Align side = reference.rightToLeft() == pageNumber.rightToLeft() ? Align.START : Align.END;
            marks.addAll(line(reference, baseline, side));
        }
        if (pages > 1) {
            marks.addAll(line(pageNumber, baseline, Align.END));
        }
        return marks;
    }

    private TextBlock block(String text, float size) {
        return new TextBlock(shaper, StyledText.of(text, style), manuscript.language(), size, measure, false);
    }

    private List<Mark.Run> line(TextBlock block, float baseline, Align align) {
        return block.count() == 0 ? List.of() : block.line(0, Page.pt(stationery.left()), baseline, align, 0);
    }
}
