package io.holdfast.scoring.model;

import java.util.BitSet;

/** A question about one input: is its bin one of these? Immutable. */
public final class BinQuestion {
    private final int input;
    private final BitSet yes;

    /**
     * @param input position of the input, 0 or more
     * @param yes the bins whose answer is yes
     */
    public BinQuestion(int input, BitSet yes) {
        if (input < 0) {
            throw new IllegalArgumentException("question about input " + input + " (expected: 0 or more)");
        }
        this.input = input;
        this.yes = (BitSet) yes.clone();
    }

    /** Position of the input it asks about. */
    public int input() {
        return input;
    }

    /** Whether the answer for a bin is yes. */
    public boolean yes(int bin) {
        return yes.get(bin);
    }

    /** A copy of the bins whose answer is yes. */
    public BitSet bins() {
        return (BitSet) yes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BinQuestion question && question.input == input && question.yes.equals(yes);
    }

    @Override
    public int hashCode() {
        return 31 * input + yes.hashCode();
    }
}
