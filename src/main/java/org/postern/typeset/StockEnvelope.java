package org.postern.typeset;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An envelope that a print room may have, and what is printed where on one without a window. Millimetres from the top left
 * corner of its front.
 *
 * @param code that a site keeps, e.g. {@code ru-dl}
 * @param sender where the return address may stand
 * @param address where the recipient stands; null where it has a window, since nothing is printed on those
 * @param clear of any ink: stamp, stencil, the machines' coding strip
 * @param grams that it weighs, with its stamp
 */
public record StockEnvelope(
        String code,
        Envelope envelope,
        @Nullable Window sender,
        @Nullable Window address,
        List<Window> clear,
        double grams) {
    /** Front and back, with flap and seams, of paper of 100 g/m²; ours, until somebody lays it on a scale. */
    private static final double GRAMS_A_SQUARE_METRE = 2.1 * 100;

    static double gramsOf(Envelope envelope) {
        return Math.ceil(envelope.width() * envelope.height() / 1_000_000 * GRAMS_A_SQUARE_METRE * 2) / 2;
    }

    /** One of a site's own: sender top left, recipient right of the middle, franking and coding zones as for others. */
    public static StockEnvelope own(String code, Envelope envelope) {
        if (envelope.hasWindow()) {
            return new StockEnvelope(code, envelope, null, null, List.of(), gramsOf(envelope));
        }
        double width = envelope.width();
        double height = envelope.height();
        double stamp = Math.min(74, width * 0.4);
        double edge = Math.min(15, height * 0.12);
        return new StockEnvelope(
                code,
                envelope,
                new Window(edge, edge, width - stamp - 2 * edge, height * 0.2),
                new Window(width * 0.42, height * 0.43, width * 0.58 - edge, height * 0.57 - edge - 3),
                List.of(
                        new Window(width - stamp, 0, stamp, Math.min(40, height * 0.4)),
                        new Window(width * 0.4, height - edge, width * 0.6, edge)),
                gramsOf(envelope));
    }

    /** @throws NullPointerException if it has a window: nothing is printed on those */
    public Window senderBox() {
        return Objects.requireNonNull(sender, () -> code + " has a window");
    }

    /** As {@link #senderBox}. */
    public Window addressBox() {
        return Objects.requireNonNull(address, () -> code + " has a window");
    }
}
