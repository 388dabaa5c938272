package io.holdfast.serving.page;

import io.holdfast.care.effect.EffectEstimate;
import io.holdfast.care.effect.EffectMetric;
import io.holdfast.care.effect.EffectWords;
import io.holdfast.care.effect.Verdict;
import io.holdfast.care.inference.ArmMean;
import io.holdfast.care.inference.Comparison;
import io.holdfast.care.inference.ConfidenceSequence;
import io.holdfast.care.inference.Estimate;
import io.holdfast.page.Both;
import io.holdfast.page.Digits;
import java.util.Optional;
import java.util.OptionalLong;

/** Parts of an effect, each short enough for a cell. */
final class EffectCells {
    private static final int HUNDRED = 100;

    private EffectCells() {}

    static double scale(EffectMetric metric) {
        return metric.isRate() ? HUNDRED : 1;
    }

    static Both unit(EffectMetric metric) {
        return switch (metric) {
            case LEAVE_RATE -> new Both("points of leaving, assigned less shadow", "流失百分点（执行组减对照组）");
            case RETURN_RATE -> new Both("points of coming back, assigned less shadow", "回流百分点（执行组减对照组）");
            case SATISFACTION -> new Both("satisfaction, assigned less shadow", "满意度（执行组减对照组）");
            case RETAINED_MONTHS -> new Both("months, assigned less shadow", "月数（执行组减对照组）");
            case MARGIN -> new Both("money a customer, assigned less shadow", "每名客户金额（执行组减对照组）");
        };
    }

    static Both difference(EffectEstimate estimate) {
        return estimate.comparison()
                .map(found -> number(found.difference().point(), estimate.metric()))
                .orElse(new Both("too few", "人数过少"));
    }

    private static Both number(double value, EffectMetric metric) {
        String text = Digits.signed(value * scale(metric), 2);
        return metric.isRate() ? new Both(text + " points", text + " 个百分点") : Both.same(text);
    }

    /** The one for one look; empty without one. */
    static Both interval(EffectEstimate estimate) {
        return estimate.comparison()
                .map(Comparison::difference)
                .map(range -> range(range, estimate.metric()))
                .orElse(Both.nothing());
    }

    /** The one over any number of looks; without one, how many households of those that it takes there are. */
    static Both sequence(EffectEstimate estimate) {
        Optional<Comparison> found = estimate.comparison();
        return found.flatMap(Comparison::sequence)
                .map(range -> range(range, estimate.metric()))
                .or(() -> found.filter(Comparison::isBeforeFirstLook).map(EffectCells::missing))
                .orElse(Both.same("–"));
    }

    private static Both missing(Comparison found) {
        String fewer = Digits.count(
                Math.min(found.assigned().clusters(), found.shadow().clusters()));
        return new Both(
                "not yet (" + fewer + " of " + ConfidenceSequence.EARLIEST + " households)",
                "尚无（" + ConfidenceSequence.EARLIEST + " 户中 " + fewer + " 户）");
    }

    private static Both range(Estimate range, EffectMetric metric) {
        double scale = scale(metric);
        if (!Double.isFinite(range.high() - range.low())) {
            return new Both("no interval: all values are equal", "数值全部相同，无区间");
        }
        String low = Digits.signed(range.low() * scale, 2);
        String high = Digits.signed(range.high() * scale, 2);
        return new Both(low + " to " + high, low + " 至 " + high);
    }

    static Both arm(EffectEstimate estimate, Optional<ArmMean> arm, int closed) {
        EffectMetric metric = estimate.metric();
        return arm.map(mean -> Both.same(text(mean.mean(), metric)
                        + " / "
                        + Digits.count(mean.units())
                        + (metric == EffectMetric.SATISFACTION ? " : " + Digits.count(closed) : "")))
                .orElse(Both.same("– / " + Digits.count(closed)));
    }

    private static String text(double mean, EffectMetric metric) {
        return metric.isRate() ? Digits.percent(mean) : Digits.money(mean);
    }

    /** What may be said, in as few words as fit beside a figure. */
    static Both verdict(EffectEstimate estimate) {
        if (estimate.verdict() != Verdict.NOT_ENOUGH_YET) {
            return Both.of(EffectWords.verdict(estimate));
        }
        Both text = new Both("not enough evidence yet", "证据尚不足");
        OptionalLong more = estimate.moreCustomers();
        return more.isPresent() && more.getAsLong() > 0
                ? text.and(new Both(
                        ": about " + Digits.count(more.getAsLong()) + " more customers",
                        "：约需再有 " + Digits.count(more.getAsLong()) + " 名客户"))
                : text;
    }

    static String style(EffectEstimate estimate) {
        if (estimate.verdict() == Verdict.HELPS) {
            return "good";
        }
        return estimate.verdict() == Verdict.HARMS ? "bad" : "open";
    }
}
