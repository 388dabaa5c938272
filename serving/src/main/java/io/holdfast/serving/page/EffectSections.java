package io.holdfast.serving.page;

import io.holdfast.care.effect.CellNames;
import io.holdfast.care.effect.CountedOut;
import io.holdfast.care.effect.Cut;
import io.holdfast.care.effect.EffectEstimate;
import io.holdfast.care.effect.EffectMetric;
import io.holdfast.care.effect.EffectReport;
import io.holdfast.care.effect.EffectWords;
import io.holdfast.care.effect.ExploredCell;
import io.holdfast.care.inference.Comparison;
import io.holdfast.care.inference.Estimate;
import io.holdfast.care.inference.SampleRatio;
import io.holdfast.care.plan.CareNames;
import io.holdfast.page.Block;
import io.holdfast.page.Both;
import io.holdfast.page.Chart;
import io.holdfast.page.Digits;
import io.holdfast.page.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All effects, pictures beside tables. */
final class EffectSections {
    private EffectSections() {}

    /** Every metric and window. */
    static Section all(EffectReport report) {
        List<Block> blocks = new ArrayList<>();
        if (report.estimates().isEmpty()) {
            blocks.add(new Block.Text(
                    new Both("No window is closed yet, so there is no effect to show.", "尚无已结束的窗口，没有可显示的效果。")));
        } else {
            blocks.add(new Block.Charts(figures(report)));
            blocks.add(table(report));
        }
        return new Section("effects", new Both("All effects", "全部效果"), blocks);
    }

    private static List<Block.Figure> figures(EffectReport report) {
        List<Block.Figure> figures = new ArrayList<>();
        for (EffectMetric metric : EffectMetric.values()) {
            List<Chart.Difference> differences = report.estimates().stream()
                    .filter(estimate -> estimate.metric() == metric)
                    .sorted((one, other) -> Integer.compare(one.days(), other.days()))
                    .flatMap(estimate ->
                            difference(new Both(estimate.days() + " days", estimate.days() + " 天"), estimate).stream())
                    .toList();
            if (!differences.isEmpty()) {
                figures.add(new Block.Figure(
                        "forest-" + metric.code(),
                        title(metric),
                        metric.isMoreBetter()
                                ? new Both("Right of the line is better", "越靠右越好")
                                : new Both("Left of the line is better", "越靠左越好"),
                        new Chart.Forest(EffectCells.unit(metric), differences)));
            }
        }
        return figures;
    }

    private static Both title(EffectMetric metric) {
        return switch (metric) {
            case LEAVE_RATE -> new Both("Left", "流失");
            case RETURN_RATE -> new Both("Came back", "回流");
            case SATISFACTION -> new Both("Satisfaction", "满意度");
            case RETAINED_MONTHS -> new Both("Months retained", "留存月数");
            case MARGIN -> new Both("Net margin", "净毛利");
        };
    }

    private static Optional<Chart.Difference> difference(Both name, EffectEstimate estimate) {
        double scale = EffectCells.scale(estimate.metric());
        return estimate.comparison()
                .map(found -> new Chart.Difference(
                        name,
                        Digits.drawn(found.difference().point() * scale),
                        ends(Optional.of(found.difference()), scale),
                        ends(found.sequence(), scale),
                        EffectCells.style(estimate)));
    }

    private static List<Double> ends(Optional<Estimate> range, double scale) {
        return range.filter(each -> Double.isFinite(each.high() - each.low()))
                .map(each -> List.of(Digits.drawn(each.low() * scale), Digits.drawn(each.high() * scale)))
                .orElse(List.of());
    }

    private static Block table(EffectReport report) {
        List<List<Both>> rows = new ArrayList<>();
        for (EffectEstimate estimate : report.estimates()) {
            Both mark = estimate.primary() ? new Both(" (primary)", "（主要）") : Both.nothing();
            List<Both> row = new ArrayList<>();
            row.add(Both.of(EffectWords.name(estimate.metric(), estimate.days()))
                    .asTitle()
                    .and(mark));
            row.addAll(cells(estimate));
            row.add(per(estimate));
            row.add(EffectCells.verdict(estimate));
            rows.add(row);
        }
        List<Both> head = new ArrayList<>(head(new Both("Effect", "效果")));
        head.add(new Both("treated for one", "换得一名所需关怀人数"));
        head.add(new Both("what may be said", "结论"));
        return new Block.Table(head, rows, true);
    }

    private static List<Both> head(Both first) {
        return List.of(
                first,
                new Both("assigned / customers", "执行组 / 人数"),
                new Both("shadow / customers", "对照组 / 人数"),
                new Both("difference", "差"),
                new Both("95 %, one look", "95%，一次查看"),
                new Both("95 %, any number of looks", "95%，任意多次查看"));
    }

    private static List<Both> cells(EffectEstimate estimate) {
        Optional<Comparison> found = estimate.comparison();
        return List.of(
                EffectCells.arm(estimate, found.map(Comparison::assigned), estimate.assigned()),
                EffectCells.arm(estimate, found.map(Comparison::shadow), estimate.shadow()),
                EffectCells.difference(estimate),
                EffectCells.interval(estimate),
                EffectCells.sequence(estimate));
    }

