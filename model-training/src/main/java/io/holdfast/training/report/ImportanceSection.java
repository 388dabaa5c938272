package io.holdfast.training.report;

import io.holdfast.page.Block;
import io.holdfast.page.Both;
import io.holdfast.page.Chart;
import io.holdfast.page.Digits;
import io.holdfast.page.Section;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.DatasetDescription;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What moves the score most: columns, reasons, and kinds of terms. */
final class ImportanceSection {
    private static final int MOST_BARS = 25;
    private static final Both UNIT = new Both("mean absolute contribution (log-odds)", "平均绝对贡献（对数几率）");

    private ImportanceSection() {}

    static Section of(ReportSource source, HeldOutReasons reasons) {
        List<Block> blocks = reasons.any()
                ? List.of(
                        new Block.Charts(List.of(columns(source, reasons), byReason(source, reasons))),
                        new Block.Text(kinds(reasons)))
                : List.of(new Block.Text(new Both(
                        "Nothing does: no column is sure to help, so the model uses none, gives all customers the same score, and names no reasons.",
                        "没有：没有任何列确有帮助，因此模型不使用任何列，所有客户得分相同，也不列出任何原因。")));
        return new Section("importance", new Both("What moves the score", "什么影响分数"), blocks);
    }

    private static Block.Figure columns(ReportSource source, HeldOutReasons reasons) {
        List<Column> features = source.bundle().description().features();
        List<Chart.Bar> bars = new ArrayList<>();
        for (int input : Order.byImportance(features.size(), reasons)) {
            if (reasons.importance(input) > 0 && bars.size() < MOST_BARS) {
                bars.add(new Chart.Bar(ColumnWords.name(features.get(input)), Digits.drawn(reasons.importance(input))));
            }
        }
        String rest = Integer.toString(features.size() - bars.size());
        Both note = features.size() == bars.size()
                ? Both.nothing()
                : new Both(
                        "Not drawn, because weaker or unused: " + rest + " of " + features.size() + " columns.",
                        "较弱或未用、未画出的列：" + rest + " 个，共 " + features.size() + " 列。");
        return new Block.Figure("importance-columns", new Both("By column", "按列"), note, new Chart.Bars(UNIT, bars));
    }

    private static Block.Figure byReason(ReportSource source, HeldOutReasons reasons) {
        DatasetDescription description = source.bundle().description();
        List<Chart.Bar> bars = reasons.codes().stream()
                .filter(code -> reasons.importance(code) > 0)
                .sorted(Comparator.comparingDouble((String code) -> -reasons.importance(code)))
                .map(code -> new Chart.Bar(
                        Both.of(description.reasons().reason(code).name()), Digits.drawn(reasons.importance(code))))
                .toList();
        return new Block.Figure(
                "importance-reasons",
                new Both("By reason", "按原因"),
                new Both(
                        "A reason is the sum of its columns, which may point in different directions.",
                        "一个原因是其各列贡献之和，各列方向可能不同。"),
                new Chart.Bars(UNIT, bars));
    }

    private static Both kinds(HeldOutReasons reasons) {
        String columns = Digits.percent(reasons.share(HeldOutReasons.Kind.COLUMNS));
        String pairs = Digits.percent(reasons.share(HeldOutReasons.Kind.PAIRS));
        String triples = Digits.percent(reasons.share(HeldOutReasons.Kind.TRIPLES));
        String trees = Digits.percent(reasons.share(HeldOutReasons.Kind.TREES));
        return new Both(
                "Of the variance of the log-odds over " + reasons.customers().en() + ", single columns carry " + columns
                        + ", pairs of columns " + pairs + ", triples " + triples
                        + ", and trees, beyond what they say of single columns, " + trees + ".",
                "在 " + reasons.customers().zh() + "的对数几率方差中，单列占 " + columns + "，两列组合占 " + pairs + "，三列组合占 " + triples
                        + "，树（除去其中的单列部分）占 " + trees + "。");
    }
}
