package org.postern.print;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.postern.address.PostalLines;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.Batch;
import org.postern.letter.BatchLine;
import org.postern.letter.BatchLines;
import org.postern.letter.Batches;
import org.postern.letter.Frozen;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.Pages;
import org.postern.print.ReplySheet.Answer;
import org.postern.print.SlipSheet.Slip;
import org.postern.site.PrintSite;
import org.postern.typeset.LabelFormat;
import org.postern.typeset.Manuscript;
import org.postern.typeset.PageChoice;
import org.postern.typeset.PrinterCopy;
import org.postern.typeset.Sheet;
import org.postern.typeset.StockEnvelope;
import org.postern.typeset.Typesetter;
import org.postern.vault.PieceCode;

/**
 * The files of a batch for one printer: the letters as they were frozen, and what lies beside them, drawn anew from the
 * batch's lines whenever it is wanted; the same lines give the same bytes.
 */
@ApplicationScoped
class SetFiles {
    private Pages pages;
    private Batches batches;
    private BatchLines batchLines;
    private People people;
    private BatchFile letters;

    @SuppressWarnings("NullAway.Init")
    protected SetFiles() {}

    @Inject
    SetFiles(Pages pages, Batches batches, BatchLines batchLines, People people, BatchFile letters) {
        this.pages = pages;
        this.batches = batches;
        this.batchLines = batchLines;
        this.people = people;
        this.letters = letters;
    }

    /** @return empty where nothing of this batch is to be on such paper */
    Optional<byte[]> file(Batch batch, SetFile file, Wanted wanted) {
        if (file.isOfTheLetters()) {
            return batches.pdfOf(batch).map(pdf -> copy(pdf, wanted, PageChoice.all(file.sides())));
        }
        return beside(new Content(batch), file, wanted);
    }

    /** @return the manifest for a spreadsheet, UTF-8 */
    byte[] manifestCsv(Batch batch) {
        Content content = new Content(batch);
        return ManifestCsv.of(content.facts(content.all));
    }

    private Optional<byte[]> beside(Content content, SetFile file, Wanted wanted) {
        int feed = file.isFed() ? wanted.feed() : 0;
        return drawn(content, file, wanted)
                .map(pdf -> PrinterCopy.of(pdf, wanted.calibration(), feed, PageChoice.all(file.sides())));
    }

    /**
     * Chosen letters once more, of those that are still in the batch; page by page what it printed before.
     *
     * @return empty if none is chosen
     */
    Optional<byte[]> again(Batch batch, Collection<Integer> nos, Wanted wanted) {
        List<Integer> chosen = new ArrayList<>();
        for (BatchLine line : batch.lines()) {
            for (int i = 0; line.isOpen() && nos.contains(line.stackNo()) && i < 2 * line.sheets(); i++) {
                chosen.add(line.firstPage() + i);
            }
        }
        return chosen.isEmpty()
                ? Optional.empty()
                : batches.pdfOf(batch).map(pdf -> copy(pdf, wanted, new PageChoice(chosen, wanted.sides())));
    }

    private static byte[] copy(byte[] pdf, Wanted wanted, PageChoice choice) {
        return PrinterCopy.of(pdf, wanted.calibration(), 0, choice);
    }

    /** @return what this batch needs from this printer, in the order of the work */
    Map<SetFile, byte[]> all(Batch batch, Wanted wanted) {
        Content content = new Content(batch);
        Map<SetFile, byte[]> all = new EnumMap<>(SetFile.class);
        for (SetFile file : SetFile.values()) {
            boolean otherKind = wanted.byHand()
                    ? file == SetFile.LETTERS
                    : file == SetFile.LETTERS_FRONTS || file == SetFile.LETTERS_BACKS;
            if (!otherKind && file != SetFile.LETTERS_ONE_SIDED && file != SetFile.AGAIN) {
                Optional<byte[]> pdf =
                        file.isOfTheLetters() ? file(batch, file, wanted) : beside(content, file, wanted);
                pdf.ifPresent(bytes -> all.put(file, bytes));
            }
        }
        return all;
    }

    private Optional<byte[]> drawn(Content content, SetFile file, Wanted wanted) {
        if (!content.has(file, wanted)) {
            return Optional.empty();
        }
        Typesetter typesetter = pages.typesetter();
        PrintSite site = content.batch.site();
        StockEnvelope envelope = wanted.envelope();
        LabelFormat labels = wanted.labels();
        Sheet sheet = switch (file) {
            case COVER -> new CoverSheet(content.facts(content.all), typesetter).draw();
            case MANIFEST -> new ManifestSheet(content.facts(content.all), typesetter).draw();
            case ADDRESSES -> new AddressSheet(content.facts(content.open), typesetter).draw();
            case ENVELOPES -> EnvelopeSheet.draw(typesetter, Objects.requireNonNull(envelope), content.plain());
            case LABELS ->
                LabelSheet.draw(
                        typesetter,
                        Objects.requireNonNull(labels),
                        content.labelled(),
                        wanted.start(),
                        wanted.borders());
            case REPLY_SHEETS -> ReplySheet.draw(typesetter, site.paper(), content.sample(), content.answers());
            case RETURN_ENVELOPES ->
                ReturnEnvelope.draw(typesetter, forAnswers(site).orElseThrow(), content.sample(), content.answers());
            case SLIPS ->
                SlipSheet.draw(typesetter, site.paper(), content.sample(), content.batch.name(), content.slips());
            case LETTERS, LETTERS_ONE_SIDED, LETTERS_FRONTS, LETTERS_BACKS, AGAIN ->
                throw new IllegalArgumentException(file + " is frozen");
        };
        return Optional.of(sheet.pdf());
    }

