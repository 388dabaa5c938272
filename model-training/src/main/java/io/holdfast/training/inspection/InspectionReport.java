package io.holdfast.training.inspection;

import io.holdfast.scoring.table.TableFormat;
import java.util.List;
import java.util.Optional;

/**
 * What an inspection found.
 *
 * @param table what messages call it
 * @param format how it is written
 * @param rows data rows
 * @param inspected the first so many of them are what all else is about
 * @param columns one profile per column, in the order of the header
 * @param labelCandidates columns of two values, those first whose name says that they are a label
 * @param label the label stated or guessed; empty if there was none to guess
 * @param labelStated whether somebody said which column is the label
 * @param duplicates rows that are equal but for ids
 * @param nearCopies what was found of rows that are nearly equal
 * @param groupColumn the column that would keep the near-copies together, if any does
 * @param leaks columns that may give the label away, in the order of the header
 * @param redundant columns that say what an earlier one says
 * @param remarks what else there is to say, in sentences
 */
public record InspectionReport(
        String table,
        TableFormat format,
        long rows,
        long inspected,
        List<ColumnProfile> columns,
        List<LabelCandidate> labelCandidates,
        Optional<LabelCandidate> label,
        boolean labelStated,
        RowDuplicates duplicates,
        NearCopies nearCopies,
        Optional<String> groupColumn,
        List<LeakSuspect> leaks,
        List<RedundantColumn> redundant,
        List<String> remarks) {
    /** Keeps copies. */
    public InspectionReport {
        columns = List.copyOf(columns);
        labelCandidates = List.copyOf(labelCandidates);
        leaks = List.copyOf(leaks);
        redundant = List.copyOf(redundant);
        remarks = List.copyOf(remarks);
    }

    /** As plain text for a terminal: what to know first, then a line per column. */
    public String text() {
        return new ReportText(this).text();
    }

    /**
     * A draft of the description: valid, with every guess marked and every text left to be filled in. Without a label to
     * guess, a placeholder stands for it, which training refuses with what to fill in.
     *
     * @param tablePath where the table is, as the description is to write it
     * @throws io.holdfast.scoring.fault.InputException if no column could be a feature
     */
    public String draft(String tablePath) {
        return new DescriptionDraft(this, tablePath).yaml();
    }
}
