package io.holdfast.training.inspection;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import io.holdfast.scoring.table.TableRow;
import java.nio.file.Path;
import java.util.List;

/**
 * A table as far as it was kept in memory.
 *
 * @param name what messages call it
 * @param columns one tally per column, in the order of the header
 * @param rows data rows in the file
 * @param kept the first rows, which the tallies are about
 */
record CollectedTable(String name, List<ColumnTally> columns, long rows, int kept) {
    private static final int TOLD_EVERY = 4096;

    static CollectedTable read(Path file, TableFormat format, long mostCells, Progress progress) {
        try (TableReader reader = TableReader.open(file, format)) {
            List<ColumnTally> columns =
                    reader.header().stream().map(ColumnTally::new).toList();
            long most = Math.min(Integer.MAX_VALUE - 8, Math.max(1, mostCells / columns.size()));
            int kept = 0;
            while (reader.advance()) {
                if (kept < most) {
                    keep(reader.row(), columns, format);
                    kept++;
                }
                if (reader.rows() % TOLD_EVERY == 0) {
                    progress.at("reading " + reader.name(), reader.rows(), 0);
                }
            }
            if (kept == 0) {
                throw new InputException("no_rows", reader.name() + " has a header but no rows; expected customers");
            }
            return new CollectedTable(reader.name(), columns, reader.rows(), kept);
        }
    }

    private static void keep(TableRow row, List<ColumnTally> columns, TableFormat format) {
        for (int c = 0; c < columns.size(); c++) {
            String cell = row.cell(c);
            columns.get(c).add(cell, format.isMissing(cell));
        }
    }
}
