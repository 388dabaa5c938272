package io.holdfast.care.plan;

import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Play;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.util.ArrayList;
import java.util.List;

/**
 * A use of an action that is shown to do harm, so that it is not assigned any more.
 *
 * @param action its code
 * @param reason of the customers, by its code; the word {@link ActionEffects#REST} for those measured together; empty: every other
 * @param tier of the customers alike
 * @param winBack whether it was to win back
 * @param measured the evidence
 * @param text one sentence with the evidence
 */
public record StoppedUse(
        String action, String reason, String tier, boolean winBack, Measured measured, LocalizedText text) {
    /** Of the actions of a playbook, in its order. A service is a right, and goes on. */
    static List<StoppedUse> of(Planning planning, ActionEffects effects, ReasonCatalogue reasons) {
        List<StoppedUse> stopped = new ArrayList<>();
        for (Play play : planning.plays()) {
            effects.of(play.code()).forEach(each -> {
                ActionEffect effect = each.getValue();
                if (effect.evidence() == Evidence.HARMFUL && !play.conduct().service()) {
                    stopped.add(of(play, each.getKey(), effect.measured().orElseThrow(), reasons));
                }
            });
        }
        return stopped;
    }

    /** One sentence with the evidence, where it is not known whether the use is stopped. */
    public static LocalizedText harmful(
            ActionEffects.Cell cell, boolean winBack, Measured measured, ReasonCatalogue reasons) {
        return MeasuredWords.harmful(cell, winBack, measured, reasons);
    }

    private static StoppedUse of(Play play, ActionEffects.Cell cell, Measured measured, ReasonCatalogue reasons) {
        return new StoppedUse(
                play.code(),
                cell.reason(),
                cell.tier(),
                play.winBack(),
                measured,
                MeasuredWords.stopped(cell, play.winBack(), measured, reasons));
    }
}
