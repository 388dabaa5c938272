package io.holdfast.serving.batch;

import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.table.CsvRowBuffer;
import io.holdfast.scoring.table.CsvWriter;

/** Takes rendered chunks from any number of threads and writes them in the order of the table. */
final class RowSink {
    private static final String STEP = "Scoring";

    private final CsvWriter writer;
    private final Progress progress;
    private final Tally total = new Tally();
    private long turn;
    private boolean ended;

    RowSink(CsvWriter writer, Progress progress) {
        this.writer = writer;
        this.progress = progress;
    }

    /**
     * Waits until all chunks before this one are written, then writes it.
     *
     * @return whether it was written; not after {@link #end()}
     */
    synchronized boolean write(RowChunk chunk, CsvRowBuffer rendered, Tally tally) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        while (turn != chunk.turn() && !ended) {
            wait();
        }
        if (ended) {
            return false;
        }
        writer.rows(rendered);
        total.add(tally);
        turn++;
        notifyAll();
        progress.at(STEP, total.summary().rows(), 0);
        return true;
    }

    /** Writes no more. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized BatchSummary summary() {
        return total.summary();
    }
}
