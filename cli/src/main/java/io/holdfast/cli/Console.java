package io.holdfast.cli;

import io.holdfast.cli.terminal.ProgressDisplay;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.progress.StepTimes;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * What surrounds a command.
 *
 * @param out for results
 * @param err for everything else
 * @param bars whether {@code err} is a terminal that can show progress
 * @param home the checkout, where {@code datasets} lies
 * @param clock tells today
 * @param times of the steps of what is watched, where somebody wants them
 */
record Console(PrintWriter out, PrintStream err, boolean bars, Path home, Clock clock, Optional<StepTimes> times) {
    /** Surroundings in which nobody wants the times of steps. */
    Console(PrintWriter out, PrintStream err, boolean bars, Path home, Clock clock) {
        this(out, err, bars, home, clock, Optional.empty());
    }

    /** The same, where the steps of what is watched are timed. */
    Console timedBy(StepTimes steps) {
        return new Console(out, err, bars, home, clock, Optional.of(steps));
    }

    /** Does work that tells how far it is; on a terminal, people see it. */
    <T, X extends Exception> T watched(Work<T, X> work) throws X {
        if (!bars) {
            return work.done(timed(Progress.SILENT));
        }
        try (ProgressDisplay display = new ProgressDisplay(err)) {
            return work.done(timed(display));
        }
    }

    private Progress timed(Progress progress) {
        return times.map(steps -> steps.with(progress)).orElse(progress);
    }

    /** Work that tells how far it is. */
    @FunctionalInterface
    interface Work<T, X extends Exception> {
        T done(Progress progress) throws X;
    }
}
