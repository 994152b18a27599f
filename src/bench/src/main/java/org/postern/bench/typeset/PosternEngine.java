package org.postern.bench.typeset;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.postern.typeset.BatchPdf;
import org.postern.typeset.CodedLetter;
import org.postern.typeset.Manuscript;
import org.postern.typeset.PrintOptions;
import org.postern.typeset.Typesetter;
import org.postern.typeset.Typesetting;

/** Ours, as the product uses it: one typesetter, a manuscript in, a PDF out. */
final class PosternEngine implements Engine {
    private static final String STATIONERY = "bench";

    private final Typesetter typesetter;

    /** @param folder for the stationery and HarfBuzz */
    PosternEngine(Path folder) throws Exception {
        Path stationery = Files.createDirectories(folder.resolve("stationery").resolve(STATIONERY));
        Files.writeString(stationery.resolve("stationery.properties"), """
            paper = A4
            margin.top = 27
            margin.right = 25
            margin.bottom = 20
            margin.left = 25
            window = 20 45 85 45
            return.baseline = 60.2
            return.size = 7
            address.top = 62.7
            address.indent = 5
            address.size = 11
            fold.marks = 105 210
            hole.mark = 148.5
            date.baseline = 98.5
            first.top = 108
            font.family = LiberationSerif
            font.size = 11
            font.leading = 15.5
            paragraph.space = 8
            justify = true
            foot.baseline = 15
            """);
        typesetter = Typesetter.withFonts(List.of(), folder, folder.resolve("native"));
    }

    private Typesetting set(Letter letter) {
        var manuscript = new Manuscript(
                STATIONERY,
                "ru",
                letter.date(),
                letter.sender(),
                letter.address(),
                String.join("\n\n", letter.paragraphs()),
                letter.signature(),
                null,
                null);
        return CodedLetter.of(
                typesetter.set(manuscript, PrintOptions.plain()),
                Letter.CODE_LEFT,
                Letter.CODE_TOP,
                Letter.CODE,
                letter.code());
    }

    @Override
    public byte[] letter(Letter letter) {
        return set(letter).pdf();
    }

    @Override
    public Batch batch(OutputStream out) {
        BatchPdf batch = typesetter.batch(out);
        return new Batch() {
            @Override
            public void add(Letter letter) {
                batch.add(set(letter));
            }

            @Override
            public void close() {
                batch.close();
            }
        };
    }

    @Override
    public int pagesOfBatchedLetter() {
        return 2;
    }
}
