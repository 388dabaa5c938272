package io.holdfast.training.report;

import io.holdfast.page.Block;
import io.holdfast.page.Both;
import io.holdfast.page.Section;
import io.holdfast.scoring.bundle.BundleManifest;
import java.util.ArrayList;
import java.util.List;

/** What the model does not tell, and where it comes from. */
final class ProvenanceSection {
    private ProvenanceSection() {}

    static Section limits(ReportSource source) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(new Both(
                "A reason is evidence in the score, not proof of a cause: customers like this leave more often. Where columns go together, the split "
                        + "between them is a convention.",
                "原因是分数中的证据，而非因果证明：这样的客户更常流失。若各列彼此相关，贡献在它们之间的分配只是一种约定。")));
        if (!source.table().dated()) {
            blocks.add(new Block.Text(new Both(
                    "The table has no dates: the figures hold for customers like these, not for a later time.",
                    "数据表没有日期：这些数字适用于类似的客户，不适用于以后的时期。")));
        }
        blocks.add(new Block.Text(new Both(
                "Figures are those of the held-out customers at training; what care achieves is not in them.",
                "数字来自训练时的留出客户；关怀措施的效果不在其中。")));
        return new Section("limits", new Both("Limits", "局限"), blocks);
    }

    static Section provenance(ReportSource source) {
        BundleManifest manifest = source.bundle().manifest();
        List<List<Both>> rows = new ArrayList<>();
        row(rows, new Both("Engine version", "引擎版本"), manifest.engineVersion());
        row(rows, new Both("Trainer", "训练器"), manifest.trainer());
        row(rows, new Both("Seed", "随机种子"), Long.toString(manifest.seed()));
        row(rows, new Both("Table, SHA-256", "数据表 SHA-256"), manifest.tableDigest());
        manifest.files().forEach((name, digest) -> row(rows, Both.same(name + ", SHA-256"), digest));
        source.bundle().model().facts().forEach((key, value) -> {
            if (!key.equals("tableDigest") && !key.equals("seed") && !key.equals("trainer")) {
                row(rows, Both.same(key), value);
            }
        });
        Block table = new Block.Table(List.of(Both.nothing(), Both.nothing()), rows, true);
        return new Section(
                "provenance",
                new Both("Provenance", "来源"),
                List.of(
                        table,
                        new Block.Findings(source.facts()),
                        new Block.Text(new Both(
                                "The digest of the whole bundle stands in its manifest.json, which covers this file too.",
                                "整个模型包的摘要在 manifest.json 中，也涵盖本文件。"))));
    }

    private static void row(List<List<Both>> rows, Both name, String value) {
        rows.add(List.of(name, Both.same(value)));
    }
}
