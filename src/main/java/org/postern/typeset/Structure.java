package org.postern.typeset;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The tree of what stands on the pages, for readers that speak. A letter's elements are written when the letter ends; of
 * all letters only one number each is kept.
 */
final class Structure {
    private final PdfFile file;
    private final int root;
    private final int document;
    private final IntStream.Builder sections = IntStream.builder();

    /** Which element each piece of a page belongs to, a chunk of pages an object. */
    private final StringBuilder parents = new StringBuilder();

    private final IntStream.Builder parentChunks = IntStream.builder();
    private int firstInChunk;
    private int pages;
    private int chunks;

    private @Nullable Element section;
    private final List<Element> elements = new ArrayList<>();
    private final IdentityHashMap<Tag, Element> known = new IdentityHashMap<>();
    private int page;
    private int pieces;

    private final class Element {
        private final int number = file.reserve();
        private final String entries;
        private final StringBuilder kids = new StringBuilder();
        private int firstPage;

        Element(String entries) {
            this.entries = entries;
            elements.add(this);
        }

        void has(Element child) {
            kids.append(' ').append(child.number).append(" 0 R");
        }

        void has(int piece) {
            if (firstPage == 0) {
                firstPage = page;
            }
            if (firstPage == page) {
                kids.append(' ').append(piece);
            } else {
                kids.append("<</Type/MCR/Pg ").append(page).append(" 0 R/MCID ");
                kids.append(piece).append(">>");
            }
        }

        void write() {
            var object = new StringBuilder("<<").append(entries);
            if (firstPage != 0) {
                object.append("/Pg ").append(firstPage).append(" 0 R");
            }
            if (!kids.isEmpty()) {
                object.append("/K[").append(kids).append(']');
            }
            file.object(number, object.append(">>"));
        }
    }

    Structure(PdfFile file) {
        this.file = file;
        this.root = file.reserve();
        this.document = file.reserve();
    }

    int root() {
        return root;
    }

    /** @param language BCP 47 of all that follows */
    void begin(String language) {
        Element begun = new Element("/S/Sect/P " + document + " 0 R/Lang(" + language + ")");
        sections.add(begun.number);
        section = begun;
    }

    /** @return the page's key in the tree of parents */
    int page(int object) {
        page = object;
        pieces = 0;
        parents.append(pages).append('[');
        return pages;
    }

    /** @return the number on this page for a piece of the element */
    int piece(Tag tag) {
        Element element = element(tag);
        parents.append(element.number).append(" 0 R ");
        element.has(pieces);
        return pieces++;
    }

    /** Makes the element known where it is to stand, with or without content. */
    Element element(Tag tag) {
        Element element = known.get(tag);
        if (element == null) {
            Element parent = tag.parent() == null ? Objects.requireNonNull(section) : element(tag.parent());
            element = new Element(entries(tag, parent.number));
            parent.has(element);
            known.put(tag, element);
        }
        return element;
    }

    private static String entries(Tag tag, int parent) {
        String entries = "/S/" + tag.kind().pdf() + "/P " + parent + " 0 R";
        if (tag.kind() == Tag.Kind.FIGURE) {
            entries += "/Alt" + PdfFile.text(tag.alternative());
        }
        if (!tag.language().isEmpty()) {
            entries += "/Lang(" + tag.language() + ")";
        }
        if (tag.kind() == Tag.Kind.LIST || tag.kind() == Tag.Kind.NUMBERED) {
            entries += "/A<</O/List/ListNumbering/" + (tag.kind() == Tag.Kind.LIST ? "Disc" : "Decimal") + ">>";
        }
        if (tag.kind() == Tag.Kind.HEAD) {
            entries += "/A<</O/Table/Scope/Column>>";
        }
        if (tag.columns() > 1) {
            entries += "/A<</O/Table/ColSpan " + tag.columns() + ">>";
        }
        return entries;
    }

    void endPage() {
        parents.append(']');
        pages++;
        if (pages - firstInChunk == Painter.CHUNK) {
            endChunk();
        }
    }

    private void endChunk() {
        int chunk = file.reserve();
        file.object(chunk, "<</Limits[" + firstInChunk + " " + (pages - 1) + "]/Nums[" + parents + "]>>");
        parentChunks.add(chunk);
        parents.setLength(0);
        firstInChunk = pages;
        chunks++;
    }

    /** The letter has ended: its elements leave memory. */
    void write() {
        elements.forEach(Element::write);
        elements.clear();
        known.clear();
    }

    void end() {
        if (chunks > 0 && !parents.isEmpty()) {
            endChunk();
        }
        String tree = chunks == 0 ? "/Nums[" + parents + "]" : "/Kids[" + references(parentChunks) + "]";
        file.object(document, "<</S/Document/P " + root + " 0 R/K[" + references(sections) + "]>>");
        file.object(
                root,
                "<</Type/StructTreeRoot/K " + document + " 0 R/ParentTreeNextKey " + pages + "/ParentTree<<" + tree
                        + ">>>>");
    }

    static String references(IntStream.Builder numbers) {
        return numbers.build().mapToObj(number -> number + " 0 R").collect(Collectors.joining(" "));
    }
}
