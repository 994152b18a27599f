package org.postern.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Rule.Line;

/** The words of all countries that were typed at the desk. A batch asks for those of each letter: they are kept for seconds. */
@ApplicationScoped
public class WordLists {
    /** Within so long a word that was typed on one node warns on all. */
    static final Duration FRESH = Duration.ofSeconds(2);

    @PersistenceContext
    private EntityManager em;

    /** @param until by {@link System#nanoTime} */
    private record Known(Map<String, List<Line>> lines, long until) {}

    private volatile @Nullable Known known;

    @SuppressWarnings("NullAway.Init")
    public WordLists() {}

    /** For tests. */
    public WordLists(EntityManager em) {
        this.em = em;
    }

    /** @return by country, those for which there are any */
    public Map<String, WordList> all() {
        return em.createQuery("select w from WordList w", WordList.class)
                .getResultStream()
                .collect(Collectors.toMap(WordList::country, words -> words));
    }

    public Optional<WordList> of(String country) {
        return Optional.ofNullable(em.find(WordList.class, country));
    }

    /** @return the same, locked until the transaction ends */
    public Optional<WordList> locked(String country) {
        return Optional.ofNullable(em.find(WordList.class, country, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * What the desk says of a country from now on; empty for nothing any more.
     *
     * @return it, line by line
     * @throws Rule.Unreadable naming the first line that is no list of words; nothing is changed then
     */
    public List<Line> say(String country, String text) {
        List<Line> lines = WordList.read(text);
        WordList words = em.find(WordList.class, country, LockModeType.PESSIMISTIC_WRITE);
        if (words == null && !text.isBlank()) {
            words = new WordList(country);
            em.persist(words);
        }
        if (words != null) {
            words.say(text);
        }
        return lines;
    }

    /** @return as they were at most {@link #FRESH} ago, on any node */
    List<Line> lines(String country) {
        Known seen = known;
        if (seen == null || System.nanoTime() - seen.until() > 0) {
            // Asked within any transaction: it must not be the reason why half-made things are written.
            seen = new Known(
                    em.createQuery("select w.country, w.text from WordList w", Object[].class)
                            .setFlushMode(FlushModeType.COMMIT)
                            .getResultStream()
                            .collect(Collectors.toMap(
                                    row -> String.valueOf(row[0]), row -> WordList.read(String.valueOf(row[1])))),
                    System.nanoTime() + FRESH.toNanos());
            known = seen;
        }
        return seen.lines().getOrDefault(country.toUpperCase(Locale.ROOT), List.of());
    }
}
