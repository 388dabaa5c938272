package io.holdfast.cli.planning;

import io.holdfast.care.plan.CareDecision;
import io.holdfast.care.plan.CarePlan;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.file.AtomicFile;
import io.holdfast.scoring.file.OutputFile;
import io.holdfast.scoring.table.CsvStyle;
import io.holdfast.scoring.table.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** Writes a plan: a line for each row of the table, in the same order. */
public final class PlanFile {
    private static final List<String> COLUMNS = List.of(
            "customer_id",
            "unit",
            "household",
            "owner",
            "status",
            "cause",
            "arm",
            "action",
            "step",
            "steps",
            "channel",
            "team",
            "due_at",
            "expires_at",
            "tier",
            "stage",
            "expected_gain",
            "gain_low",
            "gain_high",
            "cost",
            "evidence",
            "candidates",
            "entitlements",
            "text",
            "explanation",
            "decision_id",
            "playbook_digest");

    /** The status of a row that is at fault. */
    static final String REFUSED = "refused";

    /** The status of a row that stands as it was decided before. */
    static final String KEPT = "kept";

    private PlanFile() {}

    /** The names of the columns, in order. */
    public static List<String> columns() {
        return COLUMNS;
    }

    /**
     * Writes the whole file or none of it; rows that could not be planned for stand where they stood in the table.
     *
     * @param left ids of the decisions that a store did not take, since an earlier one stands
     */
    public static void write(
            CarePlan plan, List<RefusedRow> refused, Set<String> left, Path output, Language language, CsvStyle style) {
        List<CareDecision> decisions = plan.decisions();
        write(
                output,
                style,
                decisions.size(),
                row -> {
                    CareDecision decision = decisions.get(row);
                    return new DecisionLine(
                            decision, !left.contains(decision.decisionId()), plan.playbookDigest(), language);
                },
                refused);
    }

    /**
     * The same of lines that are made one by one.
     *
     * @param rows how many there are beside the refused
     */
    static void write(Path output, CsvStyle style, int rows, IntFunction<PlanLine> lines, List<RefusedRow> refused) {
        try (AtomicFile file = AtomicFile.create(output)) {
            try (CsvWriter csv = CsvWriter.to(OutputFile.stream(file, output), style)) {
                COLUMNS.forEach(csv::cell);
                csv.endRow();
                int next = 0;
                for (int row = 0; row < rows; row++) {
                    next = refusedBefore(csv, refused, next, row);
                    lines.apply(row).write(csv);
                    csv.endRow();
                }
                refusedBefore(csv, refused, next, Integer.MAX_VALUE);
            }
            file.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param planned how many lines of others stand before */
    private static int refusedBefore(CsvWriter csv, List<RefusedRow> refused, int from, int planned) {
        int next = from;
        while (next < refused.size() && refused.get(next).position() - next <= planned) {
            refused(csv, refused.get(next));
            next++;
        }
        return next;
    }

    private static void refused(CsvWriter csv, RefusedRow refused) {
        csv.exact(refused.id());
        blank(csv, 3);
        csv.cell(REFUSED);
        csv.cell(refused.row().refusal().code());
        blank(csv, COLUMNS.size() - 6);
        csv.endRow();
    }

    static void blank(CsvWriter csv, int cells) {
        for (int i = 0; i < cells; i++) {
            csv.empty();
        }
    }
}
