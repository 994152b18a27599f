package org.postern.site;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postern.typeset.Calibration;

/** A printer of a site, and what it does to a page: files that are taken for it are corrected by that. */
@Entity
@Table(name = "printer")
public class Printer {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "printer_seq")
    @SequenceGenerator(name = "printer_seq", sequenceName = "printer_seq")
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "site_id")
    private PrintSite site;

    private String name;

    @Column(name = "offset_x")
    private double offsetX;

    @Column(name = "offset_y")
    private double offsetY;

    @Column(name = "scale_x")
    private double scaleX;

    @Column(name = "scale_y")
    private double scaleY;

    private double rotation;
    private int feed;

    @Column(name = "manual_duplex")
    private boolean manualDuplex;

    @SuppressWarnings("NullAway.Init")
    protected Printer() {}

    Printer(PrintSite site, String name) {
        this.site = site;
        this.name = name;
        calibrated(Calibration.NONE);
    }

    /**
     * How it works.
     *
     * @param degrees that an envelope's page is turned by, clockwise: 0, 90, 180 or 270
     * @param byHand whether it prints one side only, so that somebody turns the stack
     */
    public void works(String called, int degrees, boolean byHand) {
        if (degrees % 90 != 0 || degrees < 0 || degrees > 270) {
            throw new IllegalArgumentException("a sheet has four sides, not " + degrees);
        }
        this.name = called;
        this.feed = degrees;
        this.manualDuplex = byHand;
    }

    public void calibrated(Calibration measured) {
        this.offsetX = measured.offsetX();
        this.offsetY = measured.offsetY();
        this.scaleX = measured.scaleX();
        this.scaleY = measured.scaleY();
        this.rotation = measured.rotation();
    }

    public Calibration calibration() {
        return new Calibration(offsetX, offsetY, scaleX, scaleY, rotation);
    }

    public long id() {
        return Objects.requireNonNull(id);
    }

    public String name() {
        return name;
    }

    public PrintSite site() {
        return site;
    }

    public int feed() {
        return feed;
    }

    public boolean manualDuplex() {
        return manualDuplex;
    }
}
