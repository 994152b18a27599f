package org.postern.print;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postern.letter.Batch;
import org.postern.letter.BatchLine;
import org.postern.letter.LetterState;

/** What the page of a batch shows until its files are there, and what it says of letters that are not in them. */
@ApplicationScoped
public class BuildingView {
    /**
     * Letters that left a batch before its files were built.
     *
     * @param why a key of the messages
     */
    public record Out(String why, long letters) {}

    /**
     * The page.
     *
     * @param mine whether the one who looks may act
     * @param of how many letters are set in all
     * @param out by reason
     * @param said empty, or the message {@code print.said.<said>}
     * @param saidHeld how many letters that waited were held when it was claimed
     */
    public record Model(Batch batch, boolean mine, int done, int of, List<Out> out, String said, int saidHeld) {
        /** @return whether somebody must ask for another try */
        public boolean isStuck() {
            return batch.buildFault() != null;
        }

        /** @return whether no letter is in it any more */
        public boolean isEmpty() {
            return of == 0;
        }

        public long left() {
            return out.stream().mapToLong(Out::letters).sum();
        }
    }

    Model of(Batch batch, boolean mine, String said, int held) {
        int open = (int) batch.lines().stream().filter(BatchLine::isOpen).count();
        return new Model(
                batch,
                mine,
                Math.min(batch.buildDone(), open),
                open,
                out(batch),
                List.of("claimed", "claimed-before", "tried-again").contains(said) ? said : "",
                held);
    }

    /** @return most first */
    public static List<Out> out(Batch batch) {
        Map<String, Long> by = batch.leftOut().stream()
                .collect(Collectors.groupingBy(BuildingView::why, TreeMap::new, Collectors.counting()));
        return by.entrySet().stream()
                .map(one -> new Out(one.getKey(), one.getValue()))
                .sorted((a, b) -> Long.compare(b.letters(), a.letters()))
                .toList();
    }

    private static String why(BatchLine line) {
        String word = line.leftWhy();
        if (line.leftAs() == LetterState.HELD && word != null) {
            return "print.out." + word;
        }
        return line.leftAs() == LetterState.READY ? "print.out.given-back" : "print.out.taken-back";
    }
}
