package org.postern.typeset;

import com.ibm.icu.text.UnicodeSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fonts that this machine has for all its programs, found when a character first asks that no other font has. Of
 * each file only the list of its characters is kept, about 2 KB, until one of them is needed.
 */
final class SystemFonts {
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final List<Path> folders;
    private @Nullable Index index;

    SystemFonts(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    private record Index(UnicodeSet all, List<FontFile> regular, List<FontFile> bold) {}

    /** The plainest face that has the whole text, by weight, then by name; null if there is none. */
    @Nullable
    Face faceFor(FontStyle style, CharSequence text, int from, int to) {
        if (folders.isEmpty()) {
            return null;
        }
        Index known = index();
        if (!new Coverage(known.all(), REGULAR, true, "").covers(text, from, to)) {
            return null;
        }
        for (FontFile font : style.bold() || style.italic() ? known.bold() : known.regular()) {
            Face face = font.covering(text, from, to);
            if (face != null) {
                return face;
            }
        }
        return null;
    }

    private synchronized Index index() {
        if (index == null) {
            var all = new UnicodeSet();
            Map<FontFile, Coverage> good = new HashMap<>();
            for (Path folder : folders) {
                FontFolders.files(folder).forEach((name, file) -> {
                    for (FontFile font : FontFolders.fonts(name, file)) {
                        Coverage coverage = font.coverage();
                        if (coverage != null && coverage.refused().isEmpty()) {
                            good.put(font, coverage);
                            all.addAll(coverage.characters());
                        }
                    }
                });
            }
            index = new Index(all.freeze(), sorted(good, REGULAR), sorted(good, BOLD));
        }
        return index;
    }

    private static List<FontFile> sorted(Map<FontFile, Coverage> fonts, int weight) {
        var sorted = new ArrayList<>(fonts.entrySet());
        sorted.sort(Comparator.<Map.Entry<FontFile, Coverage>>comparingInt(
                        font -> font.getValue().plain() ? 0 : 1)
                .thenComparingInt(font -> Math.abs(font.getValue().weight() - weight))
                .thenComparing(font -> font.getKey().name()));
        return sorted.stream().map(Map.Entry::getKey).toList();
    }
}
