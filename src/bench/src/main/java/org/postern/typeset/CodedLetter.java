package org.postern.typeset;

import com.google.zxing.common.BitMatrix;
import java.util.ArrayList;
import java.util.List;

/** A code on a letter's first page. The product's letters carry none, but those of the engines beside it do. */
public final class CodedLetter {
    private CodedLetter() {}

    /** The letter with a code of the given modules, in millimetres from the top left corner. */
    public static Typesetting of(Typesetting letter, double x, double y, double size, BitMatrix modules) {
        List<Page> pages = new ArrayList<>(letter.printable());
        Page first = pages.get(0);
        List<Mark> marks = new ArrayList<>(first.marks());
        marks.add(new Mark.Of(Tag.ARTIFACT));
        marks.add(new Mark.Code(Page.pt(x), Page.pt(y), Page.pt(size), modules));
        pages.set(0, new Page(first.width(), first.height(), marks));
        return new Typesetting(letter.about(), pages, letter.findings(), letter.address());
    }
}
