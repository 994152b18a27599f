package org.postern.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.Frozen;
import org.postern.site.Family;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.typeset.Envelope;
import org.postern.typeset.Paper;
import org.postern.typeset.PrintedPage;
import org.postern.typeset.PrintedWindow;
import org.postern.typeset.Stationery;

/** Every sheet with a window in each envelope that it is made for, read from the letters of a batch as they are printed. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class WindowOfPrintedLettersTest {
    private final TestDatabase db;
    private final PrintRoom room;

    WindowOfPrintedLettersTest(TestDatabase db) {
        this.db = db;
        this.room = new PrintRoom(db, false);
    }

    @Test
    void every_sheet_fits_each_of_its_envelopes() throws IOException {
        List<String> tried = new ArrayList<>();
        for (String name : room.pages.typesetter().stationeries()) {
            Stationery stationery = room.pages.typesetter().stationery(name);
            if (stationery.window() == null || name.equals("postcard")) {
                continue;
            }
            for (Envelope envelope : stationery.envelopes()) {
                prints(name, stationery.paper() == null ? Paper.A4 : stationery.paper(), envelope);
                if (!printed(name, stationery.in(List.of(envelope)))) {
                    // Six lines are too many for the smallest windows: then the address goes onto the envelope instead.
                    address("'ФКУ ИК-98'", "null", "null", "'612345'");
                    assertThat(printed(name, stationery.in(List.of(envelope))))
                            .as(name + " in " + envelope)
                            .isTrue();
                    address("'ФКУ ИК-98'", "'ул. Лесная, д. 3'", "'Кировская обл.'", "'612345'");
                }
                tried.add(name + " in " + envelope.name());
            }
        }
        assertThat(tried).hasSizeGreaterThan(10);
    }

    /** @return false if the address cannot be in this window, so that the letter was printed without */
    private boolean printed(String name, Stationery stationery) throws IOException {
        room.letter(room.timofey, 1);
        long number = room.batch(new Pile(Family.of(name), room.window.country()));
        Frozen letter = db.fromTransaction(em -> Frozen.of(room.house
                .batches
                .frozen(room.house.batchLines.line(number, 1).orElseThrow())
                .orElseThrow()));
        if (letter.outside().misfit() != null) {
            return false;
        }
        assertThat(letter.manuscript().stationery()).isEqualTo(name);
        try (PDDocument pdf = Loader.loadPDF(room.take(number))) {
            PrintedWindow.showsOnly(
                    PrintedPage.of(pdf, 1),
                    stationery,
                    letter.manuscript().addressLines(),
                    Objects.requireNonNull(letter.manuscript().returnLine()));
        }
        return true;
    }

    /** SQL of each part. */
    private void address(String name, String street, String region, String postcode) {
        db.sql("update facility set name = " + name + ", street = " + street + ", region = " + region + ", postcode = "
                + postcode + " where id = (select facility_id from recipient where id = " + room.timofey + ")");
    }

    private void prints(String stationery, Paper paper, Envelope envelope) {
        db.inTransaction(em -> {
            PrintSite site = new PrintSites(em).lock(room.site.id()).orElseThrow();
            site.printsOn(paper, 80, stationery);
            site.stocks(Set.of());
            site.windows().forEach(one -> site.hasNoMoreEnvelopes(one.name()));
            site.has(envelope);
        });
    }
}
