package org.postern.typeset;

import com.google.zxing.common.BitMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The second door: pages placed by hand, for covers, manifests, labels, envelopes. Millimetres from the top left corner, y
 * down; sizes of type and thickness of lines in points. Not for threads. A character that no font has is printed as its
 * code point in brackets, since a list with one odd name must still be printed.
 */
public final class Sheet {
    private final Shaper shaper;
    private final SheetText type;
    private final PageSize paper;
    private final String language;
    private final List<List<Mark>> pages = new ArrayList<>();
    private double side = 20;
    private double bottom = 22;
    private double top = 20;
    private int turn;
    private boolean sample;
    /** The element that text is placed in; null where each text is a paragraph. */
    private @Nullable Tag inside;

    private String title = "";
    private @Nullable SheetFoot foot;

    Sheet(Shaper shaper, PageSize paper, String language) {
        this.shaper = shaper;
        this.type = new SheetText(shaper, language);
        this.paper = paper;
        this.language = language;
        newPage();
    }

    /** The size of every page. */
    public PageSize paper() {
        return paper;
    }

    /** For the foot, and for tables that run over a page. 20, 20 and 22 mm unless told. */
    public Sheet margins(double side, double top, double bottom) {
        this.side = side;
        this.top = top;
        this.bottom = bottom;
        return this;
    }

    /**
     * Every page comes out turned, with all that stands on it, as a printer wants its envelopes; it is placed on as before.
     *
     * @param degrees clockwise: 0, 90, 180 or 270
     */
    public Sheet turned(int degrees) {
        if (degrees < 0 || degrees > 270 || degrees % 90 != 0) {
            throw new IllegalArgumentException("a sheet turns by quarters, not by " + degrees);
        }
        this.turn = degrees;
        return this;
    }

    /** Every page says SAMPLE in its top margin. */
    public Sheet sample(boolean yes) {
        this.sample = yes;
        return this;
    }

    /** At the foot of every page; {@code {page}} and {@code {pages}} are replaced. */
    public Sheet foot(String left, String right) {
        this.foot = new SheetFoot(left, right);
        return this;
    }

    /** What follows is placed on a new page. */
    public Sheet newPage() {
        pages.add(new ArrayList<>());
        return this;
    }

    public int pages() {
        return pages.size();
    }

    /**
     * A paragraph, broken to the width.
     *
     * @return the y below it
     */
    public double text(double x, double y, double width, Type type, String text) {
        return place(block(List.of(new Words(text, type)), width), x, y, type);
    }

    /**
     * A paragraph of several weights; size, alignment and the rest are the first one's.
     *
     * @return the y below it
     */
    public double text(double x, double y, double width, Words... words) {
        return place(block(Arrays.asList(words), width), x, y, words[0].type());
    }

    /**
     * Lines as an address has them, in the largest size up to the type's in which each stands whole and all are in the
     * box; in the smallest, a line that is still too wide is broken.
     *
     * @param smallest in points
     * @return the y below them
     */
    public double lines(Window box, Type type, double smallest, List<String> lines) {
        Type fits = type;
        while (fits.size() - 0.5 >= smallest && !fits(box, fits, lines)) {
            fits = fits.sized(fits.size() - 0.5);
        }
        double below = box.y();
        for (String line : lines) {
            below = text(box.x(), below, box.width(), fits, line);
        }
        return below;
    }

    private boolean fits(Window box, Type type, List<String> lines) {
        return type.pitch() * lines.size() <= box.height()
                && lines.stream().allMatch(line -> width(type, line) <= box.width() - 0.1);
    }

    /**
     * A text that stays in its box: smaller than its type where it must be, and cut where that is not enough.
     *
     * @return whether all of it is there
     */
    boolean text(TextBox box, Type type, String text) {
        var fitting = FittingText.in(
                box, type, text, (words, smaller) -> block(List.of(new Words(words, smaller)), box.width()));
        place(fitting.block(), box.x(), box.y() + fitting.offset(box), fitting.type());
        return fitting.whole();
    }

    /** How wide a text is when it stands in one line, in mm. */
    public double width(Type type, String text) {
        TextBlock block = block(List.of(new Words(text, type)), 10_000);
        return block.count() == 0 ? 0 : Page.mm(block.width(0));
    }

    public Sheet rule(double x1, double y1, double x2, double y2, double thickness) {
        return add(new Mark.Rule(Page.pt(x1), Page.pt(y1), Page.pt(x2), Page.pt(y2), (float) thickness, 0));
    }

    /** A dashed line, such as a fold. */
    public Sheet dashes(double x1, double y1, double x2, double y2, double thickness) {
        return add(new Mark.Rule(
                Page.pt(x1), Page.pt(y1), Page.pt(x2), Page.pt(y2), (float) thickness, (float) thickness * 2));
    }

    /** A line through the points {@code x y x y …}, for drawings. */
    public Sheet path(double thickness, double... points) {
        var list = new ArrayList<Float>();
        for (double value : points) {
            list.add(Page.pt(value));
        }
        return add(new Mark.Path(List.copyOf(list), (float) thickness));
    }

