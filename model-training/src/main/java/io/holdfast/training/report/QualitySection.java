package io.holdfast.training.report;

import io.holdfast.page.Block;
import io.holdfast.page.Both;
import io.holdfast.page.Chart;
import io.holdfast.page.Digits;
import io.holdfast.page.Section;
import io.holdfast.training.evaluation.ChurnEvaluation;
import io.holdfast.training.evaluation.Curves;
import io.holdfast.training.evaluation.Metric;
import java.util.ArrayList;
import java.util.List;

/** How well the model ranks and predicts, beside the baseline and logistic regression. */
final class QualitySection {
    private final ReportSource source;
    private final ChurnEvaluation evaluation;

    private QualitySection(ReportSource source) {
        this.source = source;
        this.evaluation = source.evaluation();
    }

    static Section of(ReportSource source) {
        QualitySection section = new QualitySection(source);
        return new Section("quality", new Both("How good it is", "模型有多好"), section.blocks());
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(List.of(judged(), measures()));
        if (evaluation.sameForAll()) {
            blocks.add(new Block.Text(new Both(
                    "The model gives all these customers the same risk. It ranks as by lot, so every figure is that of the base rate or near it; that its calibration error is small says nothing for it.",
                    "模型给所有这些客户相同的风险，排序与随机无异，因此各项指标等于或接近仅用总体流失率的结果；校准误差小并不说明模型好。")));
        } else {
            source.logistic().map(BesideLogistic::of).map(Block.Text::new).ifPresent(blocks::add);
        }
        blocks.add(new Block.Charts(curves()));
        return blocks;
    }

    private Block judged() {
        String rows = Digits.count(evaluation.rows());
        String left = Digits.count(evaluation.positives());
        ChurnEvaluation.Resampling intervals = evaluation.intervals();
        String samples = Digits.count(intervals.resamples());
        Both judged = source.learnedAgain()
                ? new Both(
                        "Judged on the " + rows + " customers of the last month, of whom " + left
                                + " left, by a model of the same recipe that knew nothing of that month. The published model"
                                + " has learned from them since, so on them it would look better than it is. ",
                        "用最后一个月的 " + rows + " 位客户评判，其中 " + left
                                + " 位流失；评判所用的模型方法相同，但不知道该月的任何情况。发布的模型此后也学习了这些客户，若再用他们评判，结果会偏好。")
                : new Both(
                        "Judged on " + rows + " held-out customers, of whom " + left
                                + " left, which neither trained nor calibrated it. ",
                        "用 " + rows + " 位留出客户评判，其中 " + left + " 位流失；他们既未参与训练也未参与校准。");
        return new Block.Text(judged.and(new Both(
                "In brackets: 95 % intervals (" + intervals.method() + ", " + samples + " samples).",
                "括号内为 95 % 区间（百分位自助法，" + samples + " 次抽样）。")));
    }

    private Block measures() {
        List<Both> head = new ArrayList<>();
        head.add(new Both("Measure", "指标"));
        head.add(new Both("this model", "本模型"));
        source.logistic().ifPresent(found -> {
            head.add(new Both("logistic regression", "逻辑回归"));
            head.add(new Both("model minus that, paired", "本模型减逻辑回归（配对）"));
        });
        head.add(new Both("base rate only", "仅用总体流失率"));
        head.add(Both.nothing());
        List<List<Both>> rows = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            rows.add(row(metric));
        }
        return new Block.Table(head, rows, false);
    }

    private List<Both> row(Metric metric) {
        List<Both> cells = new ArrayList<>();
        cells.add(Both.of(metric.title()).asTitle());
        cells.add(Measures.shown(metric, evaluation.model().measure(metric)));
        source.logistic().ifPresent(found -> {
            cells.add(Measures.shown(metric, found.metrics().measure(metric)));
            cells.add(Measures.difference(metric, found.paired(metric).difference()));
        });
        cells.add(Measures.shown(metric, evaluation.baseline().measure(metric)));
        cells.add(Both.of(metric.best().text()));
        return cells;
    }

    private List<Block.Figure> curves() {
        Curves curves = evaluation.curves();
        List<List<Double>> roc = new ArrayList<>();
        curves.roc().forEach(point -> roc.add(Points.of(point.falsePositiveRate(), point.truePositiveRate())));
        List<List<Double>> precision = new ArrayList<>();
        curves.precisionRecall().forEach(point -> precision.add(Points.of(point.recall(), point.precision())));
        double rate = evaluation.baseRate();
        return List.of(
                new Block.Figure(
                        "roc",
                        new Both("ROC curve", "ROC 曲线"),
                        new Both("The grey line is chance.", "灰线为随机水平。"),
                        new Chart.Curves(
                                new Both("stayers contacted", "被联系的留存客户"),
                                new Both("leavers found", "找到的流失客户"),
                                true,
                                List.of(
                                        new Chart.Line(new Both("this model", "本模型"), "model", roc),
                                        Points.base(Points.of(0, 0), Points.of(1, 1))))),
                new Block.Figure(
                        "precision-recall",
                        new Both("Precision and recall", "精确率与召回率"),
                        new Both("The grey line is the base rate.", "灰线为总体流失率。"),
                        new Chart.Curves(
                                new Both("leavers found (recall)", "找到的流失客户（召回率）"),
                                new Both("of the contacted, leave (precision)", "被联系者中的流失率（精确率）"),
                                true,
                                List.of(
                                        new Chart.Line(new Both("this model", "本模型"), "model", precision),
                                        Points.base(Points.of(0, rate), Points.of(1, rate))))));
    }
}
