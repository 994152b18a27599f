package org.postern.print;

import java.util.List;
import org.postern.letter.Frozen;
import org.postern.typeset.PageSize;
import org.postern.typeset.Sheet;
import org.postern.typeset.StockEnvelope;
import org.postern.typeset.Type;
import org.postern.typeset.Typesetter;
import org.postern.typeset.Window;

/** Envelopes to be printed on, as large as they are, in stack order: sender, recipient, and nothing of ours. */
final class EnvelopeSheet {
    private static final Type ADDRESS = Type.of(14);
    private static final double ADDRESS_SMALLEST = 8;
    private static final Type SENDER = Type.of(9);
    private static final double SENDER_SMALLEST = 6;

    private EnvelopeSheet() {}

    /** @param envelope without a window */
    static Sheet draw(Typesetter typesetter, StockEnvelope envelope, List<Frozen> letters) {
        Window senderBox = envelope.senderBox();
        Window addressBox = envelope.addressBox();
        Frozen first = letters.get(0);
        Sheet sheet = typesetter
                .sheet(
                        new PageSize(
                                envelope.envelope().width(), envelope.envelope().height()),
                        first.to().language())
                .sample(first.sample());
        for (int i = 0; i < letters.size(); i++) {
            Frozen letter = letters.get(i);
            if (i > 0) {
                sheet.newPage();
            }
            String sender = letter.outside().sender();
            if (sender != null) {
                sheet.lines(senderBox, SENDER, SENDER_SMALLEST, senderLines(sender));
            }
            sheet.lines(
                    addressBox, ADDRESS, ADDRESS_SMALLEST, letter.manuscript().addressLines());
        }
        return sheet;
    }

    /** One line in a window, a line each part on an envelope. */
    static List<String> senderLines(String sender) {
        return List.of(sender.split("\\s*[,·]\\s*"));
    }
}
