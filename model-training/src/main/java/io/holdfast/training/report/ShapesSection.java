package io.holdfast.training.report;

import io.holdfast.page.Block;
import io.holdfast.page.Both;
import io.holdfast.page.Chart;
import io.holdfast.page.Digits;
import io.holdfast.page.Section;
import io.holdfast.scoring.bundle.ColumnShape;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.scoring.table.Rounded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The effect of every column that has one, strongest first. */
final class ShapesSection {
    /** More pictures than that nobody looks at; all values stand in the bundle. */
    private static final int MOST_SHAPES = 100;

    private static final int MOST_LEVELS = 12;

    private final ReportSource source;
    private final List<Column> features;

    private ShapesSection(ReportSource source) {
        this.source = source;
        this.features = source.bundle().description().features();
    }

    static Section of(ReportSource source, HeldOutReasons reasons) {
        ShapesSection section = new ShapesSection(source);
        List<Block.Figure> figures = new ArrayList<>();
        int flat = 0;
        for (int input : Order.byImportance(section.features.size(), reasons)) {
            boolean moves =
                    source.shapes().columns().get(input).effects().stream().anyMatch(effect -> effect != 0);
            flat += moves ? 0 : 1;
            if (moves && figures.size() < MOST_SHAPES) {
                figures.add(section.figure(input, reasons));
            }
        }
        int rest = section.features.size() - flat - figures.size();
        List<Block> blocks = new ArrayList<>();
        if (!figures.isEmpty()) {
            blocks.add(new Block.Text(section.howToRead()));
            blocks.add(new Block.Charts(figures));
        }
        if (flat > 0) {
            blocks.add(new Block.Text(
                    new Both("Columns without an effect of their own: " + flat + ".", "自身没有影响的列：" + flat + "。")));
        }
        if (rest > 0) {
            blocks.add(new Block.Text(
                    new Both("Columns with a weaker effect, not drawn: " + rest + ".", "影响较弱、未画出的列：" + rest + "。")));
        }
        return new Section("shapes", new Both("The effect of each column", "各列的影响"), blocks);
    }

    private Both howToRead() {
        Both reading = new Both(
                "Above zero raises the risk, below lowers it, compared with the average customer; +0.69 doubles the odds of leaving, \u22120.69 "
                        + "halves them. Grey shows where the customers are. These are the model's own tables, not an approximation; they show what goes "
                        + "with leaving, not what causes it.",
                "与平均客户相比，零以上提高风险，以下降低风险；+0.69 使流失几率加倍，\u22120.69 使其减半。灰色表示客户分布。图中就是模型本身的表，并非近似；"
                        + "它们显示与流失相伴的因素，而非原因。");
        int bags = source.shapes().bags();
        return bags == 0
                ? reading
                : reading.and(new Both(
                        " Bands: 95 % by the jackknife over the " + bags
                                + " bags of the engine; what columns do together is taken as certain.",
                        "色带：引擎 " + bags + " 个袋的刀切法 95 % 区间；多列的共同作用视为确定。"));
    }

    private Block.Figure figure(int input, HeldOutReasons reasons) {
        Column column = features.get(input);
        Coding coding = source.bundle().model().inputs().get(input).coding();
        Chart chart = coding instanceof NumberCoding numbers ? numbers(input, numbers) : levels(input, coding);
        Both name = ColumnWords.name(column);
        Both unit = ColumnWords.unit(column);
        Both title = unit.en().isEmpty() ? name : name.and(new Both(" (" + unit.en() + ")", "（" + unit.zh() + "）"));
        return new Block.Figure("shape-" + input, title, note(input, coding, reasons), chart);
    }

    private Both note(int input, Coding coding, HeldOutReasons reasons) {
        String importance = Rounded.text(reasons.importance(input), 3);
        Both note = new Both("Moves the score by " + importance + " on average.", "平均影响 " + importance + "。");
        if (coding instanceof NumberCoding && rows(input, Coding.MISSING) > 0) {
            ColumnShape shape = source.shapes().columns().get(input);
            String share = Digits.percent(share(input, Coding.MISSING));
            String effect = Digits.signed(shape.effects().get(Coding.MISSING), 2) + " ("
                    + Digits.signed(shape.low().get(Coding.MISSING), 2) + " – "
                    + Digits.signed(shape.high().get(Coding.MISSING), 2) + ")";
            note = note.and(new Both(" Missing (" + share + "): " + effect + ".", "缺失（" + share + "）：" + effect + "。"));
        }
        int levels = levelsInUse(input, coding);
        if (levels > MOST_LEVELS) {
            note = note.and(new Both(
                    " The " + MOST_LEVELS + " commonest of " + levels + " values.",
                    "图中为 " + levels + " 个取值中最常见的 " + MOST_LEVELS + " 个。"));
        }
        return note;
    }

    private int levelsInUse(int input, Coding coding) {
        return coding instanceof NumberCoding
                ? 0
                : (int) IntStream.range(0, coding.bins())
                        .filter(bin -> rows(input, bin) > 0)
                        .count();
    }

    private long rows(int input, int bin) {
        return source.bundle().reference().columns().get(input).binCounts().get(bin);
    }

    private double share(int input, int bin) {
        return (double) rows(input, bin) / source.bundle().reference().rows();
    }

    private Chart numbers(int input, NumberCoding coding) {
        ColumnShape shape = source.shapes().columns().get(input);
        List<Double> edges = new ArrayList<>();
        edges.add(coding.lowest());
        edges.addAll(coding.cuts());
        edges.add(coding.highest());
        int[] bins = IntStream.range(Coding.FIRST, coding.bins()).toArray();
        return new Chart.Numbers(
                ColumnWords.unit(features.get(input)),
                source.shapes().bags() > 0,
                drawn(edges),
                drawn(shape.effects().subList(Coding.FIRST, coding.bins())),
                drawn(shape.low().subList(Coding.FIRST, coding.bins())),
                drawn(shape.high().subList(Coding.FIRST, coding.bins())),
                IntStream.of(bins).mapToObj(bin -> (double) rows(input, bin)).toList());
    }

    private Chart levels(int input, Coding coding) {
        ColumnShape shape = source.shapes().columns().get(input);
        List<Chart.Level> levels = IntStream.range(0, coding.bins())
                .filter(bin -> rows(input, bin) > 0)
                .boxed()
                .sorted(Comparator.comparingLong((Integer bin) -> -rows(input, bin)))
                .limit(MOST_LEVELS)
                .sorted(Comparator.comparingDouble(
                        (Integer bin) -> -shape.effects().get(bin)))
                .map(bin -> new Chart.Level(
                        ColumnWords.bin(features.get(input), coding, bin),
                        Digits.drawn(shape.effects().get(bin)),
                        Digits.drawn(shape.low().get(bin)),
                        Digits.drawn(shape.high().get(bin)),
                        Digits.drawn(share(input, bin))))
                .toList();
        return new Chart.Levels(source.shapes().bags() > 0, levels);
    }

    private static List<Double> drawn(List<Double> values) {
        return values.stream().map(Digits::drawn).toList();
    }
}
