package io.holdfast.serving.page;

import io.holdfast.care.diagnosis.Diagnosis;
import io.holdfast.care.diagnosis.DiagnosisAdvice;
import io.holdfast.care.diagnosis.DiagnosisWords;
import io.holdfast.care.diagnosis.GroupLine;
import io.holdfast.care.plan.CareNames;
import io.holdfast.page.Block;
import io.holdfast.page.Both;
import io.holdfast.page.HtmlPage;
import io.holdfast.page.Section;
import io.holdfast.scoring.dataset.Language;
import java.util.ArrayList;
import java.util.List;

/** The page of a diagnosis: why customers leave, what answered it, what to mend, and whom to ask. */
public final class DiagnosisPage {
    private DiagnosisPage() {}

    /** The page as UTF-8, in both languages, one of them first. Equal diagnoses give equal bytes. */
    public static byte[] of(Diagnosis diagnosis, CareNames names, Language language) {
        DiagnosisTables tables = new DiagnosisTables(names);
        List<Section> sections = new ArrayList<>();
        sections.add(glance(diagnosis));
        sections.add(new Section(
                "next",
                new Both("What to do next", "下一步"),
                List.of(new Block.Steps(DiagnosisAdvice.of(diagnosis, names.reasons()).stream()
                        .map(Both::of)
                        .toList()))));
        sections.add(new Section("fixes", new Both("What to mend", "待改进清单"), tables.fixes(diagnosis)));
        sections.add(new Section("causes", new Both("Why", "原因"), new CauseTables(names.reasons()).of(diagnosis)));
        sections.add(new Section("agreement", new Both("Whether they agree", "证据是否一致"), tables.agreements(diagnosis)));
        sections.add(new Section("care", new Both("What care answered it", "关怀应对"), tables.care(diagnosis)));
        sections.add(new Section("where", new Both("Where", "分布"), tables.segments(diagnosis)));
        sections.add(new Section("months", new Both("Month by month", "逐月走势"), tables.months(diagnosis)));
        sections.add(new Section("interviews", new Both("Whom to ask", "访谈名单"), tables.interviews(diagnosis)));
        sections.add(reading());
        return HtmlPage.write(
                language,
                new Both("Why customers leave · ", "客户变动诊断 · ")
                        .and(Both.same(diagnosis.month().toString()))
                        .and(
                                diagnosis.running()
                                        ? new Both(" (still running: its figures will change)", "（本月未结束，数字仍会变动）")
                                        : Both.nothing()),
                new Both(
                        "Wavering, declining and lost customers: what the model, customers and agents say of why, against the month before",
                        "动摇、消费下降与流失客户：模型、客户与专员各自所说的原因，与上月相比"),
                sections);
    }

    private static Section glance(Diagnosis diagnosis) {
        List<Block.Tile> tiles = new ArrayList<>();
        tiles.add(new Block.Tile(
                new Both("Customers", "客户"),
                DiagnosisCells.count(diagnosis.customers()),
                new Both("of whom a decision stood in the month", "本月有计划决定生效的客户")));
        for (GroupLine line : diagnosis.groups()) {
            tiles.add(new Block.Tile(
                    Both.of(DiagnosisWords.group(line.group())).asTitle(),
                    DiagnosisCells.count(line.change().customers()),
                    DiagnosisCells.share(line.change())
                            .and(new Both("; change ", "；变化 "))
                            .and(DiagnosisCells.change(line.change()))
                            .and(undecided(line))));
        }
        return new Section("summary", new Both("At a glance", "概览"), List.of(new Block.Tiles(tiles), hidden()));
    }

    private static Block hidden() {
        return new Block.Text(new Both(
                "“not shown” stands for a count below " + Diagnosis.FEWEST
                        + ", and for others, also large ones, from which such a count could be worked out. “–” is nobody, or a cause that is pooled.",
                "“不显示”表示少于 " + Diagnosis.FEWEST + " 名，或能由其推算出此类人数的其他人数（可能很大）。“–”表示无人，或该原因已合并到其他。"));
    }

    private static Both undecided(GroupLine line) {
        return line.undecided().isNobody()
                ? Both.nothing()
                : new Both("; besides, without a decision: ", "；另有无决定者：").and(DiagnosisCells.count(line.undecided()));
    }

    private static Section reading() {
        return new Section(
                "reading",
                new Both("How to read this page", "如何阅读"),
                List.of(
                        new Block.Text(
                                new Both(
                                        "Lost: left of their own will in the month, and not back by its end. Declining: still there and takes less, reported or by fading activity."
                                                + " Wavering: still there, risk high or critical. Each customer is in one group at most."
                                                + " Shares are of the customers of whom a decision stood in the month, made in it or in one of the two before; the lost of whom none did are counted beside them.",
                                        "流失：本月自愿离开，且月底仍未回归。消费下降：仍在，但减少使用（有上报或活跃度下降）。动摇：仍在，风险为高或极高。每名客户至多属于一组。占比的分母是本月有计划决定生效（本月或此前两个月内作出）的客户；没有决定的流失客户另行统计。")),
                        new Block.Text(new Both(
                                "The model's reasons are what goes with leaving in the data: evidence, not proof of cause. What customers state and what"
                                        + " agents confirm stands beside it and is never added to it; few are asked, and who answers differs from who does not.",
                                "模型原因是数据中与流失相伴的迹象，不是因果证明。客户自述与专员确认并列，绝不相加；被问到的人不多，作答者与未作答者也不同。")),
                        new Block.Text(new Both(
                                "Changes are in points against the month before, with 95 % intervals that know who is in both months (of groups among all"
                                        + " customers: as if nobody were, which is wider). ▲ and ▼ mark what stands with the share of false findings held at 5 %."
                                        + " Small causes are pooled. Counts of fewer than " + Diagnosis.FEWEST
                                        + " customers are not shown, nor others by which one of these could be told from anywhere on this page; how many of the lost are without a decision is told however few.",
                                "变化为相对上月的百分点及 95% 区间，已考虑两月中的同一客户（各组占全部客户的比例按互不相同计，较宽）。▲ 与 ▼ 表示错误发现率控制在 5% 时仍成立。小的原因合并。少于 "
                                        + Diagnosis.FEWEST + " 名的人数不显示，能从本页其他数字推算出它们的人数也不显示；无决定的流失客户人数再少也会列出。"))));
    }
}
