package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same words give the same bytes in processes that share nothing but the product. */
@Tag("slow")
class SameEverywhereTest {

    @TempDir
    private Path folder;

    /** What one process makes: letters and a batch of as many as the argument says, as one hash. */
    static final class Press {
        private Press() {}

        public static void main(String[] args) throws IOException {
            var typesetter = Typesetter.withFonts(List.of(), null, Path.of("target/native"));
            MessageDigest hash = sha256();
            for (String language : List.of("ru", "fa", "hi", "en")) {
                byte[] pdf = typesetter
                        .set(letter(language, 0), PrintOptions.plain())
                        .pdf();
                hash.update(args.length > 1 ? inflated(pdf) : pdf);
            }
            if (args.length < 2) {
                try (BatchPdf batch = typesetter.batch(digesting(hash))) {
                    for (int i = 0; i < Integer.parseInt(args[0]); i++) {
                        batch.add(typesetter.set(letter("ru", i), PrintOptions.plain()));
                    }
                }
            }
            System.out.println("result " + HexFormat.of().formatHex(hash.digest()));
        }

        private static Manuscript letter(String language, int number) {
            String words = "№ " + number + " " + SampleLetters.RUSSIAN + " *Сердечно* **ваша** سلام नमस्ते\n\n";
            return SampleLetters.windowed(language, SampleLetters.ADDRESS, words.repeat(2));
        }

        /** Deflaters differ between JDKs; what they deflate must not. */
        private static byte[] inflated(byte[] pdf) throws IOException {
            MessageDigest hash = sha256();
            try (PDDocument document = Loader.loadPDF(pdf)) {
                document.getDocument().getXrefTable().keySet().stream().sorted().forEach(key -> {
                    if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream) {
                        try (var in = stream.createInputStream()) {
                            hash.update(in.readAllBytes());
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                });
            }
            return hash.digest();
        }

        private static OutputStream digesting(MessageDigest hash) {
            return new DigestOutputStream(OutputStream.nullOutputStream(), hash);
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void a_letter_and_a_thousand_are_the_same_bytes_in_every_zone_locale_folder_and_heap() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        String here = press(java(), List.of(), "1000");

        assertThat(press(
                        java(),
                        List.of(
                                "-Duser.timezone=Pacific/Kiritimati",
                                "-Duser.language=ar",
                                "-Duser.country=EG",
                                "-Djava.io.tmpdir=" + elsewhere,
                                "-Dfile.encoding=ISO-8859-1",
                                "-Xmx96m",
                                "-XX:+UseSerialGC"),
                        "1000"))
                .isEqualTo(here);
        assertThat(press(
                        java(),
                        List.of(
                                "-Duser.timezone=America/Adak",
                                "-Duser.language=tr",
                                "-Xmx600m",
                                "-XX:TieredStopAtLevel=1"),
                        "1"))
                .isEqualTo(press(java(), List.of(), "1"));
    }

    /** 400 days on, where a machine can be told so. */
    @Test
    void the_clock_is_in_no_file() throws Exception {
        Path faketime = Path.of("/usr/bin/faketime");
        assumeTrue(Files.isExecutable(faketime));

        assertThat(press(faketime + " -f +400d " + java(), List.of(), "3")).isEqualTo(press(java(), List.of(), "3"));
    }

    @Tag("full")
    @Test
    void another_jdk_writes_the_same_streams() throws Exception {
        String here = press(java(), List.of(), "0", "inflated");
        List<Path> others = new ArrayList<>();
        try (var jdks = Files.newDirectoryStream(Path.of("/usr/lib/jvm"))) {
            jdks.forEach(jdk -> others.add(jdk.resolve("bin/java")));
        }
        others.removeIf(other -> !Files.isExecutable(other));
        assumeFalse(others.isEmpty());
        for (Path other : others) {
            assertThat(press(other.toString(), List.of(), "0", "inflated"))
                    .as(other.toString())
                    .isEqualTo(here);
        }
    }

    private static String java() {
        return OwnProcess.java();
    }

    private String press(String java, List<String> options, String... args) throws Exception {
        return OwnProcess.result(folder, java, options, Press.class, args);
    }
}
