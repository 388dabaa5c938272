package io.holdfast.serving.page;

import io.holdfast.care.effect.EffectReport;
import io.holdfast.care.effect.StayingCurves;
import io.holdfast.care.inference.KaplanMeier;
import io.holdfast.page.Block;
import io.holdfast.page.Both;
import io.holdfast.page.Chart;
import io.holdfast.page.Digits;
import io.holdfast.page.Section;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who is still there, day by day. */
final class StayingSection {
    private static final Both ASSIGNED = new Both("assigned", "执行组");
    private static final Both SHADOW = new Both("shadow-assigned", "对照组");
    private static final int[] DAYS = {30, 90, 180, 270, 365};

    private StayingSection() {}

    static Optional<Section> of(EffectReport report) {
        return report.staying().map(StayingSection::of);
    }

    private static Section of(StayingCurves curves) {
        Chart chart = new Chart.Steps(
                new Both("days since the decision", "决定后天数"),
                new Both("still there", "仍在"),
                List.of(
                        new Chart.Stair(ASSIGNED, "model", points(curves.assigned())),
                        new Chart.Stair(SHADOW, "base", points(curves.shadow()))));
        return new Section(
                "staying",
                new Both("Who is still there", "留存曲线"),
                List.of(
                        new Block.Text(new Both(
                                "Kaplan-Meier curves with Greenwood's 95 % band for each day. Every end counts, whoever wanted it; customers decided"
                                        + " lately are watched for a shorter time and leave the curve without lowering it. A picture to look at:"
                                        + " what may be claimed stands in the table above.",
                                "Kaplan-Meier 曲线，附每日 Greenwood 95% 区间。任何结束都计入；决定较晚的客户观察期较短，退出观察不使曲线下降。此图供查看，结论以上表为准。")),
                        new Block.Charts(List.of(new Block.Figure(
                                "staying", new Both("Share still there", "留存率"), Both.nothing(), chart))),
                        table(curves)));
    }

    private static List<List<Double>> points(KaplanMeier curve) {
        return curve.points().stream()
                .map(point -> Stream.of((double) point.day(), point.share(), point.low(), point.high())
                        .map(Digits::drawn)
                        .toList())
                .toList();
    }

    private static Block table(StayingCurves curves) {
        int last = Math.max(lastDay(curves.assigned()), lastDay(curves.shadow()));
        List<List<Both>> rows = IntStream.of(DAYS)
                .filter(day -> day <= last)
                .mapToObj(day -> List.of(
                        new Both("day " + day, "第 " + day + " 天"),
                        cell(curves.assigned(), day),
                        cell(curves.shadow(), day)))
                .toList();
        return rows.isEmpty()
                ? new Block.Text(new Both("Nobody has been watched for 30 days yet.", "尚无客户观察满 30 天。"))
                : new Block.Table(
                        List.of(new Both("Still there, and how many are watched", "仍在，及观察人数"), ASSIGNED, SHADOW),
                        rows,
                        false);
    }

    private static int lastDay(KaplanMeier curve) {
        return curve.points().get(curve.points().size() - 1).day();
    }

    private static Both cell(KaplanMeier curve, int day) {
        if (day > lastDay(curve)) {
            return Both.same("–");
        }
        KaplanMeier.Point point = curve.on(day);
        return Both.same(Digits.percent(point.share()) + " (" + Digits.percent(point.low()) + " – "
                + Digits.percent(point.high()) + ") · " + Digits.count(curve.atRisk(day)));
    }
}
