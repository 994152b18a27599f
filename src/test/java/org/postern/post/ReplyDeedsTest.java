package org.postern.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.letter.House;
import org.postern.letter.Keeping;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.Writers;
import org.postern.reply.Replies;
import org.postern.reply.Reply;
import org.postern.staff.Audit;
import org.postern.staff.Role;
import org.postern.staff.Staff;
import org.postern.typeset.Paper;
import org.postern.typeset.ScannedPage;
import org.postern.vault.Erased;
import org.postern.vault.PieceCode;
import org.postern.vault.Token;

/** An answer's way from the scanner to the writer: who sees it, what of it is kept, and what is nowhere any more. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class ReplyDeedsTest {
    private static final long STRANGER = 99;
    private static final long SITE = 4711;

    private final TestDatabase db;
    private final House house;
    private final Hands hands;
    private final Replies replies;

    ReplyDeedsTest(TestDatabase db) {
        this.db = db;
        this.hands = new Hands(db);
        this.house = hands.house;
        this.replies = new Replies(db.entityManager(), house.vault);
    }

    private static Staff printer(long id, @Nullable Long site) {
        return new Staff() {
            @Override
            public long id() {
                return id;
            }

            @Override
            public Set<Role> roles() {
                return Set.of(Role.PRINTER);
            }

            @Override
            public @Nullable Long siteId() {
                return site;
            }
        };
    }

    private ReplyMatch match(Staff staff) {
        return new ReplyMatch(house.batchLines, house.letters, hands.people, staff);
    }

    private ReplyDeeds deeds(Staff staff) {
        return new ReplyDeeds(
                replies,
                match(staff),
                house.letters,
                new Writers(house.outbox),
                new Audit(db.entityManager(), house.clock),
                staff,
                house.clock);
    }

    private final Staff me = printer(House.STAFF, SITE);

    /** A letter in the post, of a writer who awaits an answer. */
    private UUID posted(String signedAs, String word) {
        UUID id = house.ready(UUID.randomUUID() + "@example.org", Keeping.FOR_A_REPLY);
        db.inTransaction(em -> house.letters.awaitAnswer(house.letters.lock(id).orElseThrow(), signedAs, word));
        long batch = hands.printed(id);
        hands.scan(Mode.POSTED, hands.code(batch, 1), hands.scanner());
        return id;
    }

    private PieceCode codeOf(UUID letter) {
        return db.fromTransaction(em -> new PieceCode(String.valueOf(
                em.createQuery("select l.pieceCode from BatchLine l where l.letterId = :id", String.class)
                        .setParameter("id", letter)
                        .getSingleResult())));
    }

    private static ScannedPage page(Color colour) throws Exception {
        var picture = new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, 300, 400);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        return ScannedPage.stored(bytes.toByteArray());
    }

    private static ReplyScans.Seen seen(ScannedPage page, PieceCode... codes) {
        return new ReplyScans.Seen(page, Set.of(codes), false);
    }

    private UUID take(Color... pages) throws Exception {
        List<ReplyScans.Seen> stack = new ArrayList<>();
        for (Color colour : pages) {
            stack.add(seen(page(colour)));
        }
        return db.fromTransaction(em -> deeds(me).take(Token.random(), stack, Optional.empty()))
                .get(0);
    }

    private <T> T on(UUID reply, Function<Reply, T> ask) {
        return db.fromTransaction(em -> ask.apply(replies.byId(reply).orElseThrow()));
    }

    private boolean did(BooleanSupplier deed) {
        return db.<Boolean>fromTransaction(em -> deed.getAsBoolean());
    }

    private <T> Optional<T> maybe(Supplier<Optional<T>> ask) {
        return db.fromTransaction(em -> ask.get());
    }

    private <T> List<T> all(Supplier<List<T>> ask) {
        return db.fromTransaction(em -> ask.get());
    }

    private Instant until(UUID reply) {
        return on(reply, Reply::until);
    }

    private List<Replies.Leaf> leaves(UUID reply) {
        return on(reply, replies::pages);
    }

    // --- taken in -----------------------------------------------------------------------------------------------

    @Test
    void a_form_that_comes_again_takes_nothing_in_twice() throws Exception {
        List<ReplyScans.Seen> stack = List.of(
                seen(page(Color.RED)), new ReplyScans.Seen(page(Color.WHITE), Set.of(), true), seen(page(Color.BLUE)));
        Token form = Token.random();
        Supplier<List<UUID>> take = () -> all(() -> deeds(me).take(form, stack, Optional.empty()));

        List<UUID> first = take.get();
        assertThat(first).hasSize(2);
        assertThat(take.get()).isEqualTo(first);
        assertThat(first).allSatisfy(reply -> assertThat(leaves(reply)).hasSize(1));
        assertThat(all(() -> deeds(me).take(Token.random(), stack, Optional.empty())))
                .as("another form")
                .doesNotContainAnyElementsOf(first);
        assertThat(all(() -> deeds(printer(STRANGER, null)).take(form, stack, Optional.empty())))
                .as("somebody else's")
                .doesNotContainAnyElementsOf(first);

        assertThat(did(() -> deeds(me).drop(first.get(0)))).isTrue();
        assertThat(on(first.get(1), replies::pages)).hasSize(1);
    }

    @Test
    void a_stack_falls_apart_at_codes_and_separating_sheets_and_each_answer_finds_its_letter() throws Exception {
        UUID first = posted("Marta", "");
        UUID second = posted("Marta", "");
        List<ReplyScans.Seen> stack = List.of(
                seen(page(Color.RED), codeOf(first)),
                seen(page(Color.GREEN)),
                seen(page(Color.BLUE), codeOf(second)),
                new ReplyScans.Seen(page(Color.BLACK), Set.of(), true),
                seen(page(Color.PINK), PieceCode.random()));
        List<UUID> taken = db.fromTransaction(em -> deeds(me).take(Token.random(), stack, Optional.empty()));
        assertThat(taken).hasSize(3);
        assertThat(maybe(() -> Optional.ofNullable(
                        replies.byId(taken.get(0)).orElseThrow().letterId())))
                .contains(first);
        assertThat(leaves(taken.get(0))).hasSize(2);
        assertThat(maybe(() -> Optional.ofNullable(
                        replies.byId(taken.get(1)).orElseThrow().letterId())))
                .contains(second);
        assertThat(leaves(taken.get(1))).as("the separating sheet is no page").hasSize(1);
        assertThat(maybe(() -> Optional.ofNullable(
                        replies.byId(taken.get(2)).orElseThrow().letterId())))
                .isEmpty();
    }

    @Test
    void a_sheet_that_separates_and_a_code_are_read_from_the_scan_itself_and_a_broken_file_keeps_no_other_back()
            throws Exception {
        PieceCode code = codeOf(posted("Marta", ""));
        byte[] coded = Hands.PAGES
                .typesetter()
                .sheet(Paper.A4, "en")
                .code(90, 130, 20, code.text())
                .pdf();
        byte[] separating = Hands.PAGES
                .typesetter()
                .sheet(Paper.A4, "en")
                .code(65, 60, 80, ReplyScans.SEPARATOR)
                .pdf();
        var stack = new ReplyScans().read(List.of(coded, "no scan".getBytes(StandardCharsets.UTF_8), separating));
        assertThat(stack.pages()).hasSize(2);
        assertThat(stack.pages().get(0).codes()).containsExactly(code);
        assertThat(stack.pages().get(0).separates()).isFalse();
        assertThat(stack.pages().get(1).separates()).isTrue();
        assertThat(stack.refused()).extracting(ReplyScans.Refused::file).containsExactly(2);
    }

    @Test
    void an_answer_is_its_volunteers_for_a_day_then_their_sites_and_never_anybody_elses() throws Exception {
        UUID id = take(Color.RED);
        Staff colleague = printer(STRANGER, SITE);
        Staff elsewhere = printer(STRANGER, SITE + 1);
        Staff nowhere = printer(STRANGER, null);
        assertThat(maybe(() -> deeds(me).mine(id))).isPresent();
        for (Staff other : List.of(colleague, elsewhere, nowhere)) {
            assertThat(maybe(() -> deeds(other).mine(id))).isEmpty();
            assertThat(did(() -> deeds(other).drop(id))).isFalse();
        }
        house.clock.pass(Duration.ofHours(25));
        assertThat(maybe(() -> deeds(colleague).mine(id))).isPresent();
        assertThat(maybe(() -> deeds(elsewhere).mine(id))).isEmpty();
        assertThat(maybe(() -> deeds(nowhere).mine(id))).isEmpty();
        assertThat(all(() -> replies.inHandOf(STRANGER, SITE, house.now())))
                .extracting(Reply::id)
                .contains(id);
    }

    // --- the pages ----------------------------------------------------------------------------------------------

    @Test
    void pages_are_split_joined_left_out_and_turned() throws Exception {
        UUID id = take(Color.RED, Color.GREEN, Color.BLUE);
        UUID second = leaves(id).get(1).id();
        db.inTransaction(em -> deeds(me).change(id, reply -> replies.split(reply, second)));
        UUID rest = db.fromTransaction(em -> replies.inHandOf(House.STAFF, null, house.now()).stream()
                .map(Reply::id)
                .filter(other -> !other.equals(id)
                        && leaves(other).stream().anyMatch(leaf -> leaf.id().equals(second)))
                .findFirst()
                .orElseThrow());
        assertThat(leaves(id)).hasSize(1);
        assertThat(leaves(rest)).extracting(Replies.Leaf::number).containsExactly(1, 2);
        db.inTransaction(em -> deeds(me).change(rest, reply -> replies.turn(reply, second, 1)));
        assertThat(leaves(rest).get(0).width()).isEqualTo(400);
        db.inTransaction(em -> deeds(me).join(id, rest));
        assertThat(leaves(id)).hasSize(3);
        assertThat(maybe(() -> replies.byId(rest))).isEmpty();
        db.inTransaction(em -> deeds(me).change(id, reply -> replies.leaveOut(reply, second)));
        assertThat(leaves(id)).extracting(Replies.Leaf::number).containsExactly(1, 2);
        Color last = new Color(on(
                        id,
                        reply -> replies.picture(reply, leaves(id).get(1).id()).orElseThrow())
                .pixels()
                .getRGB(100, 100));
        assertThat(last.getBlue()).as("the blue page").isGreaterThan(200);
    }

    @Test
    void what_is_blackened_is_gone_from_the_picture_and_its_old_key_opens_nothing() throws Exception {
        UUID id = take(Color.WHITE, Color.WHITE);
        UUID page = leaves(id).get(0).id();
        UUID oldKey = UUID.fromString(String.valueOf(db.value("select scan_key from reply where id = '" + id + "'")));
        byte[] oldSealed =
                (byte[]) Objects.requireNonNull(db.value("select picture from reply_page where id = '" + page + "'"));
        assertThat(did(() -> deeds(me).blacken(id, page, new ReplyDeeds.Box(0, 0, 1, 0.5))))
                .isTrue();
        ScannedPage picture = on(id, reply -> replies.picture(reply, page).orElseThrow());
        assertThat(new Color(picture.pixels().getRGB(150, 100)).getRed()).isLessThan(16);
        assertThat(new Color(picture.pixels().getRGB(150, 300)).getRed()).isGreaterThan(240);
        ScannedPage small = on(id, reply -> replies.small(reply, page).orElseThrow());
        assertThat(new Color(small.pixels().getRGB(100, 60)).getRed()).isLessThan(16);
        assertThat(did(() -> house.vault.holds(oldKey))).isFalse();
        assertThatThrownBy(() -> db.inTransaction(em -> house.vault.open(oldKey, "reply.page:" + page, oldSealed)))
                .isInstanceOf(Erased.class);
        assertThat(leaves(id))
                .as("the other page too is sealed anew")
                .hasSize(2)
                .allSatisfy(leaf -> assertThat(
                                maybe(() -> replies.picture(replies.byId(id).orElseThrow(), leaf.id())))
                        .isPresent());
    }

    // --- whose it is --------------------------------------------------------------------------------------------

    @Test
    void a_letter_is_found_by_its_signature_or_its_day_and_only_among_ours() throws Exception {
        UUID marta = posted("Marta Weiß", "");
        UUID other = posted("Jonas", "");
        UUID silent = posted("", "");
        db.inTransaction(
                em -> house.letters.awaitAnswer(house.letters.lock(silent).orElseThrow(), null, ""));
        LocalDate day = Objects.requireNonNull(hands.letter(silent).writtenOn());
        List<String> bySignature = codes(match(me), "muster", "MARTA  weiss", null);
        assertThat(codes(match(me), "muster", "marta weiß", null))
                .containsExactly(codeOf(marta).symbols());
        assertThat(bySignature).containsExactly(codeOf(marta).symbols());
        assertThat(codes(match(me), "muster", "Márta Weiß!", null))
                .containsExactly(codeOf(marta).symbols());
        assertThat(codes(match(me), "muster", "Nobody", day))
                .as("those that keep no name go by their day")
                .contains(codeOf(silent).symbols())
                .doesNotContain(codeOf(marta).symbols(), codeOf(other).symbols());
        assertThat(codes(match(printer(STRANGER, SITE)), "muster", "marta weiß", null))
                .isEmpty();
        assertThat(maybe(() -> match(printer(STRANGER, null)).byCode(codeOf(marta))))
                .isEmpty();
        assertThat(ReplyMatch.isEnough("Muster", "", null)).isFalse();
        assertThat(ReplyMatch.isEnough("M", "Marta", day)).isFalse();
        assertThat(ReplyMatch.isEnough("Muster", "Marta", null)).isTrue();
        assertThat(ReplyMatch.isEnough("Muster", "", day)).isTrue();
    }

    private List<String> codes(ReplyMatch match, String name, String signed, @Nullable LocalDate day) {
        return db.fromTransaction(em -> match.candidates(name, signed, day)).stream()
                .map(ReplyMatch.Candidate::code)
                .toList();
    }

    // --- sent ---------------------------------------------------------------------------------------------------

    @Test
    void sent_it_is_the_writers_alone_who_is_told_once_and_its_days_are_counted_from_the_first_opening()
            throws Exception {
        UUID letter = posted("Marta", "heron");
        UUID id = take(Color.RED);
        assertThat(did(() -> deeds(me).send(id, false)))
                .as("nobody knows whose")
                .isFalse();
        assertThat(did(() -> deeds(me).match(id, codeOf(letter)))).isTrue();
        assertThat(did(() -> deeds(me).send(id, false))).isTrue();
        assertThat(did(() -> deeds(me).send(id, false))).as("pressed twice").isFalse();
        assertThat(house.state(letter)).isEqualTo(LetterState.REPLIED);
        assertThat(notices(letter)).isEqualTo(1);
        assertThat(maybe(() -> deeds(me).mine(id))).isEmpty();
        assertThat(did(() -> deeds(me).drop(id))).isFalse();
        Letter answered = hands.letter(letter);
        assertThat(until(id)).isEqualTo(answered.threadUntil());
        assertThat(all(() -> replies.to(answered))).extracting(Reply::id).containsExactly(id);
        db.inTransaction(em -> replies.open(replies.lock(id).orElseThrow(), house.now()));
        assertThat(until(id))
                .isBetween(
                        house.now().plus(Duration.ofDays(30)),
                        house.now().plus(Duration.ofDays(30).plusHours(1)));
        house.clock.pass(Duration.ofDays(20));
        db.inTransaction(em -> replies.open(replies.lock(id).orElseThrow(), house.now()));
        assertThat(until(id)).as("opened again").isBefore(house.now().plus(Duration.ofDays(11)));
        house.clock.pass(Duration.ofDays(11));
        house.eraser().eraseWhatIsDue();
        assertThat(maybe(() -> replies.byId(id))).isEmpty();
        assertThat(rows(id)).isZero();
    }

    @Test
    void a_second_answer_to_one_letter_is_told_too_and_one_to_a_letter_that_leads_nowhere_is_not_sent()
            throws Exception {
        UUID letter = posted("Marta", "");
        for (int i = 1; i <= 2; i++) {
            UUID id = take(Color.RED);
            db.inTransaction(em -> deeds(me).match(id, codeOf(letter)));
            assertThat(did(() -> deeds(me).send(id, true))).isTrue();
            assertThat(notices(letter)).isEqualTo(i);
        }
        UUID late = take(Color.RED);
        db.inTransaction(em -> deeds(me).match(late, codeOf(letter)));
        db.inTransaction(em -> house.letters.eraseThread(letter));
        assertThat(did(() -> deeds(me).send(late, false))).isFalse();
        house.eraser().eraseWhatIsDue();
        assertThat(all(() -> replies.to(hands.letter(letter))))
                .as("what was sent goes with the thread")
                .isEmpty();
        assertThat(maybe(() -> replies.byId(late))).isPresent();
        house.clock.pass(Duration.ofDays(8));
        house.eraser().eraseWhatIsDue();
        assertThat(maybe(() -> replies.byId(late))).as("nobody could send it").isEmpty();
    }

    @Test
    void a_word_and_a_signature_are_kept_as_keyed_values_and_go_with_the_thread() {
        UUID letter = posted("Marta", "Heron");
        db.inTransaction(em -> {
            Letter found = house.letters.byId(letter).orElseThrow();
            assertThat(house.letters.hasWord(found)).isTrue();
            assertThat(house.letters.isWord(found, " héron ")).isTrue();
            assertThat(house.letters.isWord(found, "stork")).isFalse();
        });
        assertThat(String.valueOf(db.value("select signed_index from letter where id = '" + letter + "'")))
                .hasSize(43);
        db.inTransaction(em -> house.letters.eraseThread(letter));
        assertThat(db.value("select signed_index from letter where id = '" + letter + "'"))
                .isNull();
        assertThat(db.value("select reply_word from letter where id = '" + letter + "'"))
                .isNull();
    }

    // --- the translator -----------------------------------------------------------------------------------------

    @Test
    void a_translator_sees_only_what_was_sent_wanted_and_taken_up() throws Exception {
        UUID letter = posted("Marta", "");
        UUID id = take(Color.RED);
        db.inTransaction(em -> deeds(me).match(id, codeOf(letter)));
        assertThat(waiting()).doesNotContain(id);
        db.inTransaction(em -> deeds(me).send(id, true));
        assertThat(waiting()).contains(id);
        assertThat(db.<Boolean>fromTransaction(
                        em -> replies.lock(id).orElseThrow().claim(8, house.now())))
                .isTrue();
        assertThat(db.<Boolean>fromTransaction(
                        em -> replies.lock(id).orElseThrow().claim(9, house.now())))
                .isFalse();
        assertThat(waiting()).doesNotContain(id);
        db.inTransaction(em -> replies.keepTranslation(replies.lock(id).orElseThrow(), "Dear Marta", 8));
        assertThat(isTranslated(id)).as("not finished").isFalse();
        db.inTransaction(em -> replies.finishTranslation(replies.lock(id).orElseThrow(), "Dear Marta!", 8));
        assertThat(isTranslated(id)).as("nobody looked it over").isFalse();
        assertThat(waiting()).doesNotContain(id);
    }

    private boolean isTranslated(UUID id) {
        return did(() -> replies.byId(id).orElseThrow().isTranslated());
    }

    private List<UUID> waiting() {
        return db.fromTransaction(em -> replies.toTranslate(house.now())).stream()
                .map(Reply::id)
                .toList();
    }

    // --- what a thief finds -------------------------------------------------------------------------------------

    @Test
    void no_pixel_and_no_word_of_an_answer_lies_on_the_disk_in_clear() throws Exception {
        UUID letter = posted("Canary Marta Heron", "canaryheronword");
        byte[] jpeg = noise();
        ScannedPage page = ScannedPage.stored(jpeg);
        UUID id = db.fromTransaction(
                        em -> deeds(me).take(Token.random(), List.of(seen(page)), Optional.of(codeOf(letter))))
                .get(0);
        db.inTransaction(em -> deeds(me).send(id, true));
        String translation = "canary-translation-" + UUID.randomUUID();
        db.inTransaction(em -> replies.finishTranslation(replies.lock(id).orElseThrow(), translation, 8));
        db.sql(db.isPostgres() ? "checkpoint" : "checkpoint sync");
        assertThat(onDisk(id.toString().getBytes(StandardCharsets.UTF_8)) + onDisk(bytesOf(id)))
                .as("the search itself works")
                .isPositive();
        assertThat(onDisk(Arrays.copyOfRange(jpeg, 1000, 1040))).isZero();
        for (String word : List.of(translation, "canaryheronword", "Canary Marta Heron")) {
            assertThat(onDisk(word.getBytes(StandardCharsets.UTF_8))).as(word).isZero();
            assertThat(onDisk(word.getBytes(StandardCharsets.UTF_16BE)))
                    .as(word)
                    .isZero();
        }
    }

    private static byte[] bytesOf(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] noise() throws IOException {
        var picture = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        var random = new Random(5);
        for (int i = 0; i < 40_000; i++) {
            picture.setRGB(i % 200, i / 200, random.nextInt(0xFFFFFF));
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()))).isNotNull();
        return bytes.toByteArray();
    }

    private long onDisk(byte[] wanted) throws IOException {
        long found = 0;
        try (Stream<Path> files = Files.walk(db.files())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String all = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (all.contains(new String(wanted, StandardCharsets.ISO_8859_1))) {
                    found++;
                }
            }
        }
        return found;
    }

    private long notices(UUID letter) {
        return ((Number) Objects.requireNonNull(db.value(
                        "select count(*) from notice where kind = 'REPLIED' and letter_id = '" + letter + "'")))
                .longValue();
    }

    private long rows(UUID reply) {
        return ((Number) Objects.requireNonNull(
                        db.value("select count(*) from reply_page where reply_id = '" + reply + "'")))
                .longValue();
    }
}
