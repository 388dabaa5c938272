package io.holdfast.serving.page;

import io.holdfast.care.effect.EffectAdvice;
import io.holdfast.care.effect.EffectReport;
import io.holdfast.care.effect.EffectWords;
import io.holdfast.care.effect.WrongReadings;
import io.holdfast.care.plan.CareNames;
import io.holdfast.page.Block;
import io.holdfast.page.Both;
import io.holdfast.page.HtmlPage;
import io.holdfast.page.Section;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import java.util.ArrayList;
import java.util.List;

/** The page of effects: what care brought about, how sure that is, and what to do next. */
public final class EffectPage {
    private EffectPage() {}

    /** The page as UTF-8, in both languages, one of them first. Equal reports give equal bytes. */
    public static byte[] of(EffectReport report, CareNames names, Language language) {
        List<Section> sections = new ArrayList<>();
        sections.add(EffectSummary.of(report));
        sections.add(next(report, names));
        sections.add(EffectSections.all(report));
        StayingSection.of(report).ifPresent(sections::add);
        EffectSections.explored(report, names).ifPresent(sections::add);
        report.wrong().map(EffectPage::wrong).ifPresent(sections::add);
        sections.add(EffectSections.lot(report));
        sections.add(reading());
        return HtmlPage.write(language, title(report), purpose(report), sections);
    }

    private static Both title(EffectReport report) {
        Both title = new Both("Does care work?", "关怀是否有效");
        return report.question()
                .plan()
                .map(plan -> title.and(Both.same(" · " + plan)))
                .orElse(title);
    }

    private static Both purpose(EffectReport report) {
        String until =
                report.closedUntil().map(at -> at.toString().substring(0, 10)).orElse("");
        return new Both(
                        "What became of customers whose care was carried out, against customers for whom the same was chosen and, by lot, only written down",
                        "执行了关怀的客户，对比选定同样关怀、但因抽签只作记录而不执行的客户（对照组）")
                .and(
                        until.isEmpty()
                                ? Both.nothing()
                                : new Both(". Windows of leaving closed until " + until, "。流失窗口截止 " + until));
    }

    private static Section next(EffectReport report, CareNames names) {
        List<Both> steps = EffectAdvice.of(report, names).stream().map(Both::of).toList();
        return new Section("next", new Both("What to do next", "下一步"), List.of(new Block.Steps(steps)));
    }

    private static Section wrong(WrongReadings wrong) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(new Both(
                "Somebody will compute these anyway. They are crossed out because their sides differ by more than the lot.",
                "总有人会这样算。以下两种读法划去不用，因为两边的差别不只来自抽签。")));
        wrong.treatedAgainstEverybody()
                .ifPresent(reading -> blocks.add(
                        struck(EffectWords.claimAgainstEverybody(wrong), EffectWords.faultAgainstEverybody())));
        wrong.reachedAgainstNotReached()
                .ifPresent(reading -> blocks.add(struck(
                        EffectWords.claimReachedAgainstNotReached(wrong),
                        EffectWords.faultReachedAgainstNotReached())));
        return new Section("wrong", new Both("Wrong readings", "错误读法"), blocks);
    }

    private static Block struck(LocalizedText claim, LocalizedText fault) {
        return new Block.Struck(Both.of(claim).asTitle(), Both.of(fault));
    }

    private static Section reading() {
        return new Section(
                "reading",
                new Both("How to read this page", "如何阅读"),
                List.of(
                        new Block.Text(new Both(
                                "Everybody counts on the side they were assigned to, reached or not (intention to treat). A window counts once it has"
                                        + " ended and late reports are in; nobody is taken for a stayer because a report is not there yet.",
                                "每名客户都计入其被分到的一方，无论是否联系上（按最初的分组比较）。窗口结束且迟报到齐后才计入；没有上报不等于留存。")),
                        new Block.Text(new Both(
                                "The thick interval holds the truth in 95 of 100 cases for one look planned beforehand. The thin one does so however"
                                        + " often somebody looks, and an effect is claimed only where that one leaves 0 out. All but the primary effect"
                                        + " are exploratory.",
                                "粗区间适用于事先计划的一次查看（百次中九十五次包含真值）；细区间适用于任意多次查看，只有细区间不含 0 时才下结论。主要效果之外均属探索性。")),
                        new Block.Text(new Both(
                                "How many more customers it takes is counted, of shares, to see a change of a fifth, which is worth seeing everywhere. What"
                                        + " change of a mean is worth seeing nobody can say beforehand; there it is counted for a difference as large as it"
                                        + " now looks. Neither is less than what the interval over any number of looks takes to begin.",
                                "所需客户数的算法：比例类指标以能看出五分之一的变化为准；均值类指标事先不知道多大的变化才有意义，因此以目前所见的差异为准。两者都不低于给出细区间所需的最少客户数。"))));
    }
}
