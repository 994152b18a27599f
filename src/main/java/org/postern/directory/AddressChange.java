package org.postern.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One move of a person, kept so that nobody writes to where somebody was. */
@Entity
@Table(name = "address_change")
public class AddressChange {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "address_change_seq")
    @SequenceGenerator(name = "address_change_seq", sequenceName = "address_change_seq")
    private @Nullable Long id;

    @Column(name = "recipient_id")
    private long recipientId;

    @Column(name = "from_facility_id")
    private @Nullable Long fromFacilityId;

    @Column(name = "to_facility_id")
    private long toFacilityId;

    @Column(name = "on_day")
    private LocalDate day;

    private String source;

    @SuppressWarnings("NullAway.Init")
    protected AddressChange() {}

    AddressChange(long recipientId, @Nullable Long from, long to, LocalDate day, String source) {
        this.recipientId = recipientId;
        this.fromFacilityId = from;
        this.toFacilityId = to;
        this.day = day;
        this.source = source;
    }

    public @Nullable Long fromFacilityId() {
        return fromFacilityId;
    }

    public long toFacilityId() {
        return toFacilityId;
    }

    public LocalDate day() {
        return day;
    }

    public String source() {
        return source;
    }
}
