package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * What a printer puts on one page, measured on the finished PDF: the ink of each line of text, of each drawing, of each
 * picture, in millimetres from the top left corner, y down.
 */
public final class PrintedPage extends PDFGraphicsStreamEngine {
    /** What a window envelope shows of a sheet by DIN 5008, form B. */
    public static final Window DIN_5008_B = new Window(20, 45, 85, 45);

    private static final double MM = 25.4 / 72;
    /** A wider gap between two letters begins another line of text. */
    private static final double GAP = 8;

    private final List<Line> lines = new ArrayList<>();
    private final List<Rectangle2D> drawings = new ArrayList<>();
    private final List<Rectangle2D> pictures = new ArrayList<>();
    private final double height;
    private final GeneralPath path = new GeneralPath();

    private PrintedPage(PDPage page) {
        super(page);
        this.height = page.getMediaBox().getHeight();
    }

    /**
     * Letters that follow each other on one baseline.
     *
     * @param ink what they blacken
     */
    public record Line(String text, double baseline, Rectangle2D ink) {}

    /** @param number of the page, from 1 */
    public static PrintedPage of(PDDocument pdf, int number) throws IOException {
        PDPage page = pdf.getPage(number - 1);
        PrintedPage printed = new PrintedPage(page);
        printed.processPage(page);
        return printed;
    }

    public List<Line> lines() {
        return lines;
    }

    public List<Rectangle2D> drawings() {
        return drawings;
    }

    public List<Rectangle2D> pictures() {
        return pictures;
    }

    /** Whether nothing at all is on it, as on the back of a letter's last page. */
    public boolean isBlank() {
        return lines.isEmpty() && drawings.isEmpty() && pictures.isEmpty();
    }

    /**
     * The window shows these lines whole, and nothing else: no text, drawing or picture reaches into it or over its edge,
     * but for the hairline under the sender's line.
     *
     * @return what it shows, from the top
     */
    public List<String> shownWholeIn(Window window) {
        Rectangle2D frame = new Rectangle2D.Double(window.x(), window.y(), window.width(), window.height());
        List<Line> shown =
                lines.stream().filter(line -> line.ink().intersects(frame)).toList();
        assertThat(shown)
                .as("lines of the address, each inside %s", window)
                .hasSizeGreaterThan(2)
                .allMatch(line -> frame.contains(line.ink()));
        assertThat(pictures).as("pictures in the window").noneMatch(frame::intersects);
        assertThat(drawings.stream().filter(frame::intersects))
                .as("drawings in the window")
                .hasSizeLessThanOrEqualTo(1)
                .allMatch(drawing -> frame.contains(drawing)
                        && drawing.getHeight() < 0.3
                        && drawing.getMinY() > shown.get(0).baseline()
                        && drawing.getMaxY() < shown.get(1).ink().getMinY());
        return shown.stream().map(Line::text).toList();
    }

    @Override
    protected void showGlyph(Matrix at, PDFont font, int code, Vector displacement) throws IOException {
        String text = font.toUnicode(code);
        if (text == null || text.isBlank()) {
            text = " ";
        }
        AffineTransform placed = at.createAffineTransform();
        placed.concatenate(font.getFontMatrix().createAffineTransform());
        Rectangle2D ink = millimetres(((PDVectorFont) font)
                .getNormalizedPath(code)
                .createTransformedShape(placed)
                .getBounds2D());
        double baseline = (height - at.getTranslateY()) * MM;
        Line last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
        if (ink.isEmpty()) {
            if (last != null && Math.abs(last.baseline() - baseline) < 0.1) {
                lines.set(lines.size() - 1, new Line(last.text() + " ", baseline, last.ink()));
            }
            return;
        }
        if (last != null
                && Math.abs(last.baseline() - baseline) < 0.1
                && Math.abs(ink.getMinX() - last.ink().getMaxX()) < GAP) {
            lines.set(
                    lines.size() - 1,
                    new Line(last.text() + text, baseline, last.ink().createUnion(ink)));
        } else {
            lines.add(new Line(text, baseline, ink));
        }
    }

    private Rectangle2D millimetres(Rectangle2D points) {
        return new Rectangle2D.Double(
                points.getX() * MM, (height - points.getMaxY()) * MM, points.getWidth() * MM, points.getHeight() * MM);
    }

    @Override
    public void drawImage(PDImage image) {
        AffineTransform unit =
                getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
        pictures.add(millimetres(
                unit.createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1)).getBounds2D()));
    }

    // Points of paths arrive in the page's own coordinates.

    @Override
    public void appendRectangle(Point2D a, Point2D b, Point2D c, Point2D d) {
        moveTo((float) a.getX(), (float) a.getY());
        List.of(b, c, d).forEach(corner -> lineTo((float) corner.getX(), (float) corner.getY()));
        path.closePath();
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return path.getCurrentPoint();
    }

    @Override
    public void closePath() {
        path.closePath();
    }

    @Override
    public void endPath() {
        path.reset();
    }

    @Override
    public void strokePath() {
        float width = getGraphicsState().getLineWidth();
        Rectangle2D ink = path.getBounds2D();
        ink.setRect(ink.getX() - width / 2, ink.getY() - width / 2, ink.getWidth() + width, ink.getHeight() + width);
        drawings.add(millimetres(ink));
        path.reset();
    }

    @Override
    public void fillPath(int windingRule) {
        drawings.add(millimetres(path.getBounds2D()));
        path.reset();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        strokePath();
    }

    @Override
    public void clip(int windingRule) {
        // what is clipped away is counted as ink: the test is the stricter for it
    }

    @Override
    public void shadingFill(COSName shading) {
        throw new AssertionError("no letter is shaded");
    }
}
