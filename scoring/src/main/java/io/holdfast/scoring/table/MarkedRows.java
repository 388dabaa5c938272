package io.holdfast.scoring.table;

import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that are checked for their mark as they pass, so that a table need not be read twice, which a pipe cannot be. */
final class MarkedRows implements TableRows {
    private final String name;
    private final TableRows rows;
    private final RowMark mark;
    private final int position;
    private @Nullable TableRow first;
    private @Nullable InputException fault;
    private boolean atFirst = true;

    private MarkedRows(String name, TableRows rows, RowMark mark, int position) {
        this.name = name;
        this.rows = rows;
        this.mark = mark;
        this.position = position;
    }

    /**
     * The rows with the check of a format's mark. The first row is looked at here: of a table that is wholly another one, everybody is told so, and not what its header lacks.
     *
     * @throws InputException if the first row has another mark
     */
    static TableRows of(String name, TableRows rows, TableFormat format) {
        int position =
                format.mark().map(mark -> rows.header().indexOf(mark.column())).orElse(-1);
        if (position < 0) {
            return rows;
        }
        MarkedRows marked = new MarkedRows(name, rows, format.mark().orElseThrow(), position);
        marked.look();
        return marked;
    }

    private void look() {
        try {
            first = rows.next();
        } catch (InputException e) {
            // It is told in its turn, after what is wrong with the header.
            fault = e;
            return;
        }
        check(first);
    }

    @Override
    public List<String> header() {
        return rows.header();
    }

    @Override
    public @Nullable TableRow next() {
        if (atFirst) {
            atFirst = false;
            if (fault != null) {
                throw fault;
            }
            return first;
        }
        TableRow row = rows.next();
        check(row);
        return row;
    }

    private void check(@Nullable TableRow row) {
        if (row != null) {
            mark.require(name, row.line(), row.cell(position));
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
