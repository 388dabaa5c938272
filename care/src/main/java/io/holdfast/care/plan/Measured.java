package io.holdfast.care.plan;

import io.holdfast.care.inference.Estimate;

/**
 * What an effect was measured by.
 *
 * @param assigned decisions measured, carried out; a customer may have several
 * @param shadow decisions measured, only written down
 * @param days of the window
 * @param change relative change as the measurement alone says, with its 95 % interval
 * @param harm probability, by the measurement alone, that it makes the rate worse, 0 to 1
 */
public record Measured(int assigned, int shadow, int days, Estimate change, double harm) {
    /** From this probability on, harm or help is taken for shown: the end of a two-sided 95 % interval. */
    public static final double SHOWN = 0.975;

    /** Whether harm is shown. */
    public boolean isHarm() {
        return harm >= SHOWN;
    }

    /** On both sides. */
    public int decisions() {
        return assigned + shadow;
    }
}
