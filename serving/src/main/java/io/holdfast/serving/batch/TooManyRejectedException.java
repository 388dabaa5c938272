package io.holdfast.serving.batch;

import io.holdfast.scoring.fault.Clause;
import java.util.Locale;

/** More rows were refused than may be, so nothing was written. */
public final class TooManyRejectedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient BatchSummary summary;

    /**
     * Too many for this table.
     *
     * @param table as messages name it
     * @param allowed how many may be
     * @param summary with at least one of the refused
     */
    public TooManyRejectedException(String table, long allowed, BatchSummary summary) {
        super(sentence(table, allowed, summary));
        this.summary = summary;
    }

    private static String sentence(String table, long allowed, BatchSummary summary) {
        RejectedRow first = summary.firstRefused().get(0);
        return String.format(
                Locale.ROOT,
                "%,d of %,d rows were refused; at most %,d may be (--max-rejected), so nothing was written; the first is %s line %d: %s",
                summary.refused(),
                summary.rows(),
                allowed,
                table,
                first.line(),
                Clause.of(first.refusal().message()));
    }

    /** What became of the rows. */
    public BatchSummary summary() {
        return summary;
    }
}
