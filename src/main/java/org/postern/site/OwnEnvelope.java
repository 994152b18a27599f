package org.postern.site;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.postern.typeset.Envelope;

/** The measures of an envelope that one site has; {@link Envelope} says what they mean. */
@Embeddable
class OwnEnvelope {
    /** Here and not only as a key: see {@link Route}. */
    private String name;

    private double width;
    private double height;

    @Column(name = "window_left")
    private double windowLeft;

    @Column(name = "window_bottom")
    private double windowBottom;

    @Column(name = "window_width")
    private double windowWidth;

    @Column(name = "window_height")
    private double windowHeight;

    /** Blanks between. */
    private String folds;

    @SuppressWarnings("NullAway.Init")
    protected OwnEnvelope() {}

    OwnEnvelope(Envelope measures) {
        this.name = measures.name();
        this.width = measures.width();
        this.height = measures.height();
        this.windowLeft = measures.left();
        this.windowBottom = measures.bottom();
        this.windowWidth = measures.windowWidth();
        this.windowHeight = measures.windowHeight();
        this.folds = measures.folds().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    Envelope measures() {
        List<Double> at = Arrays.stream(folds.split(" "))
                .filter(fold -> !fold.isEmpty())
                .map(Double::valueOf)
                .toList();
        return new Envelope(name, width, height, windowLeft, windowBottom, windowWidth, windowHeight, at);
    }
}
