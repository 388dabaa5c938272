package io.holdfast.cli.planning;

import io.holdfast.care.plan.CareDecision;
import io.holdfast.care.plan.CarePlan;
import io.holdfast.care.plan.LimitUse;
import io.holdfast.care.plan.PlanCause;
import io.holdfast.care.plan.PlanStatus;
import io.holdfast.care.plan.PlanSummary;
import io.holdfast.care.plan.PriceOfKnowing;
import io.holdfast.scoring.dataset.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is said of a plan on the terminal. */
public final class PlanText {
    private PlanText() {}

    /**
     * Lines on the whole, its limits, its actions, and why the others get nothing.
     *
     * @param refused rows that could not be planned for
     */
    public static List<String> of(CarePlan plan, int refused, Language language) {
        Map<String, Integer> actions = new TreeMap<>();
        Map<String, Integer> causes = new TreeMap<>();
        for (CareDecision decision : plan.decisions()) {
            if (decision.status() == PlanStatus.PLANNED) {
                actions.merge(decision.play().orElseThrow().action(), 1, Integer::sum);
            }
            decision.cause().ifPresent(cause -> causes.merge(cause.code(), 1, Integer::sum));
        }
        return of(plan.day(), 1, plan.summary(), actions, causes, refused, language);
    }

    /**
     * The same of a plan that was made elsewhere.
     *
     * @param parts that were planned one by one
     * @param actions customers who get it, by action
     * @param causes customers without care, by code
     * @param refused rows that could not be planned for
     */
    static List<String> of(
            LocalDate day,
            int parts,
            PlanSummary summary,
            Map<String, Integer> actions,
            Map<String, Integer> causes,
            int refused,
            Language language) {
        boolean chinese = language == Language.CHINESE;
        List<String> lines = new ArrayList<>();
        lines.add(say(
                chinese ? "计划 %s：执行 %,d，对照（不执行）%,d，无行动 %,d" : "Plan of %s: %,d planned, %,d withheld, %,d without care",
                day,
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
        lines.add(say(bound(parts, chinese), summary.total(), summary.bound(), 100 * summary.gap()));
        for (LimitUse limit : summary.limits()) {
            if (!Double.isInfinite(limit.limit())) {
                lines.add(say(
                        chinese
                                ? "  %s：%,.2f / %,.2f，每增加一单位约值 %,.2f"
                                : "  %s: %,.2f of %,.2f; one more would bring about %,.2f",
                        limit.text().in(language),
                        limit.used(),
                        limit.limit(),
                        limit.price()));
            }
        }
        PriceOfKnowing price = summary.price();
        lines.add(say(
                chinese
                        ? "求证的代价：未验证行动 %,d 名，预期支出 %,.2f，其中若全无效果将损失 %,.2f；对照放弃的预期收益 %,.2f"
                        : "Price of knowing: %,d customers with an unproven action, expected spending %,.2f, of which %,.2f is lost if none of it works; shadows forgo %,.2f",
                price.explored(),
                price.spending(),
                price.atRisk(),
                price.forgone()));
        if (!summary.lotKept()) {
            lines.add("  " + PlanSummary.notBelieved().in(language));
        }
        summary.stopped().forEach(use -> lines.add("  " + use.text().in(language)));
        actions.forEach((action, count) -> lines.add(say("  %s: %,d", action, count)));
        causes.forEach((cause, count) ->
                lines.add(chinese ? say("  无行动，%s：%,d", chinese(cause), count) : say("  none, %s: %,d", cause, count)));
        if (refused > 0) {
            lines.add(say(chinese ? "  数据有误未纳入：%,d 行" : "  refused, not planned for: %,d", refused));
        }
        return lines;
    }

    /** Parts that were planned one by one share the limits among them, so that only a plan that does so, too, is bounded. */
    private static String bound(int parts, boolean chinese) {
        if (parts == 1) {
            return chinese
                    ? "含对照的总收益 %,.2f；任何计划不超过 %,.2f（差距 %.4f %%）"
                    : "With shadows %,.2f; no plan within the limits exceeds %,.2f (gap %.4f %%)";
        }
        return chinese
                ? "含对照的总收益 %,.2f；按此分组的任何计划不超过 %,.2f（差距 %.4f %%）"
                : "With shadows %,.2f; no plan dealt into the same parts exceeds %,.2f (gap %.4f %%)";
    }

    /** The sentence without its full stop, and the code. */
    private static String chinese(String cause) {
        return PlanCause.of(cause)
                        .map(known -> known.text().in(Language.CHINESE).replace("。", ""))
                        .orElse("")
                + "（" + cause + "）";
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
