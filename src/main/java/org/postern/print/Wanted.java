package org.postern.print;

import java.util.Comparator;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.postern.letter.StackNumbers;
import org.postern.site.PrintSite;
import org.postern.site.Printer;
import org.postern.typeset.Calibration;
import org.postern.typeset.LabelFormat;
import org.postern.typeset.PageChoice.Sides;
import org.postern.typeset.StockEnvelope;
import org.postern.web.Form;

/**
 * What a form says about the files it asks for.
 *
 * @param printer whose faults are corrected; null for none
 * @param envelope to print on, without a window; null where the site has none
 * @param labels their sheet; null where none is known
 * @param start the first label that is still on its sheet, from 1
 * @param borders whether each label is framed, for a try on plain paper
 * @param sides what of {@code again.pdf}
 */
record Wanted(
        @Nullable Printer printer,
        @Nullable StockEnvelope envelope,
        @Nullable LabelFormat labels,
        int start,
        boolean borders,
        Sides sides) {

    /** What a form does not choose, or what the site has no more, is the first that there is. */
    static Wanted of(Form form, PrintSite site) {
        String chosen = form.text("printer");
        Optional<Printer> printer =
                chosen.matches("[0-9]{1,18}") ? site.printer(Long.parseLong(chosen)) : Optional.empty();
        String sides = form.text("sides");
        String start = form.text("start");
        return new Wanted(
                printer.orElse(null),
                site.envelopes().stream()
                        .filter(one -> !one.envelope().hasWindow())
                        .min(Comparator.comparing(one -> !one.code().equals(form.text("envelope"))))
                        .orElse(null),
                site.labels().stream()
                        .min(Comparator.comparing(one -> !one.code().equals(form.text("labels"))))
                        .orElse(null),
                start.matches("[0-9]{1,3}") ? Integer.parseInt(start) : 1,
                form.has("borders"),
                sides.equals("one")
                        ? Sides.ONE
                        : sides.equals("fronts") ? Sides.FRONTS : sides.equals("backs") ? Sides.BACKS : Sides.BOTH);
    }

    /** @return numbers in the stack, a list and all from one on; empty if they cannot be read */
    static Optional<SortedSet<Integer>> nos(Form form) {
        String from = form.text("from").strip();
        Optional<SortedSet<Integer>> listed = StackNumbers.read(form.text("nos"));
        Optional<SortedSet<Integer>> onwards = StackNumbers.read(from.isEmpty() ? "" : from + "-9999");
        return listed.flatMap(nos -> onwards.map(more -> {
            SortedSet<Integer> all = new TreeSet<>(nos);
            all.addAll(more);
            return all;
        }));
    }

    Calibration calibration() {
        return printer == null ? Calibration.NONE : printer.calibration();
    }

    int feed() {
        return printer == null ? 0 : printer.feed();
    }

    /** @return whether somebody turns the stack by hand */
    boolean byHand() {
        return printer != null && printer.manualDuplex();
    }
}
