package org.postern.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postern.directory.Rules;
import org.postern.typeset.Typesetting;

/**
 * A letter as it would be printed now, with all that is to be said against it.
 *
 * @param rules that hold for the person
 * @param translates whether the place does not let its language in, so that a translation will be printed instead
 */
public record Proof(Typesetting typesetting, Rules rules, boolean translates, List<Flag> flags) {
    private static final int DPI = 110;

    /** @return whether it cannot be printed as it is, whatever a reader thinks of it */
    public boolean stops() {
        return flags.stream().anyMatch(Flag::blocks);
    }

    /** @return how many pictures there are; 0 while the page cannot be drawn */
    public int pictures() {
        return typesetting.findings().isEmpty() ? typesetting.pages() : 0;
    }

    /** @return a picture of a page, from 1; empty where there is no such page */
    Optional<byte[]> picture(int page) {
        return page < 1 || page > pictures() ? Optional.empty() : Optional.of(typesetting.png(page - 1, DPI));
    }

    /** @return the same with more flags behind its own */
    Proof and(List<Flag> more) {
        List<Flag> all = Stream.concat(flags.stream(), more.stream()).toList();
        return new Proof(
                typesetting,
                rules,
                translates,
                IntStream.range(0, all.size())
                        .mapToObj(i -> all.get(i).numbered(i + 1))
                        .toList());
    }
}
