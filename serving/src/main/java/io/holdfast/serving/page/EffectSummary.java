package io.holdfast.serving.page;

import io.holdfast.care.effect.EffectEstimate;
import io.holdfast.care.effect.EffectMetric;
import io.holdfast.care.effect.EffectReport;
import io.holdfast.care.effect.EffectStudy;
import io.holdfast.care.effect.EffectWords;
import io.holdfast.page.Block;
import io.holdfast.page.Both;
import io.holdfast.page.Digits;
import io.holdfast.page.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The primary effect, and the figures to be seen first. */
final class EffectSummary {
    private EffectSummary() {}

    static Section of(EffectReport report) {
        Optional<EffectEstimate> primary =
                report.estimates().stream().filter(EffectEstimate::primary).findFirst();
        Optional<EffectEstimate> leaving = report.estimates().stream()
                .filter(estimate -> estimate.metric() == EffectMetric.LEAVE_RATE)
                .findFirst();
        List<Block.Tile> tiles = new ArrayList<>();
        tiles.add(tile(
                new Both("Primary effect: ", "主要效果：").and(name(EffectStudy.PRIMARY, EffectStudy.PRIMARY_DAYS)),
                primary));
        leaving.ifPresent(estimate ->
                tiles.add(tile(name(estimate.metric(), estimate.days()).asTitle(), leaving)));
        tiles.add(new Block.Tile(
                new Both("Compared", "比较人数"),
                Both.same(Digits.count(report.assigned()) + " : " + Digits.count(report.shadow())),
                new Both("assigned : shadow-assigned", "执行组 : 对照组")));
        boolean mismatch = report.sampleRatio().isMismatch();
        tiles.add(new Block.Tile(
                new Both("The lot", "抽签"),
                mismatch ? new Both("mismatch", "不符") : new Both("kept", "符合"),
                Both.same("p = " + Digits.brief(report.sampleRatio().pValue()))));
        return new Section(
                "summary",
                new Both("At a glance", "概览"),
                List.of(new Block.Tiles(tiles), new Block.Text(declared(primary))));
    }

    private static Both name(EffectMetric metric, int days) {
        return Both.of(EffectWords.name(metric, days));
    }

    private static Block.Tile tile(Both name, Optional<EffectEstimate> estimate) {
        return new Block.Tile(
                name,
                estimate.map(EffectCells::difference).orElse(new Both("not yet", "尚无")),
                estimate.map(each -> Both.of(EffectWords.judged(each))
                                .asTitle()
                                .and(Both.same(each.comparison().isEmpty() ? "" : " · "))
                                .and(EffectCells.verdict(each)))
                        .orElse(new Both("takes reports of margin, and a year", "需要上报净毛利，并满一年")));
    }

    private static Both declared(Optional<EffectEstimate> primary) {
        Both declared = new Both("Declared beforehand, the same for every plan: ", "事先声明，每份计划相同：");
        return declared.and(primary.map(estimate -> Both.of(EffectWords.of(estimate)))
                        .orElse(name(EffectStudy.PRIMARY, EffectStudy.PRIMARY_DAYS)
                                .and(new Both(
                                        " cannot be told yet; it takes outcomes of the kind margin and closed windows",
                                        "尚无法得知；需要 margin 类结果和已结束的窗口"))))
                .and(new Both(".", "。"));
    }
}
