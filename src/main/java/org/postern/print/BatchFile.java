package org.postern.print;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postern.letter.Batch;
import org.postern.letter.BatchLine;
import org.postern.letter.Batches;
import org.postern.letter.Frozen;
import org.postern.letter.Pages;
import org.postern.typeset.BatchPdf;
import org.postern.typeset.LabelFormat;
import org.postern.typeset.StockEnvelope;
import org.postern.typeset.Typesetter;
import org.postern.vault.PieceCode;
import org.postern.web.Settings;

/**
 * A batch's one PDF for a duplex printer: cover, manifest, addresses where no window shows them, then the letters,
 * each from a front side. The same batch gives the same bytes.
 */
@ApplicationScoped
class BatchFile {
    private Pages pages;
    private Batches batches;
    private Settings settings;

    @SuppressWarnings("NullAway.Init")
    protected BatchFile() {}

    @Inject
    BatchFile(Pages pages, Batches batches, Settings settings) {
        this.pages = pages;
        this.batches = batches;
        this.settings = settings;
    }

    /**
     * The file.
     *
     * @param firstPages in it, of each letter in stack order, from 1
     * @param hash SHA-256 in hex
     */
    record Drawn(byte[] pdf, String hash, List<Integer> firstPages) {}

    Drawn draw(Batch batch, List<Piece> stack) {
        Typesetter typesetter = pages.typesetter();
        // Mostly all or none: the few whose address does not fit the window stand on the list of addresses.
        boolean window = !stack.stream().allMatch(Piece::isPlain);
        Stack facts = new Stack(batch, stack, window, settings.link("/desk/batches/" + batch.number()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
        List<Integer> firstPages = new ArrayList<>();
        try (BatchPdf pdf = typesetter.batch(bytes)) {
            pdf.add(new CoverSheet(facts, typesetter).draw());
            pdf.add(new ManifestSheet(facts, typesetter).draw());
            if (stack.stream().anyMatch(Piece::isPlain)) {
                pdf.add(new AddressSheet(facts, typesetter).draw());
            }
            for (Piece piece : stack) {
                firstPages.add(
                        piece.frozen().outside().codes()
                                ? pdf.add(
                                        piece.pages(), String.format(Locale.ROOT, "%s-%03d", batch.name(), piece.no()))
                                : pdf.add(piece.pages()));
            }
        }
        return new Drawn(bytes.toByteArray(), hash(bytes.toByteArray()), List.copyOf(firstPages));
    }

    /** @return the same file, drawn once more from what the batch froze; empty once a letter's words are erased */
    Optional<Drawn> drawAgain(Batch batch) {
        return thawed(batch).map(stack -> draw(batch, stack));
    }

    /** @return the addresses alone, for envelopes that are written by hand */
    Optional<byte[]> addresses(Batch batch) {
        return thawed(batch).map(stack -> {
            Stack facts = new Stack(batch, stack, false, settings.link("/desk/batches/" + batch.number()));
            return new AddressSheet(facts, pages.typesetter()).draw().pdf();
        });
    }

    /** @return one page an envelope in stack order, of those without a window */
    Optional<byte[]> envelopes(Batch batch, StockEnvelope envelope) {
        return without(batch)
                .map(letters -> EnvelopeSheet.draw(pages.typesetter(), envelope, letters)
                        .pdf());
    }

    /** @return labels in stack order, of those without a window whose place takes labels */
    Optional<byte[]> labels(Batch batch, LabelFormat format, int start, boolean borders) {
        return without(batch)
                .map(letters -> letters.stream()
                        .filter(letter -> letter.outside().labels())
                        .toList())
                .filter(letters -> !letters.isEmpty())
                .map(letters -> LabelSheet.draw(pages.typesetter(), format, letters, start, borders)
                        .pdf());
    }

    /** @return those whose address no window shows; empty if there is none, or the words of one are erased */
    private Optional<List<Frozen>> without(Batch batch) {
        List<Frozen> letters = new ArrayList<>();
        for (BatchLine line : batch.lines()) {
            Optional<Frozen> frozen = batches.frozen(line).map(Frozen::of);
            if (frozen.isEmpty()) {
                return Optional.empty();
            }
            if (isPlain(frozen.get())) {
                letters.add(frozen.get());
            }
        }
        return letters.isEmpty() ? Optional.empty() : Optional.of(letters);
    }

    /** @return whether no window shows its address */
    private boolean isPlain(Frozen letter) {
        return pages.typesetter().stationery(letter.manuscript().stationery()).window() == null;
    }

    /** @return empty once a letter's words are erased */
    private Optional<List<Piece>> thawed(Batch batch) {
        List<Piece> stack = new ArrayList<>();
        for (BatchLine line : batch.lines()) {
            Optional<Frozen> frozen = batches.frozen(line).map(Frozen::of);
            if (frozen.isEmpty()) {
                return Optional.empty();
            }
            PieceCode code = new PieceCode(line.pieceCode());
            stack.add(new Piece(line.stackNo(), code, frozen.get(), pages.set(frozen.get())));
        }
        return Optional.of(stack);
    }

    static String hash(byte[] pdf) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
