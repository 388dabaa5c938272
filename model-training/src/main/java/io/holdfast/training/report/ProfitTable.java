package io.holdfast.training.report;

import io.holdfast.page.Block;
import io.holdfast.page.Both;
import io.holdfast.page.Chart;
import io.holdfast.page.Digits;
import io.holdfast.scoring.table.Rounded;
import io.holdfast.training.evaluation.ChurnEvaluation;
import io.holdfast.training.evaluation.Measure;
import io.holdfast.training.evaluation.Metric;
import io.holdfast.training.evaluation.ProfitEvaluation;
import io.holdfast.training.profit.CostBasis;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What contacting the top of the list brings. Where an amount was assumed, everything that shows profit says so. */
final class ProfitTable {
    private static final Both NONE = Both.same("–");

    private final ChurnEvaluation evaluation;
    private final ProfitEvaluation profit;

    ProfitTable(ChurnEvaluation evaluation) {
        this.evaluation = evaluation;
        this.profit = evaluation.profit();
    }

    Block.Figure byShare() {
        List<List<Double>> points = new ArrayList<>();
        profit.curve().forEach(point -> points.add(Points.of(point.share(), point.profit())));
        return figure(
                "profit",
                new Both("Expected profit by share contacted", "按联系比例的期望收益"),
                new Both(
                        "Compared with contacting nobody, on the held-out customers; the band holds 95 % of the samples, point by point.",
                        "与不联系任何客户相比，按留出客户计算；色带为逐点的 95 % 区间。"),
                new Both("customers contacted, riskiest first", "被联系的客户（风险高者优先）"),
                points,
                band(profit.band(), ProfitEvaluation.Step::share));
    }

    Block.Figure byThreshold() {
        List<List<Double>> points = new ArrayList<>();
        profit.byThreshold()
                .forEach(step -> points.add(
                        Points.of(step.threshold(), step.profit().known().orElse(0))));
        return figure(
                "profit-threshold",
                new Both("Expected profit by threshold", "按风险阈值的期望收益"),
                new Both(
                        "Whoever has at least that risk is contacted; 0 contacts everybody. The band as beside.",
                        "风险不低于阈值的客户被联系；0 表示联系所有客户。色带含义同前。"),
                new Both("contacted from a risk of", "从该风险起联系"),
                points,
                band(profit.byThreshold(), ProfitEvaluation.Step::threshold));
    }

    private Block.Figure figure(
            String id, Both title, Both note, Both across, List<List<Double>> points, List<List<Double>> band) {
        double end = points.get(points.size() - 1).get(0);
        return new Block.Figure(
                id,
                title.and(assumed()),
                note,
                new Chart.Curves(
                        across,
                        money(),
                        false,
                        profit.costs().assumed() ? new Both("assumed amounts", "金额为假定值") : Both.nothing(),
                        band,
                        List.of(
                                new Chart.Line(new Both("this model", "本模型"), "model", points),
                                Points.base(Points.of(0, 0), Points.of(end, 0)))));
    }

    private static List<List<Double>> band(
            List<ProfitEvaluation.Step> steps, ToDoubleFunction<ProfitEvaluation.Step> across) {
        List<List<Double>> band = new ArrayList<>();
        for (ProfitEvaluation.Step step : steps) {
            if (step.profit() instanceof Measure.Estimated estimated) {
                band.add(Points.of(
                        across.applyAsDouble(step),
                        estimated.interval().low(),
                        estimated.interval().high()));
            }
        }
        return band;
    }

    private Both assumed() {
        return profit.costs().assumed() ? new Both(" (assumed amounts)", "（金额为假定值）") : Both.nothing();
    }

    /** The name of the axis: in the picture itself it is said that amounts are assumed. */
    private Both money() {
        String currency = profit.costs().currency();
        Both in = currency.isEmpty() ? Both.nothing() : new Both(", " + currency, "，" + currency);
        return new Both("profit", "收益").and(in).and(assumed());
    }

