package io.holdfast.serving.page;

import io.holdfast.care.diagnosis.Agreement;
import io.holdfast.care.diagnosis.Answer;
import io.holdfast.care.diagnosis.CareLine;
import io.holdfast.care.diagnosis.Count;
import io.holdfast.care.diagnosis.Diagnosis;
import io.holdfast.care.diagnosis.DiagnosisWords;
import io.holdfast.care.diagnosis.Evidence;
import io.holdfast.care.diagnosis.Fix;
import io.holdfast.care.diagnosis.Group;
import io.holdfast.care.diagnosis.Interviews;
import io.holdfast.care.diagnosis.MonthLine;
import io.holdfast.care.diagnosis.SegmentLine;
import io.holdfast.care.plan.CareNames;
import io.holdfast.page.Block;
import io.holdfast.page.Both;
import io.holdfast.page.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The lists of a diagnosis. */
final class DiagnosisTables {
    private static final Both NOTHING = Both.same("–");

    private final CareNames names;

    DiagnosisTables(CareNames names) {
        this.names = names;
    }

    List<Block> fixes(Diagnosis diagnosis) {
        if (diagnosis.fixes().isEmpty()) {
            return List.of(new Block.Text(new Both("No cause of the company's side stands out.", "公司方面没有突出的原因。")));
        }
        List<List<Both>> rows = new ArrayList<>();
        for (Fix fix : diagnosis.fixes()) {
            List<Both> row = new ArrayList<>(List.of(name(fix.code())));
            for (Evidence evidence : Evidence.values()) {
                row.add(DiagnosisCells.count(fix.affected(evidence)));
            }
            row.add(
                    fix.marginAtStake().isPresent()
                            ? Both.same(Digits.money(fix.marginAtStake().getAsDouble()) + " / ")
                                    .and(DiagnosisCells.count(fix.marginOf()))
                            : new Both("too few reported", "上报过少"));
            row.add(fix.owner().isEmpty() ? new Both("nobody yet: ________", "尚无：________") : Both.same(fix.owner()));
            rows.add(row);
        }
        return List.of(
                new Block.Text(
                        diagnosis.isModelInDoubt()
                                ? new Both(
                                        "Causes of the company's side, by how many customers they are stated or confirmed for, each customer once: the model's reasons agree too little with them to go by. At stake is the margin of twelve months of those of them who are still there.",
                                        "公司方面的原因，按自述或经专员确认的客户数排序（每名客户计一次）：模型原因与之不够一致，不作依据。涉及毛利为其中仍在的客户近十二个月的毛利。")
                                : new Both(
                                        "Causes of the company's side, by the margin of twelve months of those who are still there and for whom the model names them; the counts beside it are of the lost, too.",
                                        "公司方面的原因，按仍在且模型指出该原因的客户近十二个月毛利排序；人数则包括已流失者。")),
                new Block.Text(new Both(
                        "Margin counts only where it was reported. Of a cause whose customers have less of it reported less seems to be at stake than is: compare it with the customers of the care table below,"
                                + " and report the margin of all.",
                        "毛利只计上报过的客户。某原因的客户若上报较少，涉及毛利便显得偏低：请对照下方关怀表中的客户数，并上报全部客户的毛利。")),
                Block.Table.endingInWords(
                        List.of(
                                new Both("Cause", "原因"),
                                evidence(Evidence.MODEL),
                                evidence(Evidence.STATED),
                                evidence(Evidence.CONFIRMED),
                                new Both("margin at stake / reported of", "涉及毛利 / 上报客户数"),
                                new Both("owner", "负责人")),
                        rows));
    }

    List<Block> agreements(Diagnosis diagnosis) {
        List<List<Both>> rows = new ArrayList<>();
        for (Agreement each : diagnosis.agreements()) {
            rows.add(List.of(
                    evidence(each.one()).and(new Both(" with ", "与")).and(evidence(each.other())),
                    DiagnosisCells.count(each.both()),
                    each.share()
                            .map(share -> DiagnosisCells.between(
                                    Digits.percent(share.point()),
                                    Digits.percent(share.low()),
                                    Digits.percent(share.high())))
                            .orElse(new Both("too few", "人数过少")),
                    each.share().isPresent() ? Both.same(Digits.percent(each.majority())) : NOTHING));
        }
        return List.of(
                new Block.Text(new Both(
                        "Customers of whom both are known, up to this month. What does not agree more often than always naming the commonest cause knows nothing of causes.",
                        "两种证据都有的客户，截至本月。如果一致率还不如一律猜最常见的原因，这种证据就说明不了起因。")),
                new Block.Table(
                        List.of(
                                new Both("Evidence", "证据"),
                                new Both("customers", "客户"),
                                new Both("agree", "一致"),
                                new Both("always the commonest", "一律猜最常见")),
                        rows,
                        false));
    }

