package io.holdfast.scoring.reason;

import io.holdfast.scoring.dataset.Language;

/**
 * How much to explain.
 *
 * @param reasons most reasons to list, 0 to {@value #MOST}
 * @param protectors most protective reasons to list, 0 to {@value #MOST}
 * @param language language of all texts
 */
public record ExplainOptions(int reasons, int protectors, Language language) {
    /** The most that may be listed of either. */
    public static final int MOST = 10;

    /** Reasons listed where the caller does not say. */
    public static final int DEFAULT_REASONS = 3;

    /** Protectors listed where the caller does not say. */
    public static final int DEFAULT_PROTECTORS = 2;

    public ExplainOptions {
        require("reasons", reasons);
        require("protectors", protectors);
    }

    private static void require(String name, int value) {
        if (value < 0 || value > MOST) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: 0 to " + MOST + ")");
        }
    }
}
