package org.postern.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.postern.directory.Rule.Line;

/**
 * The rules of whole countries: {@code templates/rules/<country>.txt}, laid over by the operator's folder, and the words
 * typed at the desk. An official is not in prison: for them all countries share {@code officials.txt}.
 */
public class RulePacks {
    private static final String OFFICIALS = "officials";

    private Optional<String> overlay = Optional.empty();
    private Function<String, List<Line>> atTheDesk = country -> List.of();
    private final Map<String, List<Line>> packs = new ConcurrentHashMap<>();

    /** Without an overlay. */
    public RulePacks() {}

    public RulePacks(Optional<String> overlay) {
        this.overlay = overlay;
    }

    /** @param atTheDesk what was typed there for a country, beside its file */
    RulePacks(Optional<String> overlay, Function<String, List<Line>> atTheDesk) {
        this.overlay = overlay;
        this.atTheDesk = atTheDesk;
    }

    /** @return the country's rules; none where there is no pack, so the careful set holds */
    public List<Line> of(String country) {
        List<Line> more = atTheDesk.apply(country);
        return more.isEmpty()
                ? ofFile(country)
                : Stream.concat(ofFile(country).stream(), more.stream()).toList();
    }

    /** @return what the country's file says, without the desk's words */
    public List<Line> ofFile(String country) {
        return packs.computeIfAbsent(country.toLowerCase(Locale.ROOT), this::read);
    }

    /** @return everything that holds for one person */
    public Rules of(Recipient person) {
        Facility at = person.facility();
        List<Line> country = of(person instanceof Official ? OFFICIALS : at.country());
        return Rules.of(at.language(), country, at.rules(), person.ownRules());
    }

    /** @return whether a rule of today keeps a letter to this person out */
    public boolean keepOut(Recipient person, Judged letter) {
        return of(person).objectionsTo(letter).stream().anyMatch(Objection::blocks);
    }

    private List<Line> read(String country) {
        String file = "rules/" + country + ".txt";
        try {
            Path over = Path.of(overlay.orElse("")).resolve(file);
            if (overlay.isPresent() && Files.isReadable(over)) {
                return Rule.parseAll(Files.readString(over));
            }
            try (InputStream in = RulePacks.class.getResourceAsStream("/templates/" + file)) {
                return in == null ? List.of() : Rule.parseAll(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
