package io.holdfast.care.plan;

import io.holdfast.scoring.dataset.LocalizedText;
import java.util.Locale;

/**
 * One sentence on a decision.
 *
 * @param question what it answers
 * @param text in every language
 */
public record ExplanationPart(Question question, LocalizedText text) {
    /** What a sentence answers. */
    public enum Question {
        /** Why this play, or why none. */
        WHY_THIS,
        /** Why now. */
        WHY_NOW,
        /** Why not the runner-up. */
        WHY_NOT_RUNNER_UP,
        /** What it is expected to gain, and at what cost. */
        EXPECTED_GAIN,
        /** How sure that is. */
        HOW_SURE,
        /** Which tier and stage, and by what. */
        WHO,
        /** What the lot decided. */
        LOT;

        /** The name in files and replies. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
