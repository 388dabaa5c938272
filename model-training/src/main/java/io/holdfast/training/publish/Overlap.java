package io.holdfast.training.publish;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.bundle.RowSketch;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.training.data.TrainingTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Notices that a table holds rows a model was trained on. Where customers have ids, one such row is enough to refuse. Without
 * ids, customers who have little to differ in share their values by chance, so some equal rows are let pass, with a note.
 */
final class Overlap {
    private static final double MOST_BY_CHANCE = 0.05;
    private static final int DIGEST_SHOWN = 12;

    private final long checked;
    private final long found;
    private final long firstLine;

    private Overlap(long checked, long found, long firstLine) {
        this.checked = checked;
        this.found = found;
        this.firstLine = firstLine;
    }

    private static Overlap of(ModelBundle bundle, TrainingTable table) {
        RowSketch sketch = bundle.reference().sketch();
        long checked = 0;
        long found = 0;
        long firstLine = 0;
        for (int row = 0; row < table.rows(); row++) {
            long fingerprint = table.fingerprint(row);
            if (!sketch.covers(fingerprint)) {
                continue;
            }
            checked++;
            if (sketch.contains(fingerprint)) {
                found++;
                firstLine = firstLine == 0 ? table.line(row) : firstLine;
            }
        }
        return new Overlap(checked, found, firstLine);
    }

    /**
     * Refuses a table with training rows.
     *
     * @param first from which date on rows can judge the model, where it learned from dated rows
     * @return notes about what was let pass
     */
    static List<String> refuse(ModelBundle bundle, TrainingTable table, Optional<FirstTestDate> first) {
        Overlap overlap = of(bundle, table);
        if (overlap.found == 0) {
            return List.of();
        }
        double share = (double) overlap.found / overlap.checked;
        String figures = String.format(
                Locale.ROOT,
                "%,d of the %,d %s that can be checked (%.1f %%, the first on line %d)",
                overlap.found,
                overlap.checked,
                overlap.checked == 1 ? "row" : "rows",
                100 * share,
                overlap.firstLine);
        if (table.identified() || share > MOST_BY_CHANCE) {
            throw new InputException(
                    "overlaps_training",
                    table.name() + " holds rows that " + named(bundle) + " was trained on: " + figures
                            + " (expected: "
                            + first.map(date -> "rows of " + date.date() + " or later")
                                    .orElse("customers it has not seen")
                            + ", or its training table unchanged, of which only the "
                            + "held-out rows are used)");
        }
        return List.of(figures + (overlap.found == 1 ? " has" : " have")
                + " the same values as a training row; the table has no id, so this may be chance.");
    }

    /** With digits of the digest, since two bundles may have one id. */
    private static String named(ModelBundle bundle) {
        return bundle.manifest().modelId() + " (digest "
                + bundle.manifest().digest().substring(0, DIGEST_SHOWN) + ")";
    }
}
