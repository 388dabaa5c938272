package io.holdfast.training.report;

import io.holdfast.page.Block;
import io.holdfast.page.Both;
import io.holdfast.page.Digits;
import io.holdfast.page.Section;
import io.holdfast.training.evaluation.ChurnEvaluation;
import io.holdfast.training.evaluation.Measure;
import io.holdfast.training.evaluation.Metric;
import io.holdfast.training.split.Part;
import java.util.List;

/** The figures to be seen first. */
final class SummarySection {
    private SummarySection() {}

    static Section of(ReportSource source) {
        ChurnEvaluation evaluation = source.evaluation();
        String calibrating = count(source, Part.VALIDATION);
        String judging = Digits.count(evaluation.rows());
        return new Section(
                "summary",
                new Both("At a glance", "概览"),
                List.of(new Block.Tiles(List.of(
                        new Block.Tile(
                                new Both("Customers learned from", "学习所用客户"),
                                Both.same(
                                        source.learnedAgain()
                                                ? Digits.count(source.bundle()
                                                        .reference()
                                                        .rows())
                                                : count(source, Part.TRAINING)),
                                source.learnedAgain()
                                        ? new Both(
                                                "judged by the " + judging
                                                        + " of the last month before it learned from them",
                                                "其中最后一个月的 " + judging + " 位在参与训练之前用于评判")
                                        : source.split().size(Part.VALIDATION) == 0
                                                ? new Both(
                                                        "judged by " + judging + " others", "另有 " + judging + " 位用于评判")
                                                : new Both(
                                                        "calibrated with " + calibrating + " others, judged by "
                                                                + judging,
                                                        "另有 " + calibrating + " 位用于校准，" + judging + " 位用于评判")),
                        new Block.Tile(
                                new Both("Leave in general", "总体流失率"),
                                Both.same(Digits.percent(evaluation.baseRate())),
                                source.learnedAgain()
                                        ? new Both("of the customers of the last month", "最后一个月的客户中")
                                        : new Both("of the held-out customers", "留出客户中")),
                        tile(evaluation, Metric.ROC_AUC, new Both("0.5 is chance, 1 is perfect", "0.5 为随机，1 为完美")),
                        tile(
                                evaluation,
                                Metric.TOP_DECILE_LIFT,
                                new Both("times as many leavers as by lot", "为随机抽取所得流失客户的倍数")),
                        tile(evaluation, Metric.ECE, chance(evaluation))))));
    }

    private static String count(ReportSource source, Part part) {
        return Digits.count(source.split().rows(part).length);
    }

    private static Both chance(ChurnEvaluation evaluation) {
        String chance = Metric.ECE.text(evaluation.reliability().eceIfCalibrated());
        return new Both("a calibrated model: about " + chance + " by chance", "校准良好的模型仅因偶然约为 " + chance);
    }

    private static Block.Tile tile(ChurnEvaluation evaluation, Metric metric, Both note) {
        Measure measure = evaluation.model().measure(metric);
        Both interval = Measures.interval(metric, measure);
        return new Block.Tile(
                Both.of(metric.title()).asTitle(),
                Measures.value(measure, metric::text),
                interval.en().isEmpty()
                        ? note
                        : interval.and(new Both("; ", "；")).and(note));
    }
}
