package org.postern.compose;

import java.util.List;
import java.util.stream.Collectors;
import org.postern.directory.Rule;
import org.postern.web.View;

/** A rule in plain words. */
public final class RuleWords {
    private RuleWords() {}

    public static String of(Rule rule, View view) {
        String key = "rule." + rule.kind();
        if (rule instanceof Rule.NotAllowed) {
            return view.t("rule." + rule.text());
        }
        if (rule instanceof Rule.MaxPages max) {
            return view.t(key, max.pages());
        }
        if (rule instanceof Rule.MaxPhotos max) {
            return view.t(key, max.photos());
        }
        if (rule instanceof Rule.Languages languages) {
            return view.t(key, named(languages.tags(), view));
        }
        if (rule instanceof Rule.LeaveOut leaveOut) {
            return view.t(key, leaveOut.topics());
        }
        if (rule instanceof Rule.PhotoSize size) {
            return view.t(key, size.shortSide(), size.longSide());
        }
        if (rule instanceof Rule.OwnWords own) {
            return view.t(key, own.least());
        }
        if (rule instanceof Rule.Note note) {
            return view.t(key, note.words());
        }
        if (rule instanceof Rule.Paper paper) {
            return view.t(key, paper.which());
        }
        return view.t(key);
    }

    /** The words themselves, an ellipsis where a word may go on. */
    public static String listed(Rule.WarnWords rule) {
        return rule.words().stream().map(word -> word.replace("*", "…")).collect(Collectors.joining(", "));
    }

    private static String named(List<String> tags, View view) {
        return tags.stream().map(view::language).collect(Collectors.joining(", "));
    }
}
