package io.holdfast.serving.batch;

import io.holdfast.scoring.table.TableReader;
import io.holdfast.scoring.table.TableRow;

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

    private void read(RowChunk chunk) {
        chunk.begin(turn);
        while (!ended && !chunk.isFull()) {
            if (!reader.advance()) {
                ended = true;
            } else {
                TableRow row = reader.row();
                if (filter.accepts(row)) {
                    chunk.add(row);
                }
            }
        }
        ids.require(chunk);
    }

    /** Lets nobody have any more rows. */
    synchronized void end() {
        ended = true;
    }
}