    /** Part of a circle; degrees clockwise from three o'clock, {@code sweep} may be negative; 360 is the whole. */
    public Sheet arc(double x, double y, double radius, double from, double sweep, double thickness) {
        return path(thickness, Curves.arc(x, y, radius, from, sweep));
    }

    /** From the first point to the second, with an open head of {@code head} millimetres. */
    public Sheet arrow(double x1, double y1, double x2, double y2, double head, double thickness) {
        return path(thickness, x1, y1, x2, y2).path(thickness, Curves.head(x1, y1, x2, y2, head));
    }

    public Sheet box(double x, double y, double width, double height, double thickness) {
        return add(new Mark.Frame(Page.pt(x), Page.pt(y), Page.pt(width), Page.pt(height), (float) thickness));
    }

    /** A filled rectangle; {@code grey} 0 is black, 1 is white. */
    public Sheet fill(double x, double y, double width, double height, double grey) {
        return add(new Mark.Fill(Page.pt(x), Page.pt(y), Page.pt(width), Page.pt(height), (float) grey));
    }

    /** An empty box to tick. */
    public Sheet tick(double x, double y, double size) {
        return box(x, y, size, size, 0.6);
    }

    /** A QR code without its quiet zone: keep four of its modules white around it. */
    public Sheet code(double x, double y, double size, String content) {
        BitMatrix modules = QrCode.modules(content);
        add(new Mark.Of(Tag.figure(inside, content, "")));
        add(new Mark.Code(Page.pt(x), Page.pt(y), Page.pt(size), modules));
        inside(inside);
        return this;
    }

    /** Stretched to the box; grey. */
    public Sheet picture(double x, double y, double width, double height, Photo photo) {
        Tag figure = Wording.photo(language, null);
        add(new Mark.Of(Tag.figure(inside, figure.alternative(), figure.language())));
        add(new Mark.Picture(Page.pt(x), Page.pt(y), Page.pt(width), Page.pt(height), photo, false));
        inside(inside);
        return this;
    }

    /** As large as the box allows, in its middle, nothing stretched; grey. */
    public Sheet pictureInside(double x, double y, double width, double height, Photo photo) {
        double scale = Math.min(width / photo.width(), height / photo.height());
        double wide = photo.width() * scale;
        double high = photo.height() * scale;
        return picture(x + (width - wide) / 2, y + (height - high) / 2, wide, high, photo);
    }

    /**
     * A table, over as many pages as it needs; it begins a new page where not even its head and a row fit.
     *
     * @return the y below it, on the page that is then the last
     */
    public double table(double x, double y, Table table) {
        return new TablePlacer(this, table, x).place(y);
    }

    /** What is placed next belongs to the element; null: each text is a paragraph again. */
    void inside(@Nullable Tag element) {
        inside = element;
        add(new Mark.Of(element == null ? Tag.ARTIFACT : element));
    }

    double contentTop() {
        return top;
    }

    double contentBottom() {
        return paper.height() - bottom;
    }

    Sheet add(Mark mark) {
        pages.get(pages.size() - 1).add(mark);
        return this;
    }

    /** Words set to a width in mm. */
    TextBlock block(List<Words> words, double width) {
        return type.block(words, width);
    }

    double place(TextBlock block, double x, double y, Type look) {
        if (title.isBlank()) {
            title = block.text();
        }
        add(new Mark.Of(inside == null ? Tag.paragraph() : inside));
        type.marks(block, x, y, look).forEach(this::add);
        return y + block.count() * look.pitch();
    }

    /** The pages, each with its foot; the sheet may go on growing. */
    List<Page> finished() {
        var finished = new ArrayList<Page>();
        for (int i = 0; i < pages.size(); i++) {
            var marks = new ArrayList<>(pages.get(i));
            var page = new Sheet(shaper, paper, language).margins(side, top, bottom);
            page.inside(Tag.FOOTER);
            if (foot != null) {
                foot.on(page, side, paper.height() - bottom, i + 1, pages.size());
            }
            marks.addAll(page.pages.get(0));
            if (sample) {
                marks.add(new Mark.Of(Tag.HEADER));
                marks.addAll(Sample.mark(shaper, Page.pt(paper.width())));
            }
            finished.add(new Page(Page.pt(paper.width()), Page.pt(paper.height()), List.copyOf(marks), turn));
        }
        return finished;
    }

    /** Its title is what was written on it first. */
    About about() {
        return new About(language, title.isBlank() ? paper.width() + " × " + paper.height() : title, null);
    }

    /** The sheet alone as PDF. */
    public byte[] pdf() {
        return Painter.pdf(about(), finished());
    }

    /** A page, counted from 0, as a grey PNG. */
    public byte[] png(int pageIndex, int dpi) {
        return Preview.png(pdf(), pageIndex, dpi);
    }
}
