package org.postern.reply;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** One side of an answer's paper: its picture and a small one, sealed under the answer's key. */
@Entity
@Table(name = "reply_page")
class ReplyPage {
    @Id
    private UUID id;

    @Column(name = "reply_id")
    private UUID replyId;

    @Column(name = "page_no")
    private int number;

    private int width;
    private int height;
    private byte[] picture;
    private byte[] small;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected ReplyPage() {}

    @SuppressWarnings("NullAway.Init")
    ReplyPage(UUID id, UUID replyId, int number) {
        this.id = id;
        this.replyId = replyId;
        this.number = number;
    }

    void shows(byte[] sealedPicture, byte[] sealedSmall, int itsWidth, int itsHeight) {
        this.picture = sealedPicture;
        this.small = sealedSmall;
        this.width = itsWidth;
        this.height = itsHeight;
    }

    void goesTo(UUID reply, int itsNumber) {
        this.replyId = reply;
        this.number = itsNumber;
    }

    UUID id() {
        return id;
    }

    UUID replyId() {
        return replyId;
    }

    int number() {
        return number;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    byte[] picture() {
        return picture;
    }

    byte[] small() {
        return small;
    }
}
