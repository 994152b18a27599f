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
import org.postern.vault.PieceCode;
import org.postern.web.Settings;

/**
 * The letters of a batch in one PDF for a duplex printer, each from a front side: what the batch keeps. The same batch
 * gives the same bytes; the files beside it are drawn whenever they are wanted, by {@link SetFiles}.
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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
        List<Integer> firstPages = new ArrayList<>();
        Stack facts = facts(batch, stack);
        List<Stack.Run> runs = facts.runs();
        try (BatchPdf pdf = pages.typesetter().batch(bytes)) {
            for (Stack.Run run : runs) {
                if (runs.size() > 1) {
                    pdf.add(SeparatorSheet.draw(facts, run, pages.typesetter()));
                }
                for (Piece piece : stack.subList(run.first() - 1, run.last())) {
                    firstPages.add(add(pdf, batch, piece));
                }
            }
        }
        return new Drawn(bytes.toByteArray(), hash(bytes.toByteArray()), List.copyOf(firstPages));
    }

    private static int add(BatchPdf pdf, Batch batch, Piece piece) {
        if (!piece.frozen().outside().codes()) {
            return pdf.add(piece.pages());
        }
        String mark = String.format(Locale.ROOT, "%s-%03d", batch.name(), piece.no());
        return isCoded(piece) ? pdf.add(piece.pages(), mark, piece.code().text()) : pdf.add(piece.pages(), mark);
    }

    /** @return whether its own code stands on it; a card has no room */
    static boolean isCoded(Piece piece) {
        return piece.frozen().outside().codes() && !Pages.isCard(piece.frozen());
    }

    Stack facts(Batch batch, List<Piece> stack) {
        // Mostly all or none: the few whose address does not fit the window stand on the list of addresses.
        boolean window = !stack.stream().allMatch(Piece::isPlain);
        return new Stack(batch, stack, window, settings.link("/desk/batches/" + batch.number()));
    }

    /** @return the same file, drawn once more from what the batch froze; empty once a letter's words are erased */
    Optional<Drawn> drawAgain(Batch batch) {
        List<Piece> stack = new ArrayList<>();
        for (BatchLine line : batch.lines()) {
            Optional<Frozen> frozen = batches.frozen(line).map(Frozen::of);
            if (frozen.isEmpty()) {
                return Optional.empty();
            }
            PieceCode code = new PieceCode(line.pieceCode());
            stack.add(new Piece(line.stackNo(), code, frozen.get(), pages.set(frozen.get())));
        }
        return Optional.of(draw(batch, stack));
    }

    static String hash(byte[] pdf) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
