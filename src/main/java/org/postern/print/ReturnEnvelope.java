package org.postern.print;

import java.util.List;
import org.postern.print.ReplySheet.Answer;
import org.postern.typeset.PageSize;
import org.postern.typeset.Sheet;
import org.postern.typeset.StockEnvelope;
import org.postern.typeset.Type;
import org.postern.typeset.Typesetter;

/** Envelopes that bring an answer: our address, room for the sender's, no mark of ours. */
final class ReturnEnvelope {
    private static final Type ADDRESS = Type.of(13);
    private static final double SMALLEST = 8;

    private ReturnEnvelope() {}

    /** @param envelope without a window */
    static Sheet draw(Typesetter typesetter, StockEnvelope envelope, boolean sample, List<Answer> answers) {
        PageSize size =
                new PageSize(envelope.envelope().width(), envelope.envelope().height());
        Sheet sheet = typesetter
                .sheet(size, answers.get(0).piece().frozen().to().language())
                .sample(sample);
        for (int i = 0; i < answers.size(); i++) {
            if (i > 0) {
                sheet.newPage();
            }
            sheet.lines(envelope.addressBox(), ADDRESS, SMALLEST, answers.get(i).to());
        }
        return sheet;
    }
}
