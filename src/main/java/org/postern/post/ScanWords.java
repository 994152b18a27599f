package org.postern.post;

import java.time.Instant;
import org.postern.post.ScanView.Told;
import org.postern.web.View;

/** The words of an answer: what a deed did depends on the mode, what stood against it does not. */
public final class ScanWords {
    private ScanWords() {}

    public static String title(Told told, Mode mode, View view) {
        return view.t(key(told, mode));
    }

    public static String words(Told told, Mode mode, View view) {
        Instant first = told.first();
        Piece piece = told.piece();
        return view.t(
                key(told, mode) + ".words",
                first == null ? "" : view.day(first),
                told.site(),
                piece == null ? 1 : piece.copy());
    }

    private static String key(Told told, Mode mode) {
        Answer answer = told.answer();
        boolean ofMode = answer == Answer.DONE || answer == Answer.TWICE || answer == Answer.ASK;
        return "scan." + answer + (ofMode ? "." + mode : "");
    }
}
