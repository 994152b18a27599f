package org.postern.directory;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postern.address.PostalAddress;

/** A political prisoner, as far as somebody agreed to show. */
@Entity
@DiscriminatorValue("PRISONER")
public class Prisoner extends Recipient {
    /** How one speaks of the person. */
    public enum Gender {
        SHE,
        HE,
        THEY
    }

    @Enumerated(EnumType.STRING)
    private Gender gender;

    @Column(name = "birth_date")
    private @Nullable LocalDate birthDate;

    @Column(name = "birth_year")
    private @Nullable Integer birthYear;

    @Column(name = "prisoner_number")
    private @Nullable String number;

    private String reads;
    private String story;

    @Column(name = "glad_of")
    private String gladOf;

    @Column(name = "left_out")
    private String leftOut;

    private String interests;
    private String timeline;

    @Column(name = "imprisoned_since")
    private @Nullable String imprisonedSince;

    @SuppressWarnings("NullAway.Init")
    protected Prisoner() {}

    /**
     * @param reads BCP 47 tags of the languages the person reads
     * @param lead one line on who this is
     */
    public Prisoner(
            String slug,
            Facility facility,
            String language,
            Name name,
            Name latin,
            Gender gender,
            List<String> reads,
            String lead) {
        super(slug, facility, language, name, latin, lead);
        this.gender = gender;
        this.reads = String.join(" ", reads);
        this.story = "";
        this.gladOf = "";
        this.leftOut = "";
        this.interests = "";
        this.timeline = "";
    }

    /** Born on a day. */
    public void born(LocalDate day) {
        this.birthDate = day;
        this.birthYear = day.getYear();
    }

    /** Born in a year; the day is not known or not shown. */
    public void bornIn(int year) {
        this.birthDate = null;
        this.birthYear = year;
    }

    /** Nobody knows when. */
    public void birthUnknown() {
        this.birthDate = null;
        this.birthYear = null;
    }

    public void numbered(@Nullable String prisonerNumber) {
        this.number = prisonerNumber;
    }

    /** @param since the day or month, in words of the source */
    public void imprisoned(@Nullable String since) {
        this.imprisonedSince = since;
    }

    public void spokenOfAs(Gender how) {
        this.gender = how;
    }

    /** @param languages BCP 47 tags */
    public void reading(List<String> languages) {
        this.reads = String.join(" ", languages);
    }

    /**
     * What the page tells.
     *
     * @param words paragraphs, a blank line between
     * @param glad what the person is glad to read of, one a line
     * @param better what is better left out, one a line
     * @param likes words to search by
     * @param events "when | what" a line
     */
    public void told(String words, String glad, String better, String likes, String events) {
        this.story = words;
        this.gladOf = glad;
        this.leftOut = better;
        this.interests = likes;
        this.timeline = events;
    }

    /** What the page tells, as it was typed; see {@link Prisoner#told(String, String, String, String, String)}. */
    public record Told(String words, String glad, String better, String likes, String events) {}

    public Told told() {
        return new Told(story, gladOf, leftOut, interests, timeline);
    }

    @Override
    public PostalAddress address() {
        Facility at = facility();
        Facility.Place place = at.local();
        String birth = birthDate != null ? birthDate.toString() : birthYear == null ? null : birthYear.toString();
        return new PostalAddress(
                familyFirst(at.country()) ? name().familyFirst() : name().spoken(),
                birth,
                number,
                place.name(),
                null,
                place.street(),
                place.town(),
                place.region(),
                place.postcode(),
                at.country(),
                at.language());
    }

    /** Where the post and the prison look for the family name first. */
    private static boolean familyFirst(String country) {
        return List.of("RU", "BY", "UA", "KZ").contains(country);
    }

    @Override
    public String familiar() {
        return latinName().given();
    }

    public Gender gender() {
        return gender;
    }

    public @Nullable LocalDate birthDate() {
        return birthDate;
    }

    public @Nullable Integer birthYear() {
        return birthYear;
    }

    public @Nullable MonthDay birthday() {
        return birthDate == null ? null : MonthDay.from(birthDate);
    }

    public @Nullable String number() {
        return number;
    }

    public List<String> reads() {
        return List.of(reads.split(" "));
    }

    public List<String> story() {
        return Lines.paragraphs(story);
    }

    public List<String> gladOf() {
        return Lines.of(gladOf);
    }

    public List<String> leftOut() {
        return Lines.of(leftOut);
    }

    public String interests() {
        return interests;
    }

    public List<Dated> timeline() {
        return Dated.all(timeline);
    }

    public @Nullable String imprisonedSince() {
        return imprisonedSince;
    }
}
