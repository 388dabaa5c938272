package io.holdfast.cli;

import io.holdfast.cli.terminal.ProgressDisplay;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.serving.batch.BatchScoring;
import io.holdfast.serving.batch.BatchSettings;
import io.holdfast.serving.batch.BatchSummary;
import io.holdfast.serving.batch.TooManyRejectedException;
import java.nio.file.Path;

/** Scores one list while people watch. */
final class ScoringRun {
    private ScoringRun() {}

    static BatchSummary of(
            Console console, BatchScoring scoring, Path table, TableFormat format, Path output, BatchSettings settings)
            throws TooManyRejectedException {
        if (!console.bars()) {
            return scoring.score(table, format, output, settings, Progress.SILENT);
        }
        try (ProgressDisplay display = new ProgressDisplay(console.err())) {
            return scoring.score(table, format, output, settings, display);
        }
    }
}
