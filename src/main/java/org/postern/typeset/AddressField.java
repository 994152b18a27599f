package org.postern.typeset;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What shows through the window: the sender's small line, underlined, and the address in its largest fitting size. */
final class AddressField {
    private static final float STEP = 0.5f;
    private static final float SMALLEST_RETURN = 5;
    /** A line of the address in sizes of its type. */
    private static final float LINE = 1.17f;

    /** Where the smallest type is still too large. */
    private static final float TIGHT_LINE = 1.05f;

    /** In millimetres: widths are sums of what the fonts say. */
    private static final double ROUNDING = 0.01;

    private final Manuscript manuscript;
    private final Stationery stationery;
    private final Shaper shaper;
    private final FontStyle style;
    /** The largest size that fits, or the smallest allowed. */
    private final float size;

    private final List<TextBlock> blocks;
    /** From baseline to baseline, in sizes. */
    private final float line;

    AddressField(Manuscript manuscript, Stationery stationery, Shaper shaper) {
        this.manuscript = manuscript;
        this.stationery = stationery;
        this.shaper = shaper;
        this.style = new FontStyle(stationery.fontFamily(), false, false);
        float fitting = (float) stationery.addressSize();
        List<TextBlock> lines = List.of();
        Window window = stationery.window();
        if (window != null) {
            lines = blocks(fitting, window);
            while (fitting - STEP >= stationery.addressSmallest() && !fits(lines, fitting)) {
                fitting -= STEP;
                lines = blocks(fitting, window);
            }
        }
        this.size = fitting;
        this.blocks = lines;
        this.line = below(lines, fitting) <= Page.pt(stationery.addressBottom()) ? LINE : TIGHT_LINE;
    }

    List<Mark> marks() {
        Window window = stationery.window();
        if (window == null) {
            return List.of();
        }
        var marks = new ArrayList<Mark>(returnLine(window));
        float y = Page.pt(stationery.addressTop());
        marks.add(new Mark.Of(Tag.paragraph()));
        for (TextBlock block : blocks) {
            for (int i = 0; i < block.count(); i++) {
                marks.addAll(block.line(i, left(window), y + ascent() * size, Align.START, 0));
                y += pitch(block, i, size, line);
            }
        }
        return marks;
    }

    /** Where each line stands, in millimetres; also what {@link #finding} judges. */
    List<Extent> extents() {
        Window window = stationery.window();
        if (window == null) {
            return List.of();
        }
        var extents = new ArrayList<Extent>();
        float y = Page.pt(stationery.addressTop());
        for (int number = 0; number < blocks.size(); number++) {
            TextBlock block = blocks.get(number);
            for (int i = 0; i < block.count(); i++) {
                float from = block.line(i, left(window), 0, Align.START, 0).stream()
                        .map(Mark.Run::x)
                        .min(Float::compare)
                        .orElse(left(window));
                extents.add(new Extent(
                        StyledText.clean(manuscript.addressLines().get(number)),
                        Page.mm(from),
                        Page.mm(y),
                        Page.mm(block.width(i)),
                        Page.mm(height(block, i, size))));
                y += pitch(block, i, size, line);
            }
        }
        return extents;
    }

    @Nullable
    Finding finding() {
        Window window = stationery.window();
        if (window == null) {
            return null;
        }
        if (manuscript.addressLines().stream().allMatch(String::isBlank)) {
            return Finding.whole(Finding.Kind.ADDRESS_MISSING, "addressLines", "");
        }
        if (manuscript.addressLines().size() > Stationery.ADDRESS_LINES) {
            return Finding.whole(
                    Finding.Kind.ADDRESS_DOES_NOT_FIT,
                    "addressLines",
                    "at most " + Stationery.ADDRESS_LINES + " lines");
        }
        List<Extent> outside = field(window).outside(extents());
        return outside.isEmpty()
                ? null
                : Finding.whole(
                        Finding.Kind.ADDRESS_DOES_NOT_FIT,
                        "addressLines",
                        outside.get(0).text());
    }

    /** Where the stationery lets the address stand. */
    private Window field(Window window) {
        double right = Math.min(stationery.addressRight(), window.right());
        double bottom = Math.min(stationery.addressBottom(), window.bottom());
        return new Window(window.x(), window.y(), right - window.x(), bottom - window.y()).grown(ROUNDING);
    }

    /** A return line that would need letters too small to read. */
    @Nullable
    Finding returnFinding() {
        Window window = stationery.window();
        String text = manuscript.returnLine();
        if (window == null || text == null || text.isBlank()) {
            return null;
        }
        boolean fits = block(text, SMALLEST_RETURN, Float.MAX_VALUE / 4).width(0) <= room(window);
        return fits ? null : Finding.whole(Finding.Kind.RETURN_LINE_DOES_NOT_FIT, "returnLine", "");
    }

    private List<Mark> returnLine(Window window) {
        String text = manuscript.returnLine();
        if (text == null || text.isBlank()) {
            return List.of();
        }
        float size = (float) stationery.returnSize();
        float natural = block(text, size, Float.MAX_VALUE / 4).width(0);
        if (natural > room(window)) {
            size = Math.max(SMALLEST_RETURN, size * room(window) / natural * 0.995f);
        }
        float baseline = Page.pt(stationery.returnBaseline());
        var block = block(text, size, room(window));
        var marks = new ArrayList<Mark>();
        marks.add(new Mark.Of(Tag.paragraph()));
        marks.addAll(block.line(0, left(window), baseline, Align.START, 0));
        float under = baseline + size * 0.35f;
        marks.add(new Mark.Rule(left(window), under, left(window) + room(window), under, 0.3f, 0));
        return marks;
    }

    /** Whether no line is wider than the window and all are inside it. */
    private boolean fits(List<TextBlock> lines, float size) {
        return lines.stream().allMatch(block -> block.count() <= 1)
                && below(lines, size) <= Page.pt(stationery.addressBottom());
    }

    /** The lower edge of the last line at the usual distance. */
    private float below(List<TextBlock> lines, float size) {
        float y = Page.pt(stationery.addressTop());
        float below = y;
        for (TextBlock block : lines) {
            for (int i = 0; i < block.count(); i++) {
                below = y + height(block, i, size);
                y += pitch(block, i, size, LINE);
            }
        }
        return below;
    }

    private float height(TextBlock block, int index, float size) {
        return Math.max(block.height(index), (ascent() + descent()) * size);
    }

    private List<TextBlock> blocks(float size, Window window) {
        return manuscript.addressLines().stream()
                .limit(Stationery.ADDRESS_LINES)
                .map(line -> block(line.replaceAll("\\s+", " "), size, room(window)))
                .toList();
    }

    private TextBlock block(String text, float size, float width) {
        return new TextBlock(shaper, StyledText.of(text, style), manuscript.language(), size, width, false);
    }

    private float pitch(TextBlock block, int index, float size, float line) {
        return Math.max(size * line, block.height(index) * 0.95f);
    }

    private float ascent() {
        return shaper.fonts().first(style).ascent();
    }

    private float descent() {
        return shaper.fonts().first(style).descent();
    }

    private float left(Window window) {
        return Page.pt(window.x() + stationery.addressIndent());
    }

    private float room(Window window) {
        return Page.pt(stationery.addressRight() - window.x() - stationery.addressIndent());
    }
}
