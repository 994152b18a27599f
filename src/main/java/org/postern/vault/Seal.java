package org.postern.vault;

/** What a key is for, and so when it ends; the dates are the business of whoever asks for a key. */
public enum Seal {
    /** What was written: body, signed name, photo, the pages made of them. */
    TEXT,
    /** How to reach the writer. */
    CONTACT,
    /** That there was a letter and how far it came; no word of it. */
    THREAD,
    /** A photo of what came back. */
    PICTURE,
    /** The pages of an answer from prison, and their translation. */
    REPLY,
    /** The file of a batch that is being printed. */
    BATCH
}
