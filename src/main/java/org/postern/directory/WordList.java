package org.postern.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.postern.directory.Rule.Line;
import org.postern.directory.Rule.Unreadable;

/** Words and topics that lose a letter in one country, as members of the desk learn of them; the country's file stands. */
@Entity
@Table(name = "country_words")
public class WordList {
    @Id
    private String country;

    @Column(name = "lines")
    private String text;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected WordList() {}

    /** @param country ISO 3166 alpha-2 */
    @SuppressWarnings("NullAway.Init")
    WordList(String country) {
        this.country = country;
        this.text = "";
    }

    void say(String lines) {
        this.text = lines;
    }

    public String country() {
        return country;
    }

    public List<Line> lines() {
        return read(text);
    }

    /** @return as they were typed */
    public String text() {
        return text;
    }

    /** @return whether a rule of a country's file is one that the desk may add to */
    public static boolean isWords(Rule rule) {
        return rule instanceof Rule.WarnWords || rule instanceof Rule.LeaveOut || rule instanceof Rule.Note;
    }

    /**
     * @param text {@code warn-words}, {@code leave-out} or {@code note} a line, each with where it comes from and the day on
     *     which somebody made sure
     * @throws Unreadable naming the first line that is no such rule
     */
    static List<Line> read(String text) {
        String[] lines = text.split("\n", -1);
        List<Line> all = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            for (Line line : parsed(lines[i], i + 1)) {
                // What limits or lets in belongs to the file or to a place: a slip here would change every letter's
                // way.
                if (!isWords(line.rule()) || line.source().isEmpty() || line.checkedOn() == null) {
                    throw new Unreadable(i + 1, lines[i]);
                }
                all.add(line);
            }
        }
        return List.copyOf(all);
    }

    private static List<Line> parsed(String line, int number) {
        try {
            return Rule.parseAll(line);
        } catch (Unreadable e) {
            throw new Unreadable(number, line);
        }
    }
}
