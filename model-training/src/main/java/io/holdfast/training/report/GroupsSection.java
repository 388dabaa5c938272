package io.holdfast.training.report;

import io.holdfast.page.Block;
import io.holdfast.page.Both;
import io.holdfast.page.Digits;
import io.holdfast.page.Section;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.training.evaluation.GroupResult;
import io.holdfast.training.evaluation.Metric;
import java.util.ArrayList;
import java.util.List;

/** How groups by sensitive columns fare. */
final class GroupsSection {
    private GroupsSection() {}

    static Section of(ReportSource source) {
        Both title = new Both("How groups fare", "各群体的表现");
        List<GroupResult> groups = source.evaluation().groups();
        if (groups.isEmpty()) {
            return new Section(
                    "groups",
                    title,
                    List.of(new Block.Text(new Both(
                            "No column is described as sensitive, so no groups were compared.", "没有列被标为敏感，因此未比较群体。"))));
        }
        List<List<Both>> rows = new ArrayList<>();
        for (GroupResult group : groups) {
            rows.add(List.of(
                    name(source.bundle().description(), group),
                    Both.same(Digits.count(group.rows())),
                    Both.same(Digits.percent(group.observedRate().known().orElse(0))),
                    Both.same(Digits.percent(group.meanProbability())),
                    Measures.shown(Metric.CALIBRATION_GAP, group.calibrationGap()),
                    Measures.shown(Metric.ROC_AUC, group.rocAuc()),
                    Both.same(Digits.percent(group.topDecileShare()))));
        }
        return new Section(
                "groups",
                title,
                List.of(
                        new Block.Text(new Both(
                                "Groups by sensitive columns, on held-out customers; with few customers in a group, intervals are wide or missing.",
                                "按敏感列划分的留出客户群体；群体人数少时区间较宽或缺失。")),
                        new Block.Text(GroupCalibration.of(
                                groups, group -> name(source.bundle().description(), group))),
                        new Block.Table(
                                List.of(
                                        new Both("Group", "群体"),
                                        new Both("customers", "客户数"),
                                        new Both("left", "流失率"),
                                        new Both("said", "预测"),
                                        new Both("said minus left", "预测减实际"),
                                        new Both("ROC AUC within", "群体内 ROC AUC"),
                                        new Both("in the top tenth", "进入前十分之一")),
                                rows,
                                false)));
    }

    private static Both name(DatasetDescription description, GroupResult group) {
        Both column = description.column(group.column()).map(ColumnWords::name).orElse(Both.same(group.column()));
        Both value = group.rest()
                ? new Both("all others", "其余")
                : group.value().isEmpty() ? new Both("missing", "缺失") : value(description, group);
        return column.and(new Both(": ", "：")).and(value);
    }

    private static Both value(DatasetDescription description, GroupResult group) {
        return description
                .column(group.column())
                .map((Column column) -> Both.by(language -> column.levelName(group.value(), language)))
                .orElse(Both.same(group.value()));
    }
}
