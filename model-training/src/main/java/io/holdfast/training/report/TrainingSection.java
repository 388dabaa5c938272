package io.holdfast.training.report;

import io.holdfast.page.Block;
import io.holdfast.page.Both;
import io.holdfast.page.Digits;
import io.holdfast.page.Section;
import io.holdfast.scoring.bundle.BundleManifest;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.dataset.Estimand;
import io.holdfast.scoring.table.NumberText;
import io.holdfast.training.data.RowWeights;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.split.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What was trained on what. */
final class TrainingSection {
    private static final Both NOT_STATED = new Both("the table does not say", "表中未说明");

    private final ReportSource source;
    private final TrainingTable table;
    private final DatasetDescription description;

    private TrainingSection(ReportSource source) {
        this.source = source;
        this.table = source.table();
        this.description = source.bundle().description();
    }

    static Section of(ReportSource source) {
        TrainingSection section = new TrainingSection(source);
        return new Section(
                "training",
                new Both("What was trained on what", "用什么数据训练了什么"),
                List.of(section.facts(), section.parts()));
    }

    private Block facts() {
        BundleManifest manifest = source.bundle().manifest();
        List<List<Both>> rows = new ArrayList<>();
        row(rows, new Both("Model", "模型"), Both.same(manifest.modelId()));
        row(rows, new Both("Table", "数据表"), Both.same(description.tablePath()));
        row(
                rows,
                new Both("Rows", "行数"),
                Both.same(Digits.count(table.rows()))
                        .and(new Both(
                                ", of whom left " + Digits.count(table.positiveRows()) + " ("
                                        + Digits.percent((double) table.positiveRows() / table.rows()) + ")",
                                "，其中流失 " + Digits.count(table.positiveRows()) + "（"
                                        + Digits.percent((double) table.positiveRows() / table.rows()) + "）")));
        weights(rows);
        row(
                rows,
                new Both("Input columns", "输入列"),
                Both.same(Integer.toString(table.features().size())));
        row(
                rows,
                new Both("Period", "时期"),
                period(IntStream.range(0, table.rows()).toArray()));
        String label = description.label().name() + " = " + table.positiveLabel();
        row(rows, new Both("Left means", "流失的定义"), Both.same(label));
        row(rows, new Both("Horizon", "预测期"), days(description.horizonDays()));
        row(rows, new Both("Lead before it begins", "提前期"), days(description.leadDays()));
        row(rows, new Both("A score is valid for", "分数有效期"), days(OptionalInt.of(description.validDays())));
        row(rows, new Both("Estimand", "估计目标"), estimand());
        row(rows, new Both("Seed", "随机种子"), Both.same(Long.toString(manifest.seed())));
        return new Block.Table(List.of(Both.nothing(), Both.nothing()), rows, true);
    }

    private void weights(List<List<Both>> rows) {
        RowWeights weights = table.weights();
        if (weights.even()) {
            return;
        }
        int[] all = IntStream.range(0, table.rows()).toArray();
        double sum = weights.sum(all);
        double left = weights.sum(IntStream.of(all).filter(table::positive).toArray());
        String column = description.with(ColumnRole.WEIGHT).orElseThrow().name();
        String effective = Digits.count(Math.round(weights.effective(all)));
        row(
                rows,
                new Both("Weights of rows", "行权重"),
                new Both(
                        "column " + column + ", sum " + NumberText.write(sum) + "; the rows tell as much as "
                                + effective
                                + " of equal weight; " + Digits.percent(left / sum)
                                + " of the weight left. Figures are by weight, counts are of rows",
                        "列 " + column + "，总和 " + NumberText.write(sum) + "；这些行的信息量相当于 " + effective + " 行等权数据；按权重流失 "
                                + Digits.percent(left / sum) + "。各项指标按权重计算，计数为行数"));
    }

    private static void row(List<List<Both>> rows, Both name, Both value) {
        rows.add(List.of(name, value));
    }

    private static Both days(OptionalInt days) {
        return days.isPresent() ? new Both(days.getAsInt() + " days", days.getAsInt() + " 天") : NOT_STATED;
    }

    private Both estimand() {
        return description.estimand() == Estimand.USUAL_CARE
                ? new Both(
                        "usual care: the risk under the care customers got while the table was collected",
                        "常规关怀：收集数据期间客户得到通常关怀时的流失风险")
                : table.weights().even()
                        ? new Both("no care: the risk if nothing is done", "无关怀：不采取任何措施时的流失风险")
                        : new Both(
                                "no care: the risk if nothing is done; rows of customers who got care are left out, and those held out stand for them, by weight",
                                "无关怀：不采取任何措施时的流失风险；得到关怀的客户不参与学习，由对照组客户按权重代表");
    }

    private Both period(int[] rows) {
        if (!table.dated() || rows.length == 0) {
            return NOT_STATED;
        }
        LocalDate[] dates = Arrays.stream(rows).mapToObj(table::date).sorted().toArray(LocalDate[]::new);
        return new Both(dates[0] + " to " + dates[dates.length - 1], dates[0] + " 至 " + dates[dates.length - 1]);
    }

    private Block parts() {
        List<List<Both>> rows = new ArrayList<>();
        for (Part part : Part.values()) {
            int[] members = source.split().rows(part);
            if (members.length > 0) {
                long left = IntStream.of(members).filter(table::positive).count();
                List<Both> cells = new ArrayList<>(List.of(
                        name(part, source.learnedAgain()),
                        Both.same(Digits.count(members.length)),
                        Both.same(Digits.percent((double) members.length / table.rows())),
                        Both.same(Digits.count(left)),
                        Both.same(Digits.percent((double) left / members.length))));
                if (table.dated()) {
                    cells.add(period(members));
                }
                rows.add(cells);
            }
        }
        List<Both> head = new ArrayList<>(List.of(
                table.dated()
                        ? new Both("Part (split by time)", "部分（按时间划分）")
                        : new Both("Part (split at random)", "部分（随机划分）"),
                new Both("rows", "行数"),
                new Both("share", "占比"),
                new Both("left", "流失"),
                new Both("rate", "流失率")));
        if (table.dated()) {
            head.add(new Both("period", "时期"));
        }
        return new Block.Table(head, rows, false);
    }

    private static Both name(Part part, boolean again) {
        return switch (part) {
            case TRAINING -> new Both("training", "训练");
            case VALIDATION -> new Both("validation (calibrates)", "验证（用于校准）");
            case TEST ->
                again
                        ? new Both("test (judges the recipe; learned from since)", "测试（用于评判方法，此后也用于训练）")
                        : new Both("test (judges; held out)", "测试（留出，用于评判）");
            case LEFT_OUT ->
                again
                        ? new Both("not known when the test began (learned from since)", "测试开始时结果未知（此后也用于训练）")
                        : new Both("left out: outcome not known in time", "未用：当时结果未知");
            case GROUP_LATER -> new Both("left out: group stands in a later part", "未用：同组在较后部分");
        };
    }
}
