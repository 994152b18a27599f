package org.postern.typeset;

/** Where a line of text stands on its page: millimetres from the top left corner, y down, ascent to descent. */
record Extent(String text, double x, double y, double width, double height) {}
