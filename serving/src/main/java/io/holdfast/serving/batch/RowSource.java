package io.holdfast.serving.batch;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.TableReader;

/** Hands out the rows of a table, chunk by chunk in their order, to any number of threads. */
final class RowSource {
    private final TableReader reader;
    private final RowFilter filter;
    private final IdCheck ids;
    private long turn;
    private boolean ended;

    RowSource(TableReader reader, RowFilter filter, IdCheck ids) {
        this.reader = reader;
        this.filter = filter;
        this.ids = ids;
    }

    /**
     * Fills a chunk with the next rows.
     *
     * @return whether there are any
     * @throws io.holdfast.scoring.fault.InputException when the table is at fault here
     */
    synchronized boolean fill(RowChunk chunk) {
        boolean filled = false;
        try {
            read(chunk);
            filled = true;
        } finally {
            // Otherwise another thread might find a later fault and be the first to tell.
            ended |= !filled;
        }
        turn++;
        return chunk.size() > 0;
    }

    /** The first fault of the table is the one that is told, so a customer who stands there twice before another fault goes first. */
    private void read(RowChunk chunk) {
        chunk.begin(turn);
        try {
            while (!ended && !chunk.isFull()) {
                readRow(chunk);
            }
        } catch (InputException e) {
            ids.note(chunk);
            ids.settle();
            throw e;
        }
        ids.note(chunk);
        if (ended) {
            ids.settle();
        }
    }

    private void readRow(RowChunk chunk) {
        if (!reader.advance()) {
            ended = true;
        } else if (filter.accepts(reader.row())) {
            chunk.add(reader.row());
        }
    }

    /** Lets nobody have any more rows. */
    synchronized void end() {
        ended = true;
    }
}
