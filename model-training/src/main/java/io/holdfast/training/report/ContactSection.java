package io.holdfast.training.report;

import io.holdfast.training.evaluation.ChurnEvaluation;
import io.holdfast.training.evaluation.LiftCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What contacting the customers who score highest finds. */
final class ContactSection {
    private static final Set<Double> TOLD = Set.of(.05, .1, .2, .3, .5);

    private ContactSection() {}

    static Section of(ReportSource source) {
        ChurnEvaluation evaluation = source.evaluation();
        return new Section(
                "contact",
                new Both("Whom to contact: gain, lift, thresholds", "联系哪些客户：增益、提升度与阈值"),
                List.of(new Block.Charts(curves(evaluation)), thresholds(evaluation)));
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

    private static Block thresholds(ChurnEvaluation evaluation) {
        List<List<Both>> rows = new ArrayList<>();
        for (LiftCurve.Point point : evaluation.lift().points()) {
            if (TOLD.contains(point.share()) && point.captured().known().isPresent()) {
                double captured = point.captured().known().getAsDouble();
                double found = captured * evaluation.positives();
                rows.add(List.of(
                        new Both(
                                "top " + Digits.fixed(100 * point.share(), 0) + " %",
                                "前 " + Digits.fixed(100 * point.share(), 0) + " %"),
                        Both.same(Digits.count(point.customers())),
                        Both.same(Digits.count(Math.round(found))),
                        Both.same(Digits.percent(found / point.customers())),
                        Both.same(Digits.percent(captured)),
                        Measures.shown(point.lift())));
            }
        }
        return new Block.Table(
                List.of(
                        new Both("Contact", "联系"),
                        new Both("customers", "客户数"),
                        new Both("leavers among them", "其中流失"),
                        new Both("precision", "精确率"),
                        new Both("of all leavers", "占全部流失"),
                        new Both("lift", "提升度")),
                rows,
                false);
    }
}
