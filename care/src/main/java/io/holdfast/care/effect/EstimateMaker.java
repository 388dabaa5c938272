package io.holdfast.care.effect;

import io.holdfast.care.inference.Comparison;
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

    private final boolean mismatch;
    private final long plans;

    EstimateMaker(boolean mismatch, long plans) {
        this.mismatch = mismatch;
        this.plans = plans;
    }

    EffectEstimate make(
            EffectMetric metric, int days, boolean primary, int assigned, int shadow, Optional<Comparison> comparison) {
        Verdict verdict = comparison.map(found -> verdict(metric, found)).orElse(Verdict.TOO_FEW);
        OptionalLong more =
                verdict == Verdict.NOT_ENOUGH_YET ? more(metric, comparison.orElseThrow()) : OptionalLong.empty();
        OptionalLong campaigns = more.isPresent() && plans > 0
                ? OptionalLong.of((long) StrictMath.ceil((double) more.getAsLong() * plans / (assigned + shadow)))
                : OptionalLong.empty();
        return new EffectEstimate(metric, days, primary, assigned, shadow, comparison, verdict, more, campaigns);
    }

    private Verdict verdict(EffectMetric metric, Comparison found) {
        if (mismatch) {
            return Verdict.SAMPLE_RATIO_MISMATCH;
        }
        if (!found.sequence().map(Estimate::excludesZero).orElse(false)) {
            return Verdict.NOT_ENOUGH_YET;
        }
        return found.difference().point() > 0 == metric.isMoreBetter() ? Verdict.HELPS : Verdict.HARMS;
    }

    private static OptionalLong more(EffectMetric metric, Comparison found) {
        long seen = (long) found.assigned().units() + found.shadow().units();
        double needed = metric.isRate() ? forRate(metric, found, seen) : forMean(found, seen);
        return needed < UNREACHABLE ? OptionalLong.of(Math.max(0, (long) needed - seen)) : OptionalLong.empty();
    }

    private static double forRate(EffectMetric metric, Comparison found, long seen) {
        double base = found.shadow().mean();
        double treated = base * (1 + (metric.isMoreBetter() ? -WORTH_SEEING : WORTH_SEEING));
        if (!(base > 0 && treated < 1)) {
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
