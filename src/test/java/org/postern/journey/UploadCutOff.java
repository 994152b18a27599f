package org.postern.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.postern.TestDatabase;
import org.postern.typeset.FontFolders;
import org.postern.typeset.Paper;
import org.postern.typeset.Sheet;
import org.postern.typeset.Typesetter;

/** A volunteer hands in two answers, scanned in one go: both with all their pages, or none so far. */
final class UploadCutOff implements CutOff {
    private static final int ANSWERS = 2;
    private static final int PAGES = 3;
    private static final Pattern KEY = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");
    private static final Pattern ANSWER = Pattern.compile("href=\"/desk/replies/([0-9a-f-]{36})\"");
    private static final Pattern PAGE = Pattern.compile("/pages/([0-9a-f-]{36})");

    private final Volunteer volunteer;
    private final List<byte[]> scans = new ArrayList<>();
    private Set<String> before = Set.of();
    private String key = "";
    private volatile boolean acknowledged;

    UploadCutOff(Volunteer volunteer) throws IOException {
        this.volunteer = volunteer;
        Typesetter typesetter = Typesetter.withFonts(FontFolders.parse(""), null);
        for (int page = 0; page < PAGES; page++) {
            scans.add(CameraFile.taken());
        }
        Sheet separator = typesetter.sheet(Paper.A4, "en");
        separator.code(65, 60, 80, "POSTERN NEXT ANSWER");
        scans.add(separator.png(0, 100));
        for (int page = 0; page < PAGES; page++) {
            scans.add(CameraFile.taken());
        }
    }

    @Override
    public String name() {
        return "upload";
    }

    @Override
    public void prepare() {
        String page = volunteer.text("/desk/replies");
        before = answers(page);
        key = Volunteer.find(KEY, page);
        acknowledged = false;
    }

    @Override
    public void run(Runnable begins) {
        begins.run();
        upload();
        acknowledged = true;
    }

    private String upload() {
        return volunteer.upload("/desk/replies", Map.of("once", key), "scan", scans);
    }

    @Override
    public String left(TestDatabase found) {
        Set<String> came = new TreeSet<>();
        Ledgers.rows(found, "select id from reply where state = 'OPEN'").forEach(row -> came.add(row.get(0)));
        assertThat(came).containsAll(before);
        came.removeAll(before);
        assertThat(came.size()).as("answers that came").isIn(acknowledged ? List.of(ANSWERS) : List.of(0, ANSWERS));
        Set<String> told = new TreeSet<>();
        Ledgers.rows(found, "select object from audit_entry where action = 'reply.taken'")
                .forEach(row -> assertThat(told.add(row.get(0))).as("told once").isTrue());
        told.removeAll(before);
        assertThat(told).as("new answers of which the audit knows").containsAll(came);
        return came.size() + " answers";
    }

    @Override
    public void goOn() {
        upload();
        upload();
        Set<String> now = answers(volunteer.text("/desk/replies"));
        assertThat(now).containsAll(before);
        now.removeAll(before);
        assertThat(now).as("answers by one button, pressed again").hasSize(ANSWERS);
        for (String answer : now) {
            String here = "/desk/replies/" + answer;
            Set<String> pages = all(PAGE, volunteer.text(here));
            assertThat(pages).hasSize(PAGES);
            for (String page : pages) {
                byte[] jpeg = volunteer.bytes(here + "/pages/" + page + "/picture.jpg");
                assertThat(jpeg).startsWith(0xff, 0xd8).hasSizeGreaterThan(1_000);
            }
        }
    }

    private static Set<String> answers(String page) {
        return all(ANSWER, page);
    }

    private static Set<String> all(Pattern pattern, String page) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(page).results().forEach(one -> found.add(one.group(1)));
        return found;
    }
}
