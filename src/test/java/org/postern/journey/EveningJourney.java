package org.postern.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postern.TestFolders;

/** A volunteer's evening at the printer: forty letters, a jam, a spoiled sheet, and the day after. */
@Tag("database")
class EveningJourney {

    @Test
    void a_volunteer_prints_and_posts_forty_letters_in_one_evening() throws IOException {
        Path files = TestFolders.untilTheEnd("postern-journey-pg-");
        try (EmbeddedPostgres database = Postgres.start(files);
                RunningPostern postern = RunningPostern.start(Postgres.settings(database));
                Chromium chromium = Chromium.start()) {
            EveningLetters letters =
                    new EveningLetters(database, files, postern.home().resolve("keys"));
            List<EveningLetters.Sent> all = letters.approved(40);
            Deeds deeds = new Deeds(postern, chromium, 1280, true);
            Page page = deeds.lookInAs("printer");
            page.navigate(postern.origin() + "/desk/batches");
            Chromium.shot(page, "evening-room");
            assertThat(all).hasSize(40);
        }
    }
}
