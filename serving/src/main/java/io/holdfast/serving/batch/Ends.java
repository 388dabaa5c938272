package io.holdfast.serving.batch;

import io.holdfast.care.decision.CareDecision;
import io.holdfast.care.decision.CareStatus;
import io.holdfast.care.playbook.CareAction;
import io.holdfast.scoring.score.InputWarning;
import io.holdfast.scoring.table.CsvCells;
import io.holdfast.scoring.table.CsvRowBuffer;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the cells from {@code care_status} to {@code scored_at} of scored customers. Without warnings they are the same for all who get the same care, and
 * are kept ready. For one thread.
 */
final class Ends {
    private final BatchRun run;
    private final CsvRowBuffer out;
    private @Nullable CsvCells withoutCare;
    private final IdentityHashMap<CareAction, CsvCells> recommended = new IdentityHashMap<>();
    private final IdentityHashMap<CareAction, CsvCells> withheld = new IdentityHashMap<>();

    Ends(BatchRun run, CsvRowBuffer out) {
        this.run = run;
        this.out = out;
    }

    void write(CareDecision decision, List<InputWarning> warnings) {
        if (!warnings.isEmpty()) {
            anew(decision, text(warnings));
            return;
        }
        @Nullable CareAction action = decision.action().orElse(null);
        IdentityHashMap<CareAction, CsvCells> made =
                decision.status() == CareStatus.RECOMMENDED ? recommended : withheld;
        @Nullable CsvCells known = action == null ? withoutCare : made.get(action);
        if (known != null) {
            out.cells(known);
            return;
        }
        int start = out.size();
        anew(decision, "");
        CsvCells cells = out.since(start);
        if (action == null) {
            withoutCare = cells;
        } else {
            made.put(action, cells);
        }
    }

    private void anew(CareDecision decision, String warnings) {
        out.cell(decision.status().code());
        out.cell(decision.action().map(CareAction::code).orElse(""));
        out.cell(decision.text(run.output().language()));
        out.cell(warnings);
        out.cells(run.facts());
    }

    private static String text(List<InputWarning> warnings) {
        if (warnings.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (InputWarning warning : warnings) {
            text.append(text.isEmpty() ? "" : ";")
                    .append(warning.code())
                    .append(warning.field().isEmpty() ? "" : ":")
                    .append(warning.field());
        }
        return text.toString();
    }
}
