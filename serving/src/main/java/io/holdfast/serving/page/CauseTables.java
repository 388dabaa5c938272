package io.holdfast.serving.page;

import io.holdfast.care.diagnosis.Change;
import io.holdfast.care.diagnosis.Diagnosis;
import io.holdfast.care.diagnosis.DiagnosisWords;
import io.holdfast.care.diagnosis.Evidence;
import io.holdfast.care.diagnosis.GroupLine;
import io.holdfast.care.diagnosis.ReasonLine;
import io.holdfast.care.inference.Estimate;
import io.holdfast.page.Block;
import io.holdfast.page.Both;
import io.holdfast.page.Chart;
import io.holdfast.page.Digits;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Causes of each group, the three kinds of evidence side by side. */
final class CauseTables {
    private final ReasonCatalogue reasons;

    CauseTables(ReasonCatalogue reasons) {
        this.reasons = reasons;
    }

    List<Block> of(Diagnosis diagnosis) {
        List<Block> blocks = new ArrayList<>();
        List<Block.Figure> figures = new ArrayList<>();
        for (GroupLine group : diagnosis.groups()) {
            figure(group).ifPresent(figures::add);
        }
        if (!figures.isEmpty()) {
            blocks.add(new Block.Charts(figures));
        }
        for (GroupLine group : diagnosis.groups()) {
            blocks.add(new Block.Text(heading(group)));
            table(group).ifPresent(blocks::add);
        }
        if (!diagnosis.withoutData().isEmpty()) {
            blocks.add(new Block.Text(without(diagnosis.withoutData())));
        }
        return blocks;
    }

    private Both without(List<String> codes) {
        Both text = new Both("No evidence of any kind, in any month, for: ", "任何月份都没有任何证据的原因：");
        for (int i = 0; i < codes.size(); i++) {
            text = text.and(i == 0 ? Both.nothing() : new Both(", ", "、")).and(name(codes.get(i)));
        }
        return text.and(
                new Both(". That nobody looked does not mean that nobody leaves for it.", "。没有调查过，不等于没有客户因此流失。"));
    }

    private static Both heading(GroupLine group) {
        Both name = Both.of(DiagnosisWords.group(group.group())).asTitle();
        List<Both> known = new ArrayList<>();
        for (Evidence evidence : Evidence.values()) {
            Both of = lines(group, evidence).stream()
                    .findFirst()
                    .map(line -> DiagnosisCells.count(line.change().of()))
                    .orElse(Both.same("0"));
            known.add(Both.of(DiagnosisWords.evidence(evidence))
                    .and(Both.same(" "))
                    .and(of));
        }
        Both text = name.and(new Both(", known: ", "，已知人数：")).and(known.get(0));
        return text.and(new Both(", ", "，"))
                .and(known.get(1))
                .and(new Both(", ", "，"))
                .and(known.get(2))
                .and(new Both(".", "。"));
    }

    private Optional<Block> table(GroupLine group) {
        Set<String> codes = new LinkedHashSet<>();
        for (Evidence evidence : Evidence.values()) {
            lines(group, evidence).stream()
                    .filter(line -> line.pooled() == 0)
                    .map(ReasonLine::code)
                    .forEach(codes::add);
        }
        boolean pooled = false;
        for (Evidence evidence : Evidence.values()) {
            pooled |= lines(group, evidence).stream()
                    .anyMatch(line ->
                            line.pooled() > 0 && !line.change().customers().isNobody());
        }
        if (codes.isEmpty() && !pooled) {
            return Optional.empty();
        }
        if (pooled) {
            codes.add("");
        }
        List<Both> head = new ArrayList<>();
        head.add(new Both("Cause", "原因"));
        for (Evidence evidence : Evidence.values()) {
            head.add(Both.of(DiagnosisWords.evidence(evidence)));
            head.add(new Both("change", "变化"));
        }
        List<List<Both>> rows = new ArrayList<>();
        for (String code : codes) {
            List<Both> row = new ArrayList<>();
            row.add(code.isEmpty() ? new Both("others, pooled", "其他（合并）") : name(code));
            for (Evidence evidence : Evidence.values()) {
                Optional<Change> change = lines(group, evidence).stream()
                        .filter(line -> line.code().equals(code))
                        .map(ReasonLine::change)
                        .findFirst();
                row.add(change.map(DiagnosisCells::share).orElse(Both.same("–")));
                row.add(change.map(DiagnosisCells::change).orElse(Both.same("–")));
            }
            rows.add(row);
        }
        return Optional.of(new Block.Table(head, rows, false));
    }

    private Optional<Block.Figure> figure(GroupLine group) {
        List<Chart.Difference> differences = new ArrayList<>();
        for (ReasonLine line : lines(group, Evidence.MODEL)) {
            Change change = line.change();
            if (change.difference().isPresent() && change.isShown()) {
                differences.add(difference(
                        name(line.code()), change, change.difference().get()));
            }
        }
        Both name = Both.of(DiagnosisWords.group(group.group())).asTitle();
        // A single line is read in the table.
        return differences.size() < 2
                ? Optional.empty()
                : Optional.of(new Block.Figure(
                        "change-" + group.group().code(),
                        name.and(new Both(": change by the model", "：模型推断的变化")),
                        Both.nothing(),
                        new Chart.Forest(new Both("points against the month before", "相对上月的百分点"), differences)));
    }

    private static Chart.Difference difference(Both name, Change change, Estimate found) {
        String style = change.finding() ? (found.point() > 0 ? "bad" : "good") : "open";
        return new Chart.Difference(
                name,
                Digits.drawn(100 * found.point()),
                List.of(Digits.drawn(100 * found.low()), Digits.drawn(100 * found.high())),
                List.of(),
                style);
    }

    private static List<ReasonLine> lines(GroupLine group, Evidence evidence) {
        return group.reasons().getOrDefault(evidence, List.of());
    }

    private Both name(String code) {
        return Both.of(DiagnosisWords.reason(code, reasons));
    }
}
