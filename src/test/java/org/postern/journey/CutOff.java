package org.postern.journey;

import org.postern.TestDatabase;

/** A deed that is cut off anywhere, and done again. */
interface CutOff {
    /** @return for the report, e.g. {@code building} */
    String name();

    /** What comes before, with the power on. */
    void prepare();

    /**
     * What is cut off; it remembers what was acknowledged.
     *
     * @param begins told when it may be cut off from now on
     */
    void run(Runnable begins);

    /**
     * The power is off. What was acknowledged is there, and no half of anything.
     *
     * @return how far it had come, for the report
     */
    String left(TestDatabase found);

    /** The power is back: the same buttons once more, until all is done, and once more in vain. */
    void goOn();
}
