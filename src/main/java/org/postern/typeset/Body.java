package org.postern.typeset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A letter's text as paragraphs, list items, quotes, pictures and scene breaks. What is none of them is taken as the
 * writer typed it: an item's number, addresses, headings, code, HTML.
 */
final class Body {
    /** Deeper nesting is text: no letter needs it. */
    private static final int DEEPEST = 8;

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(ThematicBreak.class, ListBlock.class, BlockQuote.class))
            .maxOpenBlockParsers(DEEPEST)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    private static final String ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /**
     * Where a part stands: in how many lists and quotes, behind which sign, close to what is before it or not.
     *
     * @param inside the innermost quote or item; null: none
     */
    record Place(
            int lists,
            int quotes,
            String marker,
            boolean close,
            @Nullable Tag inside) {
        static final Place TOP = new Place(0, 0, "", false, null);

        private Place quoted() {
            return new Place(lists, quotes + 1, "", false, Tag.within(inside, Tag.Kind.QUOTE));
        }

        private Place item(String sign, boolean closeToLast, Tag list) {
            Tag item = list.child(Tag.Kind.ITEM).child(Tag.Kind.ITEM_BODY);
            return new Place(lists + 1, quotes, sign, closeToLast, item);
        }

        /** The item that the sign belongs to. */
        Tag item() {
            return Objects.requireNonNull(Objects.requireNonNull(inside).parent());
        }

        private Place further() {
            return new Place(lists, quotes, "", false, inside);
        }
    }

    /**
     * A paragraph, a picture with its caption, or a scene break when it has neither.
     *
     * @param picture which of the manuscript's pictures, or null
     * @param alone the picture has a page of its own
     */
    record Part(StyledText text, Place place, @Nullable String picture, boolean alone) {
        boolean sceneBreak() {
            return picture == null && text.spans().isEmpty();
        }
    }

    private final String source;
    private final FontStyle style;
    /** Those that stand nowhere yet: each is printed once. */
    private final Set<String> pictures;

    private final List<Part> parts = new ArrayList<>();

    private Body(String source, FontStyle style, Set<String> pictures) {
        this.source = source;
        this.style = style;
        this.pictures = new HashSet<>(pictures);
    }

    /** @param pictures names that {@code ![caption](name)}, alone in its paragraph, stands for; all others are text */
    static List<Part> parts(String text, FontStyle style, Set<String> pictures) {
        var body = new Body(StyledText.clean(text), style, pictures);
        body.blocks(PARSER.parse(body.source), Place.TOP);
        return body.parts;
    }

    private void blocks(Node parent, Place place) {
        Place here = place;
        for (Node block = parent.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof ListBlock list) {
                items(list, here);
            } else if (block instanceof BlockQuote) {
                blocks(block, here.quoted());
            } else if (block instanceof ThematicBreak) {
                parts.add(new Part(new StyledText(List.of()), Place.TOP, null, false));
            } else if (block instanceof Paragraph && picture(block) instanceof Image image) {
                var caption = new ArrayList<StyledText.Span>();
                inlines(image, style.emphasised(), caption);
                parts.add(new Part(
                        StyledText.of(caption), here, image.getDestination(), "page".equals(image.getTitle())));
            } else if (block instanceof Paragraph) {
                var spans = new ArrayList<StyledText.Span>();
                inlines(block, style, spans);
                parts.add(new Part(StyledText.of(spans), here, null, false));
            } else {
                // a link's definition would vanish; the writer meant its text
                parts.add(new Part(StyledText.of(typed(block), style), here, null, false));
            }
            here = place.further();
        }
    }

    /** The first paragraph of an item has its sign; a list inside follows closely where the outer one is close. */
    private void items(ListBlock list, Place place) {
        boolean first = true;
        Tag tag = Tag.within(place.inside(), list instanceof OrderedList ? Tag.Kind.NUMBERED : Tag.Kind.LIST);
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Place here = place.item(sign((ListItem) item), list.isTight() && !(first && place.lists() == 0), tag);
            if (item.getFirstChild() == null) {
                parts.add(new Part(StyledText.of(" ", style), here, null, false));
            }
            blocks(item, here);
            first = false;
        }
    }

    /** A number as it was typed, never counted anew; dashes as dashes, since Slavic dialogues begin with them. */
    private String sign(ListItem item) {
        int at = item.getSourceSpans().get(0).getInputIndex() + item.getMarkerIndent();
        char sign = source.charAt(at);
        if (sign == '-') {
            return "–";
        }
        if (sign == '*' || sign == '+') {
            return "•";
        }
        int end = at;
        while (end < source.length() && Character.isDigit(source.charAt(end))) {
            end++;
        }
        return source.substring(at, Math.min(end + 1, source.length()));
    }

    /** The picture that is all of the paragraph, or null. */
    private @Nullable Node picture(Node paragraph) {
        Node only = paragraph.getFirstChild();
        boolean known =
                only instanceof Image image && image.getNext() == null && pictures.remove(image.getDestination());
        return known ? only : null;
    }

    private void inlines(Node parent, FontStyle in, List<StyledText.Span> spans) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                endLine(in, spans);
            } else if (node instanceof Emphasis emphasis && "*".equals(emphasis.getOpeningDelimiter())) {
                inlines(node, in.emphasised(), spans);
            } else if (node instanceof StrongEmphasis strong && "**".equals(strong.getOpeningDelimiter())) {
                inlines(node, in.strong(), spans);
            } else if (node instanceof Emphasis || node instanceof StrongEmphasis) {
                String underscores = node instanceof Emphasis ? "_" : "__";
                add(underscores, in, spans);
                inlines(node, in, spans);
                add(underscores, in, spans);
            } else if (node instanceof Text) {
                add(unescaped(typed(node)), in, spans);
            } else {
                add(typed(node), in, spans);
            }
        }
    }

    /** The spaces that make a hard break are not part of the text. */
    private static void endLine(FontStyle style, List<StyledText.Span> spans) {
        int last = spans.size() - 1;
        if (last >= 0) {
            spans.set(
                    last,
                    new StyledText.Span(
                            spans.get(last).text().stripTrailing(),
                            spans.get(last).style()));
        }
        add("\n", style, spans);
    }

    private static void add(String text, FontStyle style, List<StyledText.Span> spans) {
        if (!text.isEmpty()) {
            spans.add(new StyledText.Span(text, style));
        }
    }

    /** The characters of the source that a node was read from, without the signs of the quote or list around it. */
    private String typed(Node node) {
        var typed = new StringBuilder();
        int end = -1;
        for (SourceSpan span : node.getSourceSpans()) {
            if (end >= 0 && span.getInputIndex() > end) {
                typed.append('\n');
            }
            end = span.getInputIndex() + span.getLength();
            typed.append(source, span.getInputIndex(), end);
        }
        return typed.toString();
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
