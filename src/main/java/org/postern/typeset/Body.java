package org.postern.typeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A letter's text as paragraphs and scene breaks. What is not emphasis or a scene break is taken as the writer typed
 * it: numbers and dashes at a line's start, addresses, HTML.
 */
final class Body {
    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(ThematicBreak.class))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    private static final String ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /** A paragraph, or a scene break when it has no text. */
    record Part(StyledText text) {
        boolean sceneBreak() {
            return text.spans().isEmpty();
        }
    }

    private final String source;
    private final List<StyledText.Span> spans = new ArrayList<>();

    private Body(String source) {
        this.source = source;
    }

    static List<Part> parts(String body, FontStyle style) {
        String source = StyledText.clean(body);
        var parts = new ArrayList<Part>();
        for (Node block = PARSER.parse(source).getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Paragraph) {
                var paragraph = new Body(source);
                paragraph.inlines(block, style);
                parts.add(new Part(StyledText.of(paragraph.spans)));
            } else if (block instanceof ThematicBreak) {
                parts.add(new Part(new StyledText(List.of())));
            } else {
                // a link's definition would vanish; the writer meant its text
                parts.add(new Part(StyledText.of(new Body(source).typed(block), style)));
            }
        }
        return parts;
    }

    private void inlines(Node parent, FontStyle style) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                add("\n", style);
            } else if (node instanceof Emphasis emphasis && "*".equals(emphasis.getOpeningDelimiter())) {
                inlines(node, style.emphasised());
            } else if (node instanceof StrongEmphasis strong && "**".equals(strong.getOpeningDelimiter())) {
                inlines(node, style.strong());
            } else if (node instanceof Emphasis || node instanceof StrongEmphasis) {
                String underscores = node instanceof Emphasis ? "_" : "__";
                add(underscores, style);
                inlines(node, style);
                add(underscores, style);
            } else if (node instanceof Text) {
                add(unescaped(typed(node)), style);
            } else {
                add(typed(node), style);
            }
        }
    }

    private void add(String text, FontStyle style) {
        if (!text.isEmpty()) {
            spans.add(new StyledText.Span(text, style));
        }
    }

    /** The characters of the source that a node was read from. */
    private String typed(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return "";
        }
        SourceSpan last = spans.get(spans.size() - 1);
        return source.substring(spans.get(0).getInputIndex(), last.getInputIndex() + last.getLength());
    }

    /** {@code \*} is a star; an entity stays what was typed. */
    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escapes = c == '\\' && i + 1 < text.length() && ESCAPABLE.indexOf(text.charAt(i + 1)) >= 0;
            plain.append(escapes ? text.charAt(++i) : c);
        }
        return plain.toString();
    }
}