    private static Both per(EffectEstimate estimate) {
        return estimate.treatedPerSave()
                .map(number -> new Both(whole(number) + " saves one", whole(number) + "（挽回）"))
                .or(() -> estimate.treatedPerHarm()
                        .map(number -> new Both(whole(number) + " loses one", whole(number) + "（失去）")))
                .orElse(Both.same("–"));
    }

    private static String whole(Estimate number) {
        return Digits.count(Math.round(number.point()));
    }

    /** What was asked to be explored; none where nothing was. */
    static Optional<Section> explored(EffectReport report, CareNames names) {
        if (report.explored().isEmpty()) {
            return Optional.empty();
        }
        List<Cut> cuts = report.question().cuts();
        Both parted = joined(cuts.stream().map(CellNames::of).map(Both::of).toList(), " × ");
        List<List<Both>> rows = new ArrayList<>();
        List<Chart.Difference> differences = new ArrayList<>();
        long few = report.explored().stream()
                .filter(cell -> cell.estimate().comparison().isEmpty())
                .count();
        for (ExploredCell cell : report.explored()) {
            if (cell.estimate().comparison().isEmpty()) {
                continue;
            }
            Both name = Both.of(CellNames.of(cuts, cell, names));
            List<Both> row = new ArrayList<>(List.of(name));
            row.addAll(cells(cell.estimate()));
            row.add(Both.same(
                    cell.falseDiscovery().isPresent()
                            ? Digits.brief(cell.falseDiscovery().getAsDouble())
                            : "–"));
            row.add(cell.finding() ? new Both("finding", "发现") : Both.same("–"));
            rows.add(row);
            difference(name, cell.estimate()).ifPresent(differences::add);
        }
        List<Both> head = new ArrayList<>(head(parted.asTitle()));
        head.add(new Both("false discovery", "错误发现率"));
        head.add(new Both("found", "发现"));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(new Both(
                "Parted by " + parted.en()
                        + ", with the share of false findings held at 5 %. A finding is worth a plan of its own, not yet a claim.",
                "按 " + parted.zh() + " 划分，错误发现率控制在 5%。发现值得单独立项，尚非结论。")));
        if (!differences.isEmpty()) {
            EffectMetric metric = report.explored().get(0).estimate().metric();
            blocks.add(new Block.Charts(List.of(new Block.Figure(
                    "forest-explored",
                    Both.of(EffectWords.name(
                                    metric, report.explored().get(0).estimate().days()))
                            .asTitle(),
                    Both.nothing(),
                    new Chart.Forest(EffectCells.unit(metric), differences)))));
        }
        if (!rows.isEmpty()) {
            blocks.add(new Block.Table(head, rows, true));
        }
        if (few > 0) {
            String count = Digits.count(few);
            blocks.add(new Block.Text(new Both(
                    count + " more cells have too few in an arm for an estimate (at least " + Comparison.FEWEST
                            + " households).",
                    "另有 " + count + " 格，某一组人数过少，无法估计（至少 " + Comparison.FEWEST + " 户）。")));
        }
        return Optional.of(new Section("explored", new Both("Where it differs", "差异所在"), blocks));
    }

    private static Both joined(List<Both> parts, String between) {
        return new Both(
                parts.stream().map(Both::en).collect(Collectors.joining(between)),
                parts.stream().map(Both::zh).collect(Collectors.joining(between)));
    }

    /** Who is compared, and whether the lot was kept. */
    static Section lot(EffectReport report) {
        SampleRatio ratio = report.sampleRatio();
        CountedOut out = report.countedOut();
        return new Section(
                "lot",
                new Both("Who is compared", "比较对象"),
                List.of(
                        new Block.Text(
                                ratio.isMismatch()
                                        ? new Both(
                                                "The arms are not as large as the lot makes them. Find out what chose beside it before believing anything on this page.",
                                                "两组人数与抽签不符。请先查明抽签之外的选择因素，再看本页其他内容。")
                                        : new Both("The arms are as large as the lot makes them.", "两组人数与抽签相符。")),
                        new Block.Table(
                                List.of(new Both("", ""), new Both("", "")),
                                List.of(
                                        row(
                                                "Held out by the lot, of households",
                                                "抽签列入对照组，户数",
                                                Digits.count(ratio.heldOut()) + " / " + Digits.count(ratio.clusters())),
                                        row("expected", "应为", Digits.brief(ratio.expected())),
                                        row("Not compared: outside the lot", "未比较：抽签之外", Digits.count(out.outside())),
                                        row("decided later", "后续决定", Digits.count(out.later())),
                                        row("of a household with both arms", "同户两组", Digits.count(out.split())),
                                        row(
                                                "merged from ids of different arms",
                                                "由不同组的编号合并",
                                                Digits.count(out.mixed())),
                                        row("the lot could fall one way only", "抽签已定", Digits.count(out.certain()))),
                                false)));
    }

    private static List<Both> row(String english, String chinese, String figure) {
        return List.of(new Both(english, chinese), Both.same(figure));
    }
}