    List<Block> care(Diagnosis diagnosis) {
        List<List<Both>> rows = new ArrayList<>();
        for (CareLine line : diagnosis.care()) {
            List<Both> row = new ArrayList<>(List.of(name(line.code()), DiagnosisCells.count(line.customers())));
            for (Answer answer : Answer.values()) {
                row.add(DiagnosisCells.count(line.of(answer)));
            }
            row.add(line.action().isEmpty() ? NOTHING : Both.of(names.action(line.action())));
            rows.add(row);
        }
        List<Both> head = new ArrayList<>(List.of(new Both("Cause by the model", "模型原因"), new Both("customers", "客户")));
        for (Answer answer : Answer.values()) {
            head.add(Both.of(DiagnosisWords.answer(answer)));
        }
        head.add(new Both("usual action", "常用行动"));
        Block text = new Block.Text(new Both(
                "Of the wavering and declining. Whether it works, only the page of effects can tell: compare nobody here with anybody.",
                "限动摇与消费下降客户。是否有效只能看效果页；请勿在此互相比较。"));
        return rows.isEmpty() ? List.of(text) : List.of(text, Block.Table.endingInWords(head, rows));
    }

    List<Block> segments(Diagnosis diagnosis) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(segments(new Both("Tier", "层级"), diagnosis.tiers(), true));
        if (!diagnosis.owners().isEmpty()) {
            blocks.add(segments(new Both("Owner", "客户归属"), diagnosis.owners(), false));
        }
        return blocks;
    }

    private Block segments(Both title, List<SegmentLine> lines, boolean tiers) {
        List<List<Both>> rows = new ArrayList<>();
        for (SegmentLine line : lines) {
            rows.add(row(name(line, tiers), line.customers(), line::in, line.leading()));
        }
        return Block.Table.endingInWords(head(title), rows);
    }

    private Both name(SegmentLine line, boolean tier) {
        if (line.name().isEmpty()) {
            return new Both("others or unknown", "其他或未知");
        }
        return tier ? Both.of(names.tier(line.name())) : Both.same(line.name());
    }

    List<Block> months(Diagnosis diagnosis) {
        List<List<Both>> rows = new ArrayList<>();
        for (MonthLine line : diagnosis.months()) {
            rows.add(row(Both.same(line.month().toString()), Optional.of(line.customers()), line::in, line.leading()));
        }
        return List.of(Block.Table.endingInWords(head(new Both("Month", "月份")), rows));
    }

    private static List<Both> head(Both first) {
        List<Both> head = new ArrayList<>(List.of(first, new Both("customers", "客户")));
        for (Group group : Group.values()) {
            head.add(Both.of(DiagnosisWords.group(group)));
        }
        head.add(new Both("leading causes by the model", "模型主要原因"));
        return head;
    }

    private List<Both> row(Both name, Optional<Count> customers, Function<Group, Count> in, List<String> leading) {
        List<Both> row = new ArrayList<>();
        row.add(name);
        OptionalInt all = customers.map(Count::shown).orElse(OptionalInt.empty());
        row.add(customers
                .filter(count -> !count.isNobody())
                .map(DiagnosisCells::count)
                .orElse(NOTHING));
        for (Group group : Group.values()) {
            Count count = in.apply(group);
            OptionalInt shown = count.shown();
            boolean share = all.orElse(0) > 0 && shown.orElse(0) > 0;
            row.add(DiagnosisCells.count(count)
                    .and(
                            share
                                    ? Both.same(" (" + Digits.percent((double) shown.getAsInt() / all.getAsInt()) + ")")
                                    : Both.nothing()));
        }
        row.add(names(leading));
        return row;
    }

    private Both names(List<String> codes) {
        Both text = codes.isEmpty() ? NOTHING : Both.nothing();
        for (int i = 0; i < codes.size(); i++) {
            text = text.and(i == 0 ? Both.nothing() : new Both(", ", "、")).and(name(codes.get(i)));
        }
        return text;
    }

    List<Block> interviews(Diagnosis diagnosis) {
        List<List<Both>> rows = new ArrayList<>();
        for (Interviews each : diagnosis.interviews()) {
            if (!each.customers().isEmpty()) {
                rows.add(List.of(
                        Both.of(DiagnosisWords.group(each.group())).asTitle(),
                        Both.of(names.tier(each.tier())),
                        Both.same(each.customers().size() + " / ").and(DiagnosisCells.count(each.of())),
                        Both.same(String.join(", ", each.customers()))));
            }
        }
        Block text = new Block.Text(new Both(
                        "Drawn at random in every segment, so that nobody asks only whom they know. Ask openly, name no reason."
                                + " Not drawn, since they are held out (a call would be care, and the measurement would be lost) or have refused contact: ",
                        "各分组随机抽取，避免只问熟人。请开放式提问，不提示原因。因属对照组（致电即是关怀，会破坏测量）或拒绝联系而未抽取的客户数：")
                .and(DiagnosisCells.count(diagnosis.notAsked()))
                .and(new Both(".", "。")));
        return rows.isEmpty()
                ? List.of(text)
                : List.of(
                        text,
                        new Block.Table(
                                List.of(
                                        new Both("Group", "分组"),
                                        new Both("Tier", "层级"),
                                        new Both("drawn of", "抽取"),
                                        new Both("Customers", "客户")),
                                rows,
                                true));
    }

    private static Both evidence(Evidence evidence) {
        return Both.of(DiagnosisWords.evidence(evidence));
    }

    private Both name(String code) {
        return Both.of(DiagnosisWords.reason(code, names.reasons()));
    }
}
