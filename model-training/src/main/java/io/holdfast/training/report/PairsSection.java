package io.holdfast.training.report;

import io.holdfast.page.Block;
import io.holdfast.page.Both;
import io.holdfast.page.Digits;
import io.holdfast.page.Section;
import io.holdfast.scoring.model.ForestTerm;
import io.holdfast.scoring.model.TableTerm;
import io.holdfast.scoring.model.Term;
import io.holdfast.scoring.table.Rounded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What columns do together. */
final class PairsSection {
    private static final int MOST_PAIRS = 30;
    private static final int DECIMALS = 3;

    /** What moves the score less, on average, cannot be seen in it. */
    private static final double LEAST = 0.005;

    private PairsSection() {}

    static Section of(ReportSource source, HeldOutReasons reasons) {
        List<PairMatrix> pairs = pairs(source);
        List<PairMatrix> worthDrawing = pairs.stream()
                .filter(pair -> pair.strength() >= LEAST)
                .limit(MOST_PAIRS)
                .toList();
        List<Block> blocks = new ArrayList<>();
        if (pairs.isEmpty()) {
            blocks.add(new Block.Text(new Both(
                    "The model holds no table over two columns: none helped for sure, or trees say it better.",
                    "模型中没有两列的表：没有组合确有帮助，或由树表达得更好。")));
        } else {
            blocks.add(new Block.Text(new Both(
                    "What two columns do beyond the sum of their own effects: each table averages to zero along both sides. Half of a cell counts "
                            + "as the contribution of either column. Neighbouring bins that say nearly the same are drawn as one, at their mean.",
                    "两列在各自影响之和以外的共同作用：每张表沿两个方向的平均值均为零。每格的一半分别计入两列的贡献。取值相近的相邻分箱合并为一格，取其平均。")));
            List<Block.Figure> figures = new ArrayList<>();
            for (PairMatrix pair : worthDrawing) {
                String strength = Rounded.text(pair.strength(), DECIMALS);
                figures.add(new Block.Figure(
                        "pair-" + figures.size(),
                        pair.title(),
                        new Both("Moves the score by " + strength + " on average.", "平均影响 " + strength + "。"),
                        pair.chart()));
            }
            blocks.add(new Block.Charts(figures));
        }
        blocks.add(new Block.Text(rest(source, reasons, pairs.size() - worthDrawing.size())));
        return new Section("pairs", new Both("What columns do together", "列与列的共同作用"), blocks);
    }

    private static List<PairMatrix> pairs(ReportSource source) {
        Map<List<Integer>, PairMatrix> pairs = new LinkedHashMap<>();
        for (Term term : source.bundle().model().terms()) {
            if (term instanceof TableTerm table && table.axes().size() == 2) {
                List<Integer> key = table.inputs().stream().sorted().toList();
                pairs.computeIfAbsent(key, inputs -> new PairMatrix(source, inputs.get(0), inputs.get(1)))
                        .add(table);
            }
        }
        return pairs.values().stream()
                .sorted(Comparator.comparingDouble((PairMatrix pair) -> -pair.strength()))
                .toList();
    }

    private static Both rest(ReportSource source, HeldOutReasons reasons, int hidden) {
        List<Term> terms = source.bundle().model().terms();
        long triples = terms.stream()
                .filter(term -> term instanceof TableTerm table && table.axes().size() == 3)
                .count();
        int trees = terms.stream()
                .mapToInt(term ->
                        term instanceof ForestTerm forest ? forest.trees().size() : 0)
                .sum();
        int most = terms.stream()
                .flatMap(term -> term instanceof ForestTerm forest ? forest.trees().stream() : Stream.empty())
                .mapToInt(tree -> tree.questions().size())
                .max()
                .orElse(0);
        String ofTriples = Digits.percent(reasons.share(HeldOutReasons.Kind.TRIPLES));
        String ofTrees = Digits.percent(reasons.share(HeldOutReasons.Kind.TREES));
        Both weaker = hidden == 0
                ? Both.nothing()
                : new Both("Weaker pairs, not drawn: " + hidden + ". ", "较弱、未画出的两列组合：" + hidden + "。");
        if (triples + trees == 0) {
            return weaker.and(
                    new Both("The model holds no tables over three columns and no trees either.", "模型也没有三列的表和树。"));
        }
        return weaker.and(new Both(
                "Not drawn: " + triples + " tables over three columns (" + ofTriples
                        + " of the variance of the log-odds) and " + trees + " trees over up to " + most + " columns ("
                        + ofTrees + ").",
                "未画出：三列的表 " + triples + " 张（占对数几率方差的 " + ofTriples + "），最多 " + most + " 列的树 " + trees + " 棵（占 "
                        + ofTrees + "）。"));
    }
}
