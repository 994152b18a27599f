package org.postern.print;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postern.letter.Batch;
import org.postern.web.Messages;

/** All that a batch needs in one ZIP, with a word on each; the same batch, printer and language give the same bytes. */
@ApplicationScoped
class SetZip {
    /** A ZIP keeps times without a zone; when somebody downloaded is nobody's business. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private SetFiles files;

    @SuppressWarnings("NullAway.Init")
    protected SetZip() {}

    @Inject
    SetZip(SetFiles files) {
        this.files = files;
    }

    /** @param reader whose language the readme speaks */
    byte[] of(Batch batch, Wanted wanted, Locale reader) {
        Map<SetFile, byte[]> all = files.all(batch, wanted);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            // What is inside is deflated already.
            zip.setLevel(Deflater.BEST_SPEED);
            add(zip, batch, "readme.txt", readme(batch, all.keySet(), reader).getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<SetFile, byte[]> file : all.entrySet()) {
                add(zip, batch, file.getKey().fileName(), file.getValue());
            }
            add(zip, batch, SetFile.MANIFEST_CSV, files.manifestCsv(batch));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, Batch batch, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(batch.name() + "/" + name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static String readme(Batch batch, Set<SetFile> needed, Locale reader) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                Messages.say(
                        reader, "print.set.readme", batch.name(), batch.lines().size()));
        for (SetFile file : needed) {
            line(text, "");
            line(text, file.fileName());
            line(text, Messages.say(reader, "print.set." + file.word()));
        }
        line(text, "");
        line(text, SetFile.MANIFEST_CSV);
        line(text, Messages.say(reader, "print.set.manifest.csv"));
        line(text, "");
        line(text, Messages.say(reader, "print.set.readme.why"));
        return text.toString();
    }

    /** Ends as every editor understands. */
    private static void line(StringBuilder text, String words) {
        text.append(words).append("\r\n");
    }
}
