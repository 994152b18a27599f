package org.postern.cause;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Dated;
import org.postern.directory.Lines;

/** A case in public: its story, what is asked, who stands behind it, and where the facts come from. */
@Entity
@Table(name = "campaign")
public class Campaign {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "campaign_seq")
    @SequenceGenerator(name = "campaign_seq", sequenceName = "campaign_seq")
    private @Nullable Long id;

    private String slug;
    private String title;
    private String summary;
    private String story;
    private String demands;
    private String timeline;
    private String quotes;

    @Column(name = "endorsed_by")
    private String endorsedBy;

    private String source;
    private boolean running;
    private boolean invented;

    @Column(name = "not_before")
    private @Nullable LocalDate notBefore;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Campaign() {}

    /**
     * @param summary one paragraph
     * @param story paragraphs, a blank line between
     * @param source where the facts come from
     */
    public Campaign(String slug, String title, String summary, String story, String source, boolean invented) {
        this.slug = slug;
        this.title = title;
        this.summary = summary;
        this.story = story;
        this.source = source;
        this.invented = invented;
        this.demands = "";
        this.timeline = "";
        this.quotes = "";
        this.endorsedBy = "";
        this.running = true;
    }

    /** @param day no letter of it is printed before; null for no such day */
    public void mailsFrom(@Nullable LocalDate day) {
        this.notBefore = day;
    }

    /** @return the day before which none of its letters is printed, null for none */
    public @Nullable LocalDate notBefore() {
        return notBefore;
    }

    /** @param demandLines one a line */
    public void asksFor(String demandLines) {
        this.demands = demandLines;
    }

    /** @param eventLines "when | what" a line */
    public void wentLike(String eventLines) {
        this.timeline = eventLines;
    }

    /**
     * @param quoteLines "words | who" a line
     * @param names one a line
     */
    public void isBackedBy(String quoteLines, String names) {
        this.quotes = quoteLines;
        this.endorsedBy = names;
    }

    public void end() {
        this.running = false;
    }

    public long id() {
        return Objects.requireNonNull(id);
    }

    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    public String summary() {
        return summary;
    }

    public List<String> story() {
        return Lines.paragraphs(story);
    }

    public List<String> demands() {
        return Lines.of(demands);
    }

    public List<Dated> timeline() {
        return Dated.all(timeline);
    }

    public List<Quote> quotes() {
        return Lines.of(quotes).stream()
                .map(line -> line.split("\\s*\\|\\s*", 2))
                .map(parts -> new Quote(parts[0], parts.length == 2 ? parts[1] : ""))
                .toList();
    }

    public List<String> endorsedBy() {
        return Lines.of(endorsedBy);
    }

    public String source() {
        return source;
    }

    public boolean isRunning() {
        return running;
    }

    public boolean invented() {
        return invented;
    }

    /** What somebody said, and who. */
    public record Quote(String words, String who) {}
}
