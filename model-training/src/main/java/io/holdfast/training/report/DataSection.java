package io.holdfast.training.report;

import io.holdfast.page.Block;
import io.holdfast.page.Both;
import io.holdfast.page.Digits;
import io.holdfast.page.Section;
import io.holdfast.scoring.bundle.ColumnSummary;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.model.Coding;
import java.util.ArrayList;
import java.util.List;

/** What the columns hold, and what the checks found. */
final class DataSection {
    private DataSection() {}

    static Section of(ReportSource source, HeldOutReasons reasons) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(new Both(
                "Before training, every column was checked for giving the label away (alone, by what is missing, and all together), and "
                        + "rows for near-copies and repeated customers. A table that fails is refused, so what stands here was either "
                        + "harmless or acknowledged by its owner.",
                "训练前检查了每一列是否泄露标签（单独、因缺失、以及合在一起），也检查了近似重复的行和重复的客户。未通过检查的数据表会被拒绝，" + "因此下列事项要么无害，要么已由数据负责人确认。")));
        blocks.add(
                source.notes().isEmpty()
                        ? new Block.Text(new Both("Nothing was found.", "没有发现问题。"))
                        : new Block.Findings(source.notes()));
        blocks.add(columns(source, reasons));
        return new Section("data", new Both("Data quality and leaks", "数据质量与泄露检查"), blocks);
    }

    private static Block columns(ReportSource source, HeldOutReasons reasons) {
        List<Column> features = source.bundle().description().features();
        List<List<Both>> rows = new ArrayList<>();
        for (int input : Order.byImportance(features.size(), reasons)) {
            Column column = features.get(input);
            ColumnSummary summary = source.bundle().reference().columns().get(input);
            long all = source.bundle().reference().rows();
            rows.add(List.of(
                    ColumnWords.name(column),
                    Both.same(column.name()),
                    kind(column.kind()),
                    Both.same(Digits.percent((double) summary.binCounts().get(Coding.MISSING) / all)),
                    ColumnWords.value(column, summary.typical()),
                    Both.same(Digits.count(summary.binCounts().stream()
                            .filter(count -> count > 0)
                            .count()))));
        }
        return new Block.Table(
                List.of(
                        new Both("Column", "列"),
                        new Both("in the table", "表中名称"),
                        new Both("kind", "类型"),
                        new Both("missing", "缺失"),
                        new Both("typical", "典型值"),
                        new Both("bins in use", "使用的分箱")),
                rows,
                true);
    }

    private static Both kind(ColumnKind kind) {
        return switch (kind) {
            case NUMBER -> new Both("number", "数值");
            case CATEGORY -> new Both("category", "类别");
            case FLAG -> new Both("yes or no", "是／否");
            case DATE -> new Both("date", "日期");
        };
    }
}
