package io.holdfast.training.report;

import io.holdfast.page.Block;
import io.holdfast.page.Both;
import io.holdfast.page.Chart;
import io.holdfast.page.Section;
import io.holdfast.training.evaluation.ChurnEvaluation;
import java.util.ArrayList;
import java.util.List;

/** What contacting the customers who score highest finds. */
final class ContactSection {
    private ContactSection() {}

    static Section of(ReportSource source) {
        ChurnEvaluation evaluation = source.evaluation();
        ProfitTable profit = new ProfitTable(evaluation);
        List<Block.Figure> figures = new ArrayList<>(curves(evaluation));
        figures.add(profit.byShare());
        figures.add(profit.byThreshold());
        return new Section(
                "contact",
                new Both("Whom to contact, and what it brings", "联系哪些客户，带来多少收益"),
                List.of(
                        new Block.Charts(figures),
                        profit.table(),
                        new Block.Text(profit.best()),
                        new Block.Text(profit.amounts())));
    }

    private static List<Block.Figure> curves(ChurnEvaluation evaluation) {
        List<List<Double>> gain = new ArrayList<>();
        List<List<Double>> lift = new ArrayList<>();
        gain.add(Points.of(0, 0));
        evaluation.curves().gain().forEach(point -> {
            gain.add(Points.of(point.share(), point.captured()));
            lift.add(Points.of(point.share(), point.lift()));
        });
        Both share = new Both("customers contacted, riskiest first", "被联系的客户（风险高者优先）");
        return List.of(
                new Block.Figure(
                        "gain",
                        new Both("Gain", "增益"),
                        new Both("The grey line is a list in random order.", "灰线为随机排序的名单。"),
                        new Chart.Curves(
                                share,
                                new Both("leavers found", "找到的流失客户"),
                                true,
                                List.of(
                                        new Chart.Line(new Both("this model", "本模型"), "model", gain),
                                        Points.base(Points.of(0, 0), Points.of(1, 1))))),
                new Block.Figure(
                        "lift",
                        new Both("Lift", "提升度"),
                        new Both("How many times as many leavers as in a random list.", "与随机名单相比，流失客户多出的倍数。"),
                        new Chart.Curves(
                                share,
                                new Both("lift", "提升度"),
                                false,
                                List.of(
                                        new Chart.Line(new Both("this model", "本模型"), "model", lift),
                                        Points.base(Points.of(0, 1), Points.of(1, 1))))));
    }
}