    /** @return the smallest that a site has without a window: it must go into another one */
    static Optional<StockEnvelope> forAnswers(PrintSite site) {
        return site.envelopes().stream()
                .filter(one -> !one.envelope().hasWindow())
                .min(Comparator.comparingDouble(
                        one -> one.envelope().width() * one.envelope().height()));
    }

    /** @return whether its paper, which may lie in the stack already, is not to be posted any more */
    static boolean isTakenBack(BatchLine line) {
        return line.pull() != null || line.leftAs() == LetterState.WITHDRAWN || line.leftAs() == LetterState.HELD;
    }

    /** What the lines of a batch say. */
    private final class Content {
        private final Batch batch;
        private final List<Piece> all = new ArrayList<>();
        /** Those that are still to be posted. */
        private final List<Piece> open = new ArrayList<>();

        private final Map<UUID, Letter> byId;

        Content(Batch batch) {
            this.batch = batch;
            this.byId = batchLines.lettersOf(batch);
            for (BatchLine line : batch.lines()) {
                Frozen frozen = batches.frozen(line).map(Frozen::of).orElseGet(() -> nameless(line));
                String stationery = frozen.manuscript().stationery();
                boolean plain = pages.typesetter().stationery(stationery).window() == null;
                PieceCode code = new PieceCode(line.pieceCode());
                Piece piece = new Piece(line.stackNo(), code, frozen, line.sheets(), plain, null);
                all.add(piece);
                if (line.isOpen()) {
                    open.add(piece);
                }
            }
        }

        private Letter letter(BatchLine line) {
            return Objects.requireNonNull(byId.get(line.letterId()));
        }

        /** Once the words are erased: whom the directory names today, for the lists. */
        private Frozen nameless(BatchLine line) {
            Recipient to = people.byId(letter(line).recipientId()).orElseThrow();
            LocalDate day = LocalDate.ofInstant(batch.claimedAt(), batch.site().zone());
            Manuscript nothing = new Manuscript("plain", to.language(), day, null, List.of(), "", "", null, null);
            Frozen.Outside outside = new Frozen.Outside(false, false, null, null, false);
            return new Frozen(nothing, batch.site().paper(), pages.isSample(), Freezer.whom(to), outside);
        }

        private Stack facts(List<Piece> pieces) {
            return letters.facts(batch, pieces);
        }

        private boolean sample() {
            return all.get(0).frozen().sample();
        }

        private boolean has(SetFile file, Wanted wanted) {
            return switch (file) {
                case COVER, MANIFEST, LETTERS, LETTERS_ONE_SIDED, LETTERS_FRONTS, LETTERS_BACKS, AGAIN -> true;
                case ADDRESSES -> !plain().isEmpty();
                case ENVELOPES -> wanted.envelope() != null && !plain().isEmpty();
                case LABELS -> wanted.labels() != null && !labelled().isEmpty();
                case REPLY_SHEETS -> !answers().isEmpty();
                case RETURN_ENVELOPES ->
                    forAnswers(batch.site()).isPresent() && !answers().isEmpty();
                case SLIPS -> !slips().isEmpty();
            };
        }

        private List<Frozen> plain() {
            return open.stream().filter(Piece::isPlain).map(Piece::frozen).toList();
        }

        private List<Frozen> labelled() {
            return plain().stream().filter(one -> one.outside().labels()).toList();
        }

        private List<Answer> answers() {
            List<Answer> answers = new ArrayList<>();
            for (Piece piece : open) {
                String sender = piece.frozen().outside().sender();
                if (piece.frozen().outside().reply() && sender != null) {
                    answers.add(new Answer(piece, toUs(sender, piece.frozen().to())));
                }
            }
            return answers;
        }

        private List<String> toUs(String sender, Frozen.To from) {
            List<String> lines = new ArrayList<>(EnvelopeSheet.senderLines(sender));
            PrintSite site = batch.site();
            PostalLines.country(site.country(), site.language(), from.country(), from.language())
                    .ifPresent(lines::add);
            return lines;
        }

        private List<Slip> slips() {
            List<Slip> slips = new ArrayList<>();
            for (BatchLine line : batch.lines()) {
                if (isTakenBack(line)) {
                    LetterState.Reason why = line.pull() == null ? letter(line).reason() : line.pull();
                    boolean withdrawn = line.leftAs() == LetterState.WITHDRAWN || why == LetterState.Reason.WITHDRAWN;
                    String key = withdrawn || why == null ? "paper.slip.withdrawn" : "reason." + why;
                    String name =
                            all.get(batch.lines().indexOf(line)).frozen().to().latinName();
                    slips.add(new Slip(line.stackNo(), name, key));
                }
            }
            return slips;
        }
    }
}
