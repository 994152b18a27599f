package org.postern.typeset;

/** What stands below a rule at the foot of each page, at its left and at its right. */
record SheetFoot(String left, String right) {
    private static final Type SMALL = Type.of(9);

    /** @param bottom of what else is on the page, in mm */
    void on(Sheet page, double side, double bottom, int number, int pages) {
        double y = bottom + 6;
        double width = page.paper().width() - 2 * side;
        page.rule(side, y, side + width, y, 0.5);
        page.text(side, y + 2, width * 0.7, SMALL, numbered(left, number, pages));
        page.text(side + width * 0.4, y + 2, width * 0.6, SMALL.aligned(Align.END), numbered(right, number, pages));
    }

    private static String numbered(String text, int page, int pages) {
        return text.replace("{page}", Integer.toString(page)).replace("{pages}", Integer.toString(pages));
    }
}
