package org.postern.site;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.postern.typeset.LabelFormat;
import org.postern.typeset.Paper;

/** The measures of a sheet of labels that one site has; {@link LabelFormat} says what they mean. */
@Embeddable
class OwnLabels {
    /** Here and not only as a key: see {@link Route}. */
    private String name;

    @Enumerated(EnumType.STRING)
    private Paper paper;

    @Column(name = "label_columns")
    private int columns;

    @Column(name = "label_rows")
    private int rows;

    private double width;
    private double height;

    @Column(name = "first_left")
    private double firstLeft;

    @Column(name = "first_top")
    private double firstTop;

    @Column(name = "pitch_across")
    private double across;

    @Column(name = "pitch_down")
    private double down;

    @SuppressWarnings("NullAway.Init")
    protected OwnLabels() {}

    OwnLabels(LabelFormat measures) {
        this.name = measures.name();
        this.paper = measures.paper();
        this.columns = measures.columns();
        this.rows = measures.rows();
        this.width = measures.width();
        this.height = measures.height();
        this.firstLeft = measures.left();
        this.firstTop = measures.top();
        this.across = measures.across();
        this.down = measures.down();
    }

    LabelFormat measures(String code) {
        return new LabelFormat(code, name, paper, columns, rows, width, height, firstLeft, firstTop, across, down);
    }
}
