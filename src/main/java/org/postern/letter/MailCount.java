package org.postern.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** How many mails of one day asked one address to confirm and were not confirmed; it does not say which address. */
@Entity
@Table(name = "mail_count")
@SuppressWarnings("UnusedVariable") // the day is read by a query alone
class MailCount {
    @Id
    @Column(name = "day_index")
    private String index;

    @Column(name = "on_day")
    private LocalDate day;

    private int mails;

    @SuppressWarnings("NullAway.Init")
    protected MailCount() {}

    MailCount(String index, LocalDate day) {
        this.index = index;
        this.day = day;
    }

    /** @return whether one more may go */
    boolean take(int most) {
        if (mails >= most) {
            return false;
        }
        mails++;
        return true;
    }

    /** One was confirmed: its address wants them. */
    void giveBack() {
        mails = Math.max(0, mails - 1);
    }
}