    Block table() {
        List<List<Both>> rows = new ArrayList<>();
        for (ProfitEvaluation.TopShare top : profit.top()) {
            rows.add(List.of(
                    new Both("top " + Rounded.percent(top.share(), 0), "前 " + Rounded.percent(top.share(), 0)),
                    Both.same(Digits.count(top.customers())),
                    Both.same(Digits.percent(top.threshold())),
                    Both.same(Digits.count(Math.round(top.leavers()))),
                    Measures.value(top.precision(), Digits::percent),
                    Measures.value(top.recall(), Digits::percent),
                    Measures.shown(Metric.TOP_DECILE_LIFT, top.lift()),
                    Measures.shown(top.profit(), Digits::money)));
        }
        ProfitEvaluation.Best best = profit.best();
        if (best.customers() > 0) {
            rows.add(List.of(
                    new Both("most profit", "收益最高"),
                    Both.same(Digits.count(best.customers())),
                    Both.same(Digits.percent(best.threshold())),
                    Both.same(Digits.count(best.leavers())),
                    Both.same(Digits.percent((double) best.leavers() / best.customers())),
                    Both.same(Digits.percent((double) best.leavers() / Math.max(1, evaluation.positives()))),
                    NONE,
                    Measures.shown(best.profit(), Digits::money)));
        }
        rows.add(simple(new Both("everybody", "所有客户"), profit.everybody()));
        rows.add(simple(new Both("a perfect model", "完美模型"), profit.perfect()));
        return new Block.Table(
                List.of(
                        new Both("Contact", "联系"),
                        new Both("customers", "客户数"),
                        new Both("risk from", "风险下限"),
                        new Both("leavers", "其中流失"),
                        new Both("precision", "精确率"),
                        new Both("of all leavers", "占全部流失"),
                        new Both("lift", "提升度"),
                        money()),
                rows,
                false);
    }

    private static List<Both> simple(Both name, Measure brings) {
        return List.of(name, NONE, NONE, NONE, NONE, NONE, NONE, Measures.shown(brings, Digits::money));
    }

    Both best() {
        ProfitEvaluation.Best best = profit.best();
        if (best.customers() == 0) {
            return new Both("No cut of the list pays: contact nobody.", "名单的任何截断都不划算：不联系任何客户。");
        }
        String threshold = Digits.percent(best.threshold());
        return new Both(
                "Most profit comes from contacting customers at a risk of " + threshold
                        + " or more. That cut was chosen on these customers, so expect a little less of others.",
                "联系风险不低于 " + threshold + " 的客户收益最高。该截断点是在这些客户上选出的，其他客户的收益会略低。");
    }

    Both amounts() {
        Both given = amounts(false);
        Both guessed = amounts(true);
        Both text = Both.nothing();
        if (!given.en().isEmpty()) {
            text = new Both("Counted with: ", "计算所用：").and(given).and(new Both(". ", "。"));
        }
        if (!guessed.en().isEmpty()) {
            text = text.and(new Both("Assumed: ", "假定："))
                    .and(guessed)
                    .and(new Both(
                            "; give your own under costs in the description (dataset.yaml, or history.yaml). ",
                            "；可在描述文件（dataset.yaml 或 history.yaml）的 costs 中给出自己的金额。"));
        }
        return profit.empc().known().isEmpty()
                ? text
                : text.and(new Both(
                                "EMPC a customer, with the standard assumptions of the literature: ",
                                "每位客户的 EMPC（文献中的标准假设）："))
                        .and(Measures.shown(profit.empc(), Digits::money))
                        .and(new Both(".", "。"));
    }

    private Both amounts(boolean assumed) {
        List<CostBasis.Amount> amounts = profit.costs().amounts().stream()
                .filter(amount -> amount.assumed() == assumed)
                .toList();
        Both text = Both.nothing();
        for (CostBasis.Amount amount : amounts) {
            text = text.en().isEmpty() ? text : text.and(new Both(", ", "，"));
            text = text.and(item(amount.item())).and(Both.same(" " + Digits.brief(amount.mean())));
        }
        return text;
    }

    /** What the keys of the description are called; cells of a cost matrix keep their keys. */
    private static Both item(String key) {
        return switch (key) {
            case "value" -> new Both("value of a customer", "客户价值");
            case "contactCost" -> new Both("cost of a contact", "联系成本");
            case "offerCost" -> new Both("cost of an offer", "优惠成本");
            case "saveRate" -> new Both("share of contacted leavers who stay", "被联系的流失客户中留下的比例");
            default -> Both.same(key);
        };
    }
}
