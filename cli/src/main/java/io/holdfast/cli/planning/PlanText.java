package io.holdfast.cli.planning;

import io.holdfast.care.plan.CareDecision;
import io.holdfast.care.plan.CarePlan;
import io.holdfast.care.plan.LimitUse;
import io.holdfast.care.plan.PlanCause;
import io.holdfast.care.plan.PlanStatus;
import io.holdfast.care.plan.PlanSummary;
import io.holdfast.scoring.dataset.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is said of a plan on the terminal. */
public final class PlanText {
    private PlanText() {}

    /** Lines on the whole, its actions, its limits, and why the others get nothing. */
    public static List<String> of(CarePlan plan, Language language) {
        PlanSummary summary = plan.summary();
        boolean chinese = language == Language.CHINESE;
        List<String> lines = new ArrayList<>();
        lines.add(say(
                chinese ? "计划 %s：执行 %,d，对照（不执行）%,d，无行动 %,d" : "Plan of %s: %,d planned, %,d withheld, %,d without care",
                plan.day(),
                summary.planned(),
                summary.withheld(),
                summary.none()));
        lines.add(say(
                chinese
                        ? "预期净收益 %,.2f（95%% 区间 %,.2f 至 %,.2f），预期支出 %,.2f"
                        : "Expected net gain %,.2f (95 %% interval %,.2f to %,.2f), expected spending %,.2f",
                summary.gain().expected(),
                summary.gain().low(),
                summary.gain().high(),
                summary.cost()));
        lines.add(say(
                chinese
                        ? "含对照的总收益 %,.2f；任何计划不超过 %,.2f（差距 %.4f %%）"
                        : "With shadows %,.2f; no plan within the limits exceeds %,.2f (gap %.4f %%)",
                summary.total(),
                summary.bound(),
                100 * summary.gap()));
        for (LimitUse limit : summary.limits()) {
            if (!Double.isInfinite(limit.limit())) {
                lines.add(say(
                        chinese
                                ? "  %s：%,.2f / %,.2f，每增加一单位约值 %,.2f"
                                : "  %s: %,.2f of %,.2f; one more would bring about %,.2f",
                        limit.name(),
                        limit.used(),
                        limit.limit(),
                        limit.price()));
            }
        }
        counts(plan, lines);
        return lines;
    }

    private static void counts(CarePlan plan, List<String> lines) {
        Map<String, Integer> actions = new TreeMap<>();
        Map<PlanCause, Integer> causes = new TreeMap<>();
        for (CareDecision decision : plan.decisions()) {
            if (decision.status() == PlanStatus.PLANNED) {
                actions.merge(decision.play().orElseThrow().action(), 1, Integer::sum);
            }
            decision.cause().ifPresent(cause -> causes.merge(cause, 1, Integer::sum));
        }
        actions.forEach((action, count) -> lines.add(say("  %s: %,d", action, count)));
        causes.forEach((cause, count) -> lines.add(say("  none, %s: %,d", cause.code(), count)));
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
