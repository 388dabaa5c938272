package io.holdfast.training.evaluation;

import io.holdfast.scoring.dataset.LocalizedText;

/** Which values of a metric are good. */
@SuppressWarnings("ImmutableEnumChecker") // texts are unmodifiable
public enum Best {
    /** The more the better. */
    HIGHEST(LocalizedText.of("higher is better", "越高越好")),

    /** The less the better. */
    LOWEST(LocalizedText.of("lower is better", "越低越好")),

    /** The nearer to 0 the better, on either side. */
    ZERO(LocalizedText.of("0 is best", "越接近 0 越好"));

    private final LocalizedText text;

    Best(LocalizedText text) {
        this.text = text;
    }

    /** For people. */
    public LocalizedText text() {
        return text;
    }
}
