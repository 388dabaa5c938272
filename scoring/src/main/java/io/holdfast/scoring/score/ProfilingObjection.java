package io.holdfast.scoring.score;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.dataset.FlagTokens;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.table.TableRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The column of a table that says who objects to being profiled; nobody objects where there is none, and an empty cell is no objection. */
public final class ProfilingObjection {
    /** Why nobody scores a customer who objects. */
    public static final Refusal REFUSAL = new Refusal(
            "profiling_objection",
            "",
            LocalizedText.of(
                    "The customer objects to being profiled, so nobody scores them (expected: no further request).",
                    "该客户反对画像分析，因此不予评分（应为：不再请求）。"));

    private static final int ABSENT = -1;

    private final String column;
    private final int position;
    private final FlagTokens tokens;
    private final Set<String> missing;

    ProfilingObjection(List<String> header, DatasetDescription description) {
        Optional<Column> described = description.with(ColumnRole.OBJECTION);
        this.column = described.map(Column::name).orElse("");
        this.position = described.map(Column::name).map(header::indexOf).orElse(ABSENT);
        this.tokens = described.map(Column::flagTokens).orElse(FlagTokens.standard());
        this.missing = description.format().missing();
    }

    /**
     * Whether the row's customer objects.
     *
     * @throws RefusedException when the cell says neither yes nor no
     */
    boolean in(TableRow row) throws RefusedException {
        if (position == ABSENT) {
            return false;
        }
        String cell = row.cell(position);
        if (missing.contains(cell) || tokens.isNo(cell)) {
            return false;
        }
        if (tokens.isYes(cell)) {
            return true;
        }
        throw new RefusedException(
                "wrong_type",
                column,
                LocalizedText.same("Column " + Excerpt.of(column) + " holds " + Excerpt.of(cell) + " (expected: "
                        + tokens.expectation() + ")."));
    }
}
