package org.postern.typeset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Pages kept as pictures, {@code <name>-<page>.png}, or {@code <name>.txt} with the objections where there are any.
 *
 * @param kept the folder in the repository
 * @param drawn where what was drawn and the differences are left to look at
 */
record Golden(Path kept, Path drawn) {
    /** A pixel is a third of a millimetre. */
    static final int DPI = 72;

    /** Pixels that may differ: other JDKs round a few edges otherwise. */
    static final int TOLERATED = 2;

    /** Of 255; a pixel that differs by less is the same. */
    private static final int SAME = 34;

    private static final String RENEW = """
            Look at %s; if that is what you want, renew all golden pages with
                mvn -o test-compile surefire:test -Dtest=GoldenPagesTest -Dgolden.renew
            look at each that git shows as changed, and commit them with the change.""";

    /** Fails where a page is not as it was; {@code -Dgolden.renew} draws it anew. */
    void compare(String name, Typesetting letter) throws IOException {
        List<String> files = files(name, letter);
        Files.createDirectories(drawn.resolve(name).getParent());
        Files.createDirectories(kept.resolve(name).getParent());
        for (int i = 0; i < files.size(); i++) {
            String file = files.get(i);
            byte[] now = letter.findings().isEmpty() ? letter.png(i, DPI) : objections(letter);
            Path golden = kept.resolve(file);
            if (Boolean.getBoolean("golden.renew")) {
                Files.write(golden, now);
            }
            Files.write(drawn.resolve(file), now);
            if (!Files.exists(golden)) {
                fail("No golden page %s yet. " + RENEW, file, drawn.resolve(file));
            } else if (file.endsWith(".txt")) {
                assertThat(Files.readString(golden)).as(RENEW, golden).isEqualTo(new String(now, UTF_8));
            } else {
                compare(file, Files.readAllBytes(golden), now);
            }
        }
    }

    private void compare(String file, byte[] golden, byte[] now) throws IOException {
        int differing = differing(golden, now);
        if (differing > TOLERATED) {
            Path difference = drawn.resolve(file.replace(".png", "-difference.png"));
            ImageIO.write(difference(read(golden), read(now)), "png", difference.toFile());
            fail(
                    "%s differs in %d pixels, black where ink is missing, red where it is new. " + RENEW,
                    file,
                    differing,
                    difference);
        }
    }

    static List<String> files(String name, Typesetting letter) {
        if (!letter.findings().isEmpty()) {
            return List.of(name + ".txt");
        }
        var files = new ArrayList<String>();
        for (int page = 1; page <= letter.pages(); page++) {
            files.add(name + "-" + page + ".png");
        }
        return files;
    }

    /** All that is in the repository, sorted. */
    List<String> all() throws IOException {
        try (Stream<Path> files = Files.walk(kept)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> kept.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** Deletes all others. */
    void keepOnly(Set<String> files) throws IOException {
        for (String file : all()) {
            if (!files.contains(file)) {
                Files.delete(kept.resolve(file));
            }
        }
    }

    private static byte[] objections(Typesetting letter) {
        return letter.findings().stream()
                .map(finding -> finding.line() + "\n")
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }

    /** How many pixels of two pictures are not the same; all where their sizes are not. */
    static int differing(byte[] one, byte[] other) throws IOException {
        BufferedImage a = read(one);
        BufferedImage b = read(other);
        if (a.getWidth() != b.getWidth() || a.getHeight() != b.getHeight()) {
            return Integer.MAX_VALUE;
        }
        int differing = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                differing += Math.abs(grey(a, x, y) - grey(b, x, y)) > SAME ? 1 : 0;
            }
        }
        return differing;
    }

    private static BufferedImage difference(BufferedImage golden, BufferedImage now) {
        int width = Math.max(golden.getWidth(), now.getWidth());
        int height = Math.max(golden.getHeight(), now.getHeight());
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int was = grey(golden, x, y);
                int is = grey(now, x, y);
                int pale = 255 - (255 - Math.max(was, is)) / 4;
                int colour = is < was - SAME ? 0xFF0000 : was < is - SAME ? 0 : pale * 0x010101;
                picture.setRGB(x, y, colour);
            }
        }
        return picture;
    }

    private static int grey(BufferedImage picture, int x, int y) {
        return x < picture.getWidth() && y < picture.getHeight() ? picture.getRGB(x, y) & 0xFF : 255;
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
