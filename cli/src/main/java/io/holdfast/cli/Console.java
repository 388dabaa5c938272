package io.holdfast.cli;

import io.holdfast.cli.terminal.ProgressDisplay;
import io.holdfast.scoring.progress.Progress;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;

/**
 * What surrounds a command.
 *
 * @param out for results
 * @param err for everything else
 * @param bars whether {@code err} is a terminal that can show progress
 * @param home the checkout, where {@code datasets} lies
 * @param clock tells today
 */
record Console(PrintWriter out, PrintStream err, boolean bars, Path home, Clock clock) {
    /** Does work that tells how far it is; on a terminal, people see it. */
    <T> T watched(Function<Progress, T> work) {
        if (!bars) {
            return work.apply(Progress.SILENT);
        }
        try (ProgressDisplay display = new ProgressDisplay(err)) {
            return work.apply(display);
        }
    }
}
