package io.holdfast.training.report;

import io.holdfast.page.Block;
import io.holdfast.page.Both;
import io.holdfast.page.Chart;
import io.holdfast.page.Digits;
import io.holdfast.page.Section;
import io.holdfast.training.evaluation.ReliabilityCurve;
import java.util.ArrayList;
import java.util.List;

/** What the model said beside what happened. */
final class CalibrationSection {
    private CalibrationSection() {}

    static Section of(ReportSource source) {
        List<List<Double>> points = new ArrayList<>();
        List<List<Both>> rows = new ArrayList<>();
        for (ReliabilityCurve.Bin bin : source.evaluation().reliability().bins()) {
            points.add(Points.of(
                    bin.meanProbability(),
                    bin.observedRate(),
                    bin.interval().low(),
                    bin.interval().high(),
                    (double) bin.rows()));
            rows.add(List.of(
                    Both.same(Digits.count(bin.rows())),
                    Both.same(Digits.percent(bin.meanProbability())),
                    Both.same(Digits.percent(bin.observedRate())),
                    Both.same(Digits.percent(bin.interval().low()) + " – "
                            + Digits.percent(bin.interval().high()))));
        }
        Block.Figure figure = new Block.Figure(
                "reliability",
                new Both("Reliability", "可靠性图"),
                new Both(
                        "Tenths of the held-out customers by risk, with 95 % intervals. On the grey line, what was said is what happened.",
                        "按风险把留出客户分成十份，附 95 % 区间。落在灰线上表示预测与实际一致。"),
                new Chart.Calibration(points));
        return new Section(
                "calibration",
                new Both("Can the probabilities be believed", "概率是否可信"),
                List.of(
                        new Block.Charts(List.of(figure)),
                        new Block.Table(
                                List.of(
                                        new Both("customers", "客户数"),
                                        new Both("said", "预测"),
                                        new Both("happened", "实际"),
                                        new Both("95 % interval", "95 % 区间")),
                                rows,
                                false)));
    }
}
