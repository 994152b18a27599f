package org.postern.notify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.notify.DemoMailPage.Piece;

class DemoMailPageTest {
    @Test
    void links_of_ours_become_paths_and_others_stay_words() {
        assertThat(DemoMailPage.pieces(
                        "Open\nhttp://localhost:8080/en/x\nnot http://evil.example/y", "http://localhost:8080"))
                .containsExactly(
                        new Piece("Open\n", null),
                        new Piece("http://localhost:8080/en/x", "/en/x"),
                        new Piece("\nnot http://evil.example/y", null));
    }
}
