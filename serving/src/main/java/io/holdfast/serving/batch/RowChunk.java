package io.holdfast.serving.batch;

import io.holdfast.scoring.table.TableRow;
import org.jspecify.annotations.Nullable;

/** Neighbouring rows that one thread works on at a time. Reusable, not thread-safe. */
final class RowChunk {
    /** Enough that taking turns costs nothing, few enough that their output stays in the processor's cache. */
    static final int ROOM = 256;

    private final @Nullable TableRow[] rows = new TableRow[ROOM];
    private int size;
    private long turn;

    /** Begins anew as the chunk of this turn. */
    void begin(long newTurn) {
        turn = newTurn;
        size = 0;
    }

    boolean isFull() {
        return size == ROOM;
    }

    void add(TableRow row) {
        rows[size++] = row;
    }

    int size() {
        return size;
    }

    TableRow row(int position) {
        TableRow row = rows[position];
        if (row == null) {
            throw new IndexOutOfBoundsException(position);
        }
        return row;
    }

    /** Which chunk of the table it is, from 0. */
    long turn() {
        return turn;
    }
}
