package io.holdfast.training.evaluation;

/** Which values of a metric are good. */
public enum Best {
    /** The more the better. */
    HIGHEST("higher is better"),

    /** The less the better. */
    LOWEST("lower is better"),

    /** The nearer to 0 the better, on either side. */
    ZERO("0 is best");

    private final String text;

    Best(String text) {
        this.text = text;
    }

    /** For people. */
    public String text() {
        return text;
    }
}
