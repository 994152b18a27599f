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
                room.letter(room.timofey, 1);
                long number = room.batch(new Destination(room.window.country(), name));
                Frozen letter = db.fromTransaction(em -> Frozen.of(room.house
                        .batches
                        .frozen(room.house.batchLines.line(number, 1).orElseThrow())
                        .orElseThrow()));
                assertThat(letter.manuscript().stationery())
                        .as("set for " + envelope)
                        .isEqualTo(name);
                try (PDDocument pdf = Loader.loadPDF(room.take(number))) {
                    PrintedWindow.showsOnly(
                            PrintedPage.of(pdf, 1),
                            stationery.in(List.of(envelope)),
                            letter.manuscript().addressLines(),
                            Objects.requireNonNull(letter.manuscript().returnLine()));
                }
                tried.add(name + " in " + envelope.name());
            }
        }
        assertThat(tried).hasSizeGreaterThan(10);
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
