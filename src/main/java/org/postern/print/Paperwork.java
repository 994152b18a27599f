package org.postern.print;

import java.util.List;
import org.postern.letter.Frozen;
import org.postern.letter.Pages;
import org.postern.site.PrintSite;
import org.postern.site.Printer;
import org.postern.typeset.LabelFormat;
import org.postern.typeset.StockEnvelope;

/**
 * What may be printed beside the letters, for this site.
 *
 * @param plain how many letters have their address on the envelope
 * @param labelled how many of those go to places that take labels
 * @param replies with how many go a sheet and an envelope for the answer
 * @param slips how many were taken out after they may have been printed
 * @param cards whether they are postcards
 * @param envelopes without a window
 */
public record Paperwork(
        int plain,
        int labelled,
        int replies,
        int slips,
        boolean cards,
        List<StockEnvelope> envelopes,
        List<LabelFormat> labels,
        List<Printer> printers) {

    static Paperwork of(PrintSite site, List<Frozen> letters, int slips, Pages pages) {
        List<Frozen> plain = letters.stream()
                .filter(letter -> pages.typesetter()
                                .stationery(letter.manuscript().stationery())
                                .window()
                        == null)
                .toList();
        return new Paperwork(
                plain.size(),
                (int) plain.stream().filter(one -> one.outside().labels()).count(),
                (int) letters.stream().filter(one -> one.outside().reply()).count(),
                slips,
                letters.stream().anyMatch(Pages::isCard),
                site.envelopes().stream()
                        .filter(one -> !one.envelope().hasWindow())
                        .toList(),
                site.labels(),
                site.printers());
    }

    public boolean byHand() {
        return printers.stream().anyMatch(Printer::manualDuplex);
    }
}
