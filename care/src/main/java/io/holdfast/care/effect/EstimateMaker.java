package io.holdfast.care.effect;

import io.holdfast.care.inference.Comparison;
import io.holdfast.care.inference.ConfidenceSequence;
import io.holdfast.care.inference.Estimate;
import io.holdfast.care.power.SampleSize;
import java.util.Optional;
import java.util.OptionalLong;

/** Says of a comparison what may be said, and what is missing where nothing may. */
final class EstimateMaker {
    /** The relative change that is worth seeing: a fifth fewer. */
    private static final double WORTH_SEEING = -0.2;
    /** From here on nobody will get them. */
    private static final double UNREACHABLE = 1e7;

    /** Every metric and window but the primary one. */
    private static final int SECONDARY = EffectMetric.values().length * EffectStudy.WINDOWS.size() - 1;
    /** Below it, those who answered on the two sides are no longer alike. */
    private static final double UNEVEN = 0.05;

    private static final int STEPS = 50;

    private final boolean mismatch;

    EstimateMaker(boolean mismatch) {
        this.mismatch = mismatch;
    }

    EffectEstimate make(EffectMetric metric, int days, boolean primary, ClosedUnits closed) {
        double alpha = primary ? ConfidenceSequence.ALPHA : ConfidenceSequence.ALPHA / SECONDARY;
        Optional<Comparison> comparison = metric.compare(closed.values(), alpha);
        Verdict verdict =
                comparison.map(found -> verdict(metric, found, closed)).orElse(Verdict.TOO_FEW);
        OptionalLong more = verdict == Verdict.NOT_ENOUGH_YET
                ? more(metric, comparison.orElseThrow(), alpha)
                : OptionalLong.empty();
        OptionalLong campaigns = more.isPresent()
                ? OptionalLong.of((long) StrictMath.ceil((double) more.getAsLong()
                        * closed.plans()
                        / closed.values().size()))
                : OptionalLong.empty();
        return new EffectEstimate(
                metric,
                days,
                primary,
                closed.assigned(),
                closed.shadow(),
                closed.assignedReported(),
                closed.shadowReported(),
                comparison,
                verdict,
                more,
                campaigns);
    }

    private boolean isUneven(EffectMetric metric, ClosedUnits closed) {
        return metric == EffectMetric.SATISFACTION
                && Comparison.ofRates(closed.answers())
                        .map(answers -> answers.pValue() < UNEVEN)
                        .orElse(false);
    }

    private Verdict verdict(EffectMetric metric, Comparison found, ClosedUnits closed) {
        if (mismatch) {
            return Verdict.SAMPLE_RATIO_MISMATCH;
        }
        if (closed.assignedReported() == 0 || closed.shadowReported() == 0) {
            return Verdict.UNREPORTED;
        }
        if (isUneven(metric, closed)) {
            return Verdict.UNEVEN_ANSWERS;
        }
        if (!found.sequence().map(Estimate::excludesZero).orElse(false)) {
            return Verdict.NOT_ENOUGH_YET;
        }
        return found.difference().point() > 0 == metric.isMoreBetter() ? Verdict.HELPS : Verdict.HARMS;
    }

    private static OptionalLong more(EffectMetric metric, Comparison found, double alpha) {
        long seen = (long) found.assigned().units() + found.shadow().units();
        double once = metric.isRate() ? forRate(metric, found, seen) : forMean(found, seen);
        double needed = Math.max(forAnyNumberOfLooks(once, found, seen, alpha), found.unitsAtFirstLook());
        return needed < UNREACHABLE ? OptionalLong.of(Math.max(0, (long) needed - seen)) : OptionalLong.empty();
    }

    /**
     * A sequence is wider than the interval of one look, the more so the more there are. It takes as many as let the difference be as many standard errors as that
     * width and the quantile of the power; the width changes so little that the search comes to rest at once.
     */
    private static double forAnyNumberOfLooks(double once, Comparison found, long seen, double alpha) {
        if (!(once < UNREACHABLE)) {
            return Double.POSITIVE_INFINITY;
        }
        double clusters = (double) (found.assigned().clusters() + found.shadow().clusters()) / seen;
        double needed = once;
        for (int step = 0; step < STEPS; step++) {
            double ratio =
                    (ConfidenceSequence.width(needed * clusters, alpha) + SampleSize.POWER) / SampleSize.QUANTILES;
            needed = once * ratio * ratio;
        }
        return StrictMath.ceil(needed);
    }

    private static double forRate(EffectMetric metric, Comparison found, long seen) {
        double base = found.shadow().mean();
        double treated = base * (1 + (metric.isMoreBetter() ? -WORTH_SEEING : WORTH_SEEING));
        if (!(base > 0 && base < 1 && treated < 1)) {
            return Double.POSITIVE_INFINITY;
        }
        double held = (double) found.shadow().units() / seen;
        return new SampleSize(base, treated, held).customers() * clustering(found);
    }

    /** How much larger the variance is than that of as many unrelated customers of equal weight. */
    private static double clustering(Comparison found) {
        double one = found.assigned().mean()
                * (1 - found.assigned().mean())
                / found.assigned().units();
        double other = found.shadow().mean()
                * (1 - found.shadow().mean())
                / found.shadow().units();
        return one + other > 0
                ? Math.max(1, (found.assigned().variance() + found.shadow().variance()) / (one + other))
                : 1;
    }

    private static double forMean(Comparison found, long seen) {
        double difference = found.difference().point();
        return difference == 0 ? Double.POSITIVE_INFINITY : SampleSize.toTell(difference, found.variance(), seen);
    }
}
