package org.postern.web;

/** A setting with which Postern will not start; the message says in one line what to change. */
public class UnsafeStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnsafeStart(String message) {
        super(message);
    }
}
