package org.postern.typeset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/**
 * Which pages of a finished file, and how they come out of the printer.
 *
 * @param pages from 1, in their order; null for all
 */
public record PageChoice(@Nullable List<Integer> pages, Sides sides) {
    /** How the sheets are printed. */
    public enum Sides {
        /** By a printer that turns them itself. */
        BOTH,
        /** A sheet for each page; backs that are empty are left out. */
        ONE,
        /** Turned by hand: the fronts first. */
        FRONTS,
        /** The last one first: the stack of printed fronts goes in again as it lies. */
        BACKS
    }

    public static PageChoice all(Sides sides) {
        return new PageChoice(null, sides);
    }

    boolean isWhole() {
        return pages == null && sides == Sides.BOTH;
    }

    /** A front stands at each odd place of a file for a duplex printer, so it does among pages that are chosen by sheets. */
    List<PDPage> of(PDDocument document) {
        List<PDPage> all = new ArrayList<>();
        if (pages == null) {
            document.getPages().forEach(all::add);
        } else {
            pages.forEach(page -> all.add(document.getPage(page - 1)));
        }
        List<PDPage> chosen = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            boolean front = i % 2 == 0;
            boolean takes = switch (sides) {
                case BOTH -> true;
                case ONE -> all.get(i).hasContents();
                case FRONTS -> front;
                case BACKS -> !front;
            };
            if (takes) {
                chosen.add(all.get(i));
            }
        }
        if (sides == Sides.BACKS) {
            Collections.reverse(chosen);
        }
        return chosen;
    }
}
