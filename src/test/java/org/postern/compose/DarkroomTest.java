package org.postern.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class DarkroomTest {
    private static final byte[] NO_PICTURE = {1, 2, 3};

    @Test
    void a_photo_is_developed_and_its_place_is_free_again() throws IOException {
        Darkroom one = new Darkroom(1, Duration.ofMillis(20));
        assertThat(one.develop(picture()).jpeg()).isNotEmpty();
        assertThat(one.develop(NO_PICTURE).objection()).isNotNull().isNotEqualTo(TakenForm.BUSY);
        assertThat(one.develop(picture()).jpeg()).isNotEmpty();
    }

    @Test
    void a_full_room_says_so_after_a_while_and_opens_nothing() throws IOException {
        Darkroom full = new Darkroom(0, Duration.ofMillis(20));
        TakenPhoto photo = full.develop(picture());
        assertThat(photo.objection()).isEqualTo(TakenForm.BUSY);
        assertThat(photo.over(NO_PICTURE)).as("the one that was there stays").isEqualTo(NO_PICTURE);
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }
}
