package io.holdfast.cli.terminal;

import io.holdfast.scoring.progress.Progress;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows one bar per step of the work. Close it before printing anything else. */
public final class ProgressDisplay implements Progress, AutoCloseable {
    private static final int MILLIS_BETWEEN_UPDATES = 200;
    private static final int UNKNOWN = -1;

    private final PrintStream out;
    private String step = "";
    private @Nullable ProgressBar bar;

    /** A display on this stream, which should be a terminal's. */
    public ProgressDisplay(PrintStream out) {
        this.out = out;
    }

    @Override
    public void at(String what, long done, long total) {
        ProgressBar shown = bar;
        if (shown == null || !what.equals(step)) {
            close();
            shown = new ProgressBarBuilder()
                    .setTaskName(what)
                    .setInitialMax(total > 0 ? total : UNKNOWN)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(MILLIS_BETWEEN_UPDATES)
                    .setConsumer(new ConsoleProgressBarConsumer(out))
                    .build();
            bar = shown;
            step = what;
        }
        if (total > 0) {
            shown.maxHint(total);
        }
        shown.stepTo(done);
    }

    /** Ends the bar's line. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
