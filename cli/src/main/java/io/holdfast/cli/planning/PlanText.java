package io.holdfast.cli.planning;

import io.holdfast.care.plan.CareDecision;
import io.holdfast.care.plan.CarePlan;
import io.holdfast.care.plan.GainEstimate;
import io.holdfast.care.plan.LimitUse;
import io.holdfast.care.plan.PlanCause;
import io.holdfast.care.plan.PlanStatus;
import io.holdfast.care.plan.PlanSummary;
import io.holdfast.care.plan.PriceOfKnowing;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.table.Counted;
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
     * @param currency of all money; empty if unknown
     */
    public static List<String> of(CarePlan plan, int refused, String currency, Language language) {
        Map<String, Integer> actions = new TreeMap<>();
        Map<String, Integer> causes = new TreeMap<>();
        for (CareDecision decision : plan.decisions()) {
            if (decision.status() == PlanStatus.PLANNED) {
                actions.merge(decision.play().orElseThrow().action(), 1, Integer::sum);
            }
            decision.cause().ifPresent(cause -> causes.merge(cause.code(), 1, Integer::sum));
        }
        return of(plan.day(), 1, plan.summary(), actions, causes, refused, currency, language);
    }

    /**
     * The same of a plan that was made elsewhere.
     *
     * @param parts that were planned one by one
     * @param actions customers who get it, by action
     * @param causes customers without care, by code
     * @param refused rows that could not be planned for
     * @param currency of all money; empty if unknown
     */
    static List<String> of(
            LocalDate day,
            int parts,
            PlanSummary summary,
            Map<String, Integer> actions,
            Map<String, Integer> causes,
            int refused,
            String currency,
            Language language) {
        boolean chinese = language == Language.CHINESE;
        String unit = currency.isEmpty() ? "" : " " + currency;
        List<String> lines = new ArrayList<>();
        lines.add(say(
                chinese
                        ? "计划 %s：执行 %,d，对照组（不执行）%,d，无行动 %,d"
                        : "Plan of %s: %,d planned, %,d withheld, %,d without care",
                day,
                summary.planned(),
                summary.withheld(),
                summary.none()));
        GainEstimate gain = summary.gain();
        lines.add(say(
                chinese
                        ? "预期净收益 %,.2f%s（95%% 区间 %,.2f 至 %,.2f%s），执行部分的预期支出 %,.2f%s"
                        : "Expected net gain %,.2f%s (95 %% interval %,.2f to %,.2f%s), expected spending on what is carried out %,.2f%s",
                gain.expected(),
                unit,
                gain.low(),
                gain.high(),
                gain.low() < 0 && gain.high() > 0 ? (chinese ? "，也可能亏损" : ": it may also be a loss") : "",
                summary.cost(),
                unit));
        lines.add(say(bound(parts, chinese), summary.total(), unit, summary.bound(), unit, 100 * summary.gap()));
        for (LimitUse limit : summary.limits()) {
            if (!Double.isInfinite(limit.limit())) {
                lines.add(limit(limit, summary, currency, language));
            }
        }
        PriceOfKnowing price = summary.price();
        lines.add(say(
                chinese
                        ? "求证的代价：未验证行动 %s 名，预期支出 %,.2f%s，其中若全无效果将损失 %,.2f%s；对照组放弃的预期收益 %,.2f%s"
                        : "Price of knowing: %s with an unproven action, expected spending %,.2f%s, of which %,.2f%s is lost if none of it works; shadows forgo %,.2f%s",
                chinese ? say("%,d", price.explored()) : Counted.of(price.explored(), "customer"),
                price.spending(),
                unit,
                price.atRisk(),
                unit,
                price.forgone(),
                unit));
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

    /** What a limit in money is used by, without shadows. */
    private static double carriedOut(LimitUse limit, PlanSummary summary) {
        return limit.isBudget() ? summary.cost() : summary.price().atRisk();
    }

    /** Shadows use limits as everybody does; of money the line says how much of it they do, since it is not spent, or not at risk. */
    private static String limit(LimitUse limit, PlanSummary summary, String currency, Language language) {
        boolean chinese = language == Language.CHINESE;
        String unit = currency.isEmpty() ? "" : " " + currency;
        String one = limit.isMoney() ? currency : limit.unit().in(language);
        String shadows = limit.isMoney() && summary.withheld() > 0
                ? say(ofShadows(limit.isBudget(), chinese), Math.max(0, limit.used() - carriedOut(limit, summary)))
                : "";
        String text = say(
                limit.isMoney()
                        ? (chinese ? "  %s：%,.2f / %,.2f%s" : "  %s: %,.2f of %,.2f%s")
                        : chinese ? "  %s：%,.0f / %,.0f%s" : "  %s: %,.0f of %,.0f%s",
                limit.text().in(language),
                limit.used(),
                limit.limit(),
                limit.isMoney() ? unit : "");
        return text
                + shadows
                + ofOthers(limit, chinese)
                + say(
                        chinese ? "，每增加一%s约值 %,.2f%s" : "; one more%s would bring about %,.2f%s",
                        one.isEmpty()
                                ? (chinese ? "单位货币" : " unit of money")
                                : (chinese && !limit.isMoney() ? one : " " + one),
                        limit.price(),
                        unit);
    }

    private static String ofOthers(LimitUse limit, boolean chinese) {
        String taken = limit.taken() == 0
                ? ""
                : say(
                        chinese ? "（此前计划未完成的工作另占 %,d）" : " (open work of earlier plans takes up %,d more)",
                        limit.taken());
        String late = limit.late() == 0
                ? ""
                : say(
                        chinese
                                ? "，其中 %,d 次按每日能力无法在失效前完成"
                                : ", %,d of which cannot be made before they expire, as capacity comes day by day",
                        limit.late());
        return late + taken;
    }

    private static String ofShadows(boolean budget, boolean chinese) {
        if (budget) {
            return chinese ? "（其中对照组占用而不支出 %,.2f）" : " (%,.2f of it taken up by shadows, and not spent)";
        }
        return chinese ? "（其中对照组占用、并无风险 %,.2f）" : " (%,.2f of it taken up by shadows, and not at risk)";
    }

    /** Parts that were planned one by one share the limits among them, so that only a plan that does so, too, is bounded. */
    private static String bound(int parts, boolean chinese) {
        if (parts == 1) {
            return chinese
                    ? "含对照组的总收益 %,.2f%s；任何计划不超过 %,.2f%s（差距 %.4f%%）"
                    : "With shadows %,.2f%s; no plan within the limits exceeds %,.2f%s (gap %.4f %%)";
        }
        return chinese
                ? "含对照组的总收益 %,.2f%s；按此分组的任何计划不超过 %,.2f%s（差距 %.4f%%）"
                : "With shadows %,.2f%s; no plan dealt into the same parts exceeds %,.2f%s (gap %.4f %%)";
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
