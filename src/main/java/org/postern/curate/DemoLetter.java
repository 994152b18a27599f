package org.postern.curate;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Recipient;
import org.postern.letter.Keeping;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.Words;

/** One letter file of the demo, and the letter once it was begun. */
final class DemoLetter {
    private final DemoFile file;
    private final Recipient to;
    private @Nullable Letter letter;

    DemoLetter(DemoFile file, Recipient to) {
        this.file = file;
        this.to = to;
    }

    void begunAs(Letter begun) {
        this.letter = begun;
    }

    Letter letter() {
        return Objects.requireNonNull(letter, file.name());
    }

    DemoFile file() {
        return file;
    }

    Recipient to() {
        return to;
    }

    /** @return where it is now */
    LetterState state() {
        return file.one(LetterState.class, "state");
    }

    /** @return when its writer began it */
    Instant begun(Instant now) {
        return now.minus(Duration.parse(file.value("ago")));
    }

    Words words() {
        return new Words(
                file.text(),
                file.value("signed"),
                file.maybe("photo").map(DemoPhoto::jpeg).orElse(null));
    }

    /** @return the language that a translator put it into, if one did */
    @Nullable
    String into() {
        return file.maybe("into").orElse(null);
    }

    boolean hasEmail() {
        return !"no".equals(file.maybe("email").orElse("yes"));
    }

    String email() {
        return "writer-" + file.name().substring(0, 2) + "@example.org";
    }

    Keeping keeping() {
        return file.maybe("keep").isPresent() ? Keeping.FOR_A_REPLY : Keeping.UNTIL_POSTED;
    }
}
