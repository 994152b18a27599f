package org.postern.typeset;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where more fonts than the shipped ones are. Both kinds are asked after those, so that a text which they cover gives the
 * same bytes on every machine. What only the machine's own fonts have is printed with what it happens to have: there
 * the same bytes need the same fonts, and who runs several servers names a folder and leaves {@code system} out.
 *
 * @param own folders of the operator; stationeries may name their families
 * @param system whether the folders where this machine's programs look for fonts are asked last
 */
public record FontFolders(List<Path> own, boolean system) {
    private static final String SYSTEM = "system";
    private static final int DEEPEST = 8;
    private static final int MOST_FILES = 4000;

    public FontFolders {
        own = List.copyOf(own);
    }

    /** @param setting folders, comma separated; {@code system} among them for those of this machine; may be empty */
    public static FontFolders parse(String setting) {
        List<String> named = Stream.of(setting.split(","))
                .map(String::strip)
                .filter(folder -> !folder.isEmpty())
                .toList();
        return new FontFolders(
                named.stream()
                        .filter(folder -> !folder.equals(SYSTEM))
                        .map(Path::of)
                        .toList(),
                named.contains(SYSTEM));
    }

    /** Those that exist of Linux's, macOS's and Windows's. */
    static List<Path> ofThisMachine() {
        Path home = Path.of(System.getProperty("user.home", ""));
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        Stream<Path> folders = windows
                ? Stream.of(Path.of("C:\\Windows\\Fonts"), home.resolve("AppData\\Local\\Microsoft\\Windows\\Fonts"))
                : Stream.of(
                        Path.of("/usr/share/fonts"),
                        Path.of("/usr/local/share/fonts"),
                        home.resolve(".local/share/fonts"),
                        home.resolve(".fonts"),
                        Path.of("/Library/Fonts"),
                        Path.of("/System/Library/Fonts"),
                        home.resolve("Library/Fonts"));
        return folders.filter(Files::isDirectory).toList();
    }

    /** Font files in the folder and below by their names without the ending, sorted; of two of one name the first found. */
    static Map<String, Path> files(Path folder) {
        var files = new TreeMap<String, Path>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
                    String name = file.getFileName().toString();
                    if (isFont(name)) {
                        files.merge(name.substring(0, name.length() - 4), file, FontFolders::first);
                    }
                    return files.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException why) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException why) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            System.getLogger(Fonts.class.getName())
                    .log(System.Logger.Level.WARNING, "fonts in " + folder + " cannot be listed: " + e.getMessage());
        }
        return files;
    }

    /** A folder is listed in no order; a choice must not depend on it. */
    private static Path first(Path one, Path other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** The fonts of a file, a collection's each by itself; one that cannot be read stands for itself and says so later. */
    static List<FontFile> fonts(String name, Path file) {
        var fonts = new ArrayList<FontFile>();
        fonts.add(FontFile.at(name, file, 0));
        if (isCollection(file)) {
            try {
                int members = Sfnt.in(file).size();
                for (int i = 1; i < members; i++) {
                    fonts.add(FontFile.at(name + "." + i, file, i));
                }
            } catch (IOException e) {
                return fonts;
            }
        }
        return fonts;
    }

    private static boolean isFont(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".ttf") || lower.endsWith(".ttc");
    }

    static boolean isCollection(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".ttc");
    }
}
