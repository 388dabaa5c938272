package io.holdfast.scoring.score;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.table.TableRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The column of a table that says on which day a customer left; nobody has where there is none, and an empty cell says that they are still there. */
public final class AlreadyLeft {
    /** Why nobody scores a customer who has left. */
    public static final Refusal REFUSAL = new Refusal(
            "already_left",
            "",
            LocalizedText.of(
                    "The customer had already left by the day of the values, so there is no risk to foresee (expected: customers who are still there).",
                    "截至数据日期该客户已流失，无需预测其流失风险（应为：仍在网的客户）。"));

    private static final int ABSENT = -1;

    private final String column;
    private final int position;
    private final Set<String> missing;

    AlreadyLeft(List<String> header, DatasetDescription description) {
        this.column = description.with(ColumnRole.DEPARTURE).map(Column::name).orElse("");
        this.position = column.isEmpty() ? ABSENT : header.indexOf(column);
        this.missing = description.format().missing();
    }

    /**
     * The day on which the row's customer left, or is going to.
     *
     * @throws RefusedException when the cell is no date
     */
    Optional<LocalDate> day(TableRow row) throws RefusedException {
        if (position == ABSENT) {
            return Optional.empty();
        }
        String cell = row.cell(position);
        if (cell.isEmpty() || missing.contains(cell)) {
            return Optional.empty();
        }
        Optional<LocalDate> day = AsOfDay.parse(cell);
        if (day.isEmpty()) {
            throw new RefusedException(
                    "wrong_type",
                    column,
                    LocalizedText.same("Column " + Excerpt.of(column) + " holds " + Excerpt.of(cell)
                            + " (expected: a date such as 2026-01-31, or nothing)."));
        }
        return day;
    }

    /** Whether who left on a day was gone by another. */
    public static boolean by(LocalDate asOf, LocalDate left) {
        return !left.isAfter(asOf);
    }
}
