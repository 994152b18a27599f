package org.postern.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A word or two, and how translators say it in another language. Never a name that somebody signs with. */
@Entity
@Table(name = "glossary_term")
@SuppressWarnings("UnusedVariable") // some are read by queries alone
public class GlossaryTerm {
    /** In characters, of term and meaning. */
    public static final int LONGEST = 60;

    /** In characters. */
    public static final int LONGEST_NOTE = 120;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "glossary_term_seq")
    @SequenceGenerator(name = "glossary_term_seq", sequenceName = "glossary_term_seq")
    private @Nullable Long id;

    @Column(name = "from_language")
    private String from;

    @Column(name = "into_language")
    private String into;

    private String term;
    private String meaning;
    private String note;

    @Column(name = "added_by")
    private long addedBy;

    @Column(name = "added_on")
    private LocalDate addedOn;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected GlossaryTerm() {}

    /**
     * @param from BCP 47, of the term
     * @param into BCP 47, of its meaning
     */
    @SuppressWarnings("NullAway.Init")
    public GlossaryTerm(
            String from, String into, String term, String meaning, String note, long addedBy, LocalDate addedOn) {
        this.from = from;
        this.into = into;
        this.term = term;
        means(meaning, note, addedBy, addedOn);
    }

    /** Said better, by whoever is the last to say it. */
    public final void means(String newMeaning, String newNote, long by, LocalDate on) {
        this.meaning = newMeaning;
        this.note = newNote;
        this.addedBy = by;
        this.addedOn = on;
    }

    public long id() {
        return Objects.requireNonNull(id);
    }

    public String term() {
        return term;
    }

    public String meaning() {
        return meaning;
    }

    /** @return grammar, or when to say it so; may be empty */
    public String note() {
        return note;
    }
}
