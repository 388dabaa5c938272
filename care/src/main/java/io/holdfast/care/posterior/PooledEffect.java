package io.holdfast.care.posterior;

import io.holdfast.care.effect.MeasuredCell;
import io.holdfast.care.inference.Estimate;
import io.holdfast.care.plan.ActionEffects;
import io.holdfast.care.plan.Evidence;
import io.holdfast.care.plan.Measured;
import io.holdfast.care.plan.StoppedUse;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.util.Optional;

/**
 * What is believed of an action on customers of a reason and tier. The relative change is the median; that of the log ratio is its mean.
 *
 * @param action its code
 * @param reason by its code; {@link ActionEffects#REST}; empty: every other
 * @param tier by its code; {@link ActionEffects#REST}; empty: every other
 * @param winBack whether more is better: the rate is that of returning; else that of leaving
 * @param days of the window that it was measured in; of several, the longest
 * @param assigned units measured here, carried out
 * @param shadow units measured here, only written down
 * @param change relative change of the rate, with its 95 % interval
 * @param deviation standard deviation of the relative change
 * @param harm probability that it makes the rate worse, 0 to 1
 */
public record PooledEffect(
        String action,
        String reason,
        String tier,
        boolean winBack,
        int days,
        int assigned,
        int shadow,
        Estimate change,
        double deviation,
        double harm) {
    private static final double QUANTILE = 1.959963984540054;

    static PooledEffect of(MeasuredCell any, ActionTree.Place place, Normal belief, double above0) {
        double sd = StrictMath.sqrt(belief.variance());
        double ratio = StrictMath.exp(belief.mean());
        return new PooledEffect(
                any.action(),
                place.reason(),
                place.tier(),
                any.winBack(),
                place.days(),
                place.assigned(),
                place.shadow(),
                new Estimate(
                        ratio - 1,
                        StrictMath.exp(belief.mean() - QUANTILE * sd) - 1,
                        StrictMath.exp(belief.mean() + QUANTILE * sd) - 1),
                ratio * sd,
                Math.max(0, Math.min(1, any.winBack() ? 1 - above0 : above0)));
    }

    /** What is shown. What does harm is not assigned any more. */
    public Evidence evidence() {
        if (by().isHarm()) {
            return Evidence.HARMFUL;
        }
        return harm <= 1 - Measured.SHOWN ? Evidence.PROVEN : Evidence.UNPROVEN;
    }

    /** One sentence with the evidence, where it does harm; a playbook may have it assigned all the same. */
    public Optional<LocalizedText> harmful() {
        return evidence() == Evidence.HARMFUL
                ? Optional.of(StoppedUse.harmful(
                        new ActionEffects.Cell(action, reason, tier), winBack, by(), ReasonCatalogue.standard()))
                : Optional.empty();
    }

    /** What it was measured by. */
    Measured by() {
        return new Measured(assigned, shadow, days, change, harm);
    }
}
