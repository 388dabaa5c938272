package io.holdfast.training.report;

import io.holdfast.page.Block;
import io.holdfast.page.Both;
import io.holdfast.page.Digits;
import io.holdfast.page.Section;
import io.holdfast.scoring.bundle.ColumnShape;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.table.Rounded;
import java.util.ArrayList;
import java.util.List;

/** Whether reasons would be the same, had the model been fitted to other customers. */
final class StabilitySection {
    private final ReportSource source;
    private final HeldOutReasons reasons;

    private StabilitySection(ReportSource source, HeldOutReasons reasons) {
        this.source = source;
        this.reasons = reasons;
    }

    static Section of(ReportSource source, HeldOutReasons reasons) {
        StabilitySection section = new StabilitySection(source, reasons);
        List<Block> blocks = !reasons.any()
                ? List.of(
                        new Block.Text(new Both("The model uses no column, so it has no reasons.", "模型不使用任何列，因此没有原因。")))
                : source.shapes().bags() == 0
                        ? List.of(new Block.Text(new Both("This learner has no bags to compare.", "该学习器没有可供比较的袋。")))
                        : List.of(section.meaning(), section.byReason(), section.byColumn());
        return new Section("stability", new Both("Would the reasons stay the same", "原因是否稳定"), blocks);
    }

    private Block meaning() {
        String bags = Integer.toString(source.shapes().bags());
        String least = Digits.brief(source.bundle().description().leastImpact());
        return new Block.Text(new Both(
                "The model is the mean of " + bags
                        + " bags, each fitted without another part of the customers. A reason is settled where 95 % of the bags give it "
                        + "the same sign, raising or lowering. One that is not is not named, in no list, reply or care, however strong it is. "
                        + "Nor is one that moves the log-odds by less than " + least + ". Counted over "
                        + reasons.customers().en() + ".",
                "模型是 " + bags + " 个袋的平均，每个袋拟合时都少用一部分客户。若 95 % 的袋给出相同的方向（提高或降低风险），该原因即为稳定；不稳定的原因无论多强都不会列出，"
                        + "名单、接口和关怀中均如此。对数几率变动小于 " + least + " 的原因也不列出。按 "
                        + reasons.customers().zh() + "统计。"));
    }

    private Block byReason() {
        List<List<Both>> rows = new ArrayList<>();
        for (String code : reasons.codes()) {
            HeldOutReasons.Named named = reasons.named(code);
            if (named.share() + named.unsettled() > 0) {
                rows.add(List.of(
                        Both.of(source.bundle()
                                .description()
                                .reasons()
                                .reason(code)
                                .name()),
                        Both.same(Digits.percent(named.share())),
                        Both.same(Digits.percent(named.unsettled()))));
            }
        }
        return new Block.Table(
                List.of(
                        new Both("Reason", "原因"),
                        new Both("named for", "被列出的客户占比"),
                        new Both("strong enough, not named: unsettled", "够强但因不稳定未列出")),
                rows,
                false);
    }

    private Block byColumn() {
        List<Column> features = source.bundle().description().features();
        List<List<Both>> rows = new ArrayList<>();
        for (int input : Order.byImportance(features.size(), reasons)) {
            ColumnShape shape = source.shapes().columns().get(input);
            if (shape.effects().stream().anyMatch(effect -> effect != 0)) {
                rows.add(List.of(
                        ColumnWords.name(features.get(input)),
                        Both.same(Rounded.text(reasons.importance(input), 3)),
                        Both.same(Digits.percent(reasons.settled(input)))));
            }
        }
        return new Block.Table(
                List.of(
                        new Both("Column", "列"),
                        new Both("mean absolute contribution", "平均绝对贡献"),
                        new Both("customers for whom its sign is settled", "贡献方向稳定的客户占比")),
                rows,
                false);
    }
}
