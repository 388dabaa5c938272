package io.holdfast.cli;

import io.holdfast.features.snapshot.CustomerHistory;
import io.holdfast.scoring.bundle.BundleReader;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.fault.ShellWord;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.serving.snapshot.SnapshotFile;
import java.nio.file.Path;
import java.util.Optional;

/** Feature tables to serve from. */
final class Snapshots {
    private Snapshots() {}

    /** A table, and the mark it must have so that its features are those the model learned: the server itself knows no plan. */
    static SnapshotFile file(Path bundle, Path features) {
        Histories.requireTable(
                features,
                "the table of its features: holdfast features " + ShellWord.of(features) + " --bundle "
                        + ShellWord.of(bundle) + " --as-of DATE -o snapshot.csv.gz");
        ModelBundle loaded = BundleReader.read(bundle);
        return new SnapshotFile(features, mark(bundle, loaded));
    }

    /**
     * The format of tables which, where they say by what plan their features were made, must say that of the model: whoever reads one so refuses the first row of
     * another plan.
     *
     * @param bundle where it is, as messages name it
     * @param format how they are written
     */
    static TableFormat ofPlan(Path bundle, ModelBundle loaded, TableFormat format) {
        return mark(bundle, loaded).map(format::withMark).orElse(format);
    }

    private static Optional<SnapshotFile.PlanMark> mark(Path bundle, ModelBundle loaded) {
        return BundleHistory.of(bundle, loaded)
                .map(history -> new SnapshotFile.PlanMark(
                        CustomerHistory.PLAN, history.planDigest(BundleHistory.values(bundle, loaded))));
    }
}
