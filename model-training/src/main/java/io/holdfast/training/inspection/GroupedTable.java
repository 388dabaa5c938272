package io.holdfast.training.inspection;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.CsvStyle;
import io.holdfast.scoring.table.CsvWriter;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** Writes a table anew with one more column, whose numbers are equal where rows are near-copies of each other. */
public final class GroupedTable {
    /** The name of the column, to be described with role {@code group}. */
    public static final String COLUMN = "near_copies";

    private GroupedTable() {}

    /**
     * What was written.
     *
     * @param groups of several rows
     * @param kept share of the near-copies found that the column keeps together, 0 to 1
     */
    public record Written(int groups, double kept) {}

    /**
     * Writes UTF-8 with commas, the cells as they are. Takes another look at every row, a minute or so for a million.
     *
     * @param report of this table
     * @param out where to, closed afterwards
     * @throws InputException if there are no near-copies, the table was inspected in part only, has such a column already, or cannot be read
     */
    public static Written write(Path table, InspectionReport report, OutputStream out) {
        requireSense(report);
        int[] groups = report.nearCopies().groups();
        TableFormat format = report.format();
        try (TableReader reader = TableReader.open(table, format);
                CsvWriter csv = CsvWriter.to(out, CsvStyle.raw())) {
            int width = reader.header().size();
            reader.header().forEach(csv::exact);
            csv.exact(COLUMN);
            csv.endRow();
            int row = 0;
            while (reader.advance()) {
                for (int column = 0; column < width; column++) {
                    csv.exact(reader.row().cell(column));
                }
                csv.whole(groups[row++]);
                csv.endRow();
            }
        }
        return new Written(GroupSizes.of(groups).groups(), report.nearCopies().keptTogether(groups));
    }

    private static void requireSense(InspectionReport report) {
        List<String> names = report.columns().stream().map(ColumnProfile::name).toList();
        String problem = "";
        if (!report.nearCopies().found()) {
            problem = "holds no near-copies beyond chance, so there is nothing to keep together";
        } else if (report.inspected() < report.rows()) {
            problem = "is too large to group: only its first rows were looked at";
        } else if (names.contains(COLUMN)) {
            problem = "has a column " + Excerpt.of(COLUMN) + " already";
        }
        if (!problem.isEmpty()) {
            throw new InputException("no_groups", report.table() + " " + problem);
        }
    }
}
