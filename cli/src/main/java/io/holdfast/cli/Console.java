package io.holdfast.cli;

import io.holdfast.cli.terminal.ProgressDisplay;
import io.holdfast.scoring.progress.Progress;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;

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
    <T, X extends Exception> T watched(Work<T, X> work) throws X {
        if (!bars) {
            return work.done(Progress.SILENT);
        }
        try (ProgressDisplay display = new ProgressDisplay(err)) {
            return work.done(display);
        }
    }

    /** Work that tells how far it is. */
    @FunctionalInterface
    interface Work<T, X extends Exception> {
        T done(Progress progress) throws X;
    }
}
