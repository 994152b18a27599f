package org.postern.typeset;

/** A piece of a line in one {@link Type}. */
public record Words(String text, Type type) {}
