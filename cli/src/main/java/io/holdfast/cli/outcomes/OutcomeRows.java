package io.holdfast.cli.outcomes;

import io.holdfast.cli.rows.RowColumn;
import io.holdfast.cli.rows.RowKind;
import java.util.List;

/** Rows of what became of customers. */
public final class OutcomeRows implements RowKind {
    @Override
    public String name() {
        return "outcomes";
    }

    @Override
    public List<? extends RowColumn> columns() {
        return List.of(OutcomeColumn.values());
    }

    @Override
    public List<? extends RowColumn> behind(String flag) {
        return switch (flag) {
            case "early", "future" -> List.of(OutcomeColumn.OCCURRED_AT);
            case "late" -> List.of(OutcomeColumn.OCCURRED_AT, OutcomeColumn.REPORTED_AT);
            case "unknown_customer" -> List.of(OutcomeColumn.CUSTOMER_ID);
            case "unknown_prediction" -> List.of(OutcomeColumn.PREDICTION_ID);
            case "unknown_corrected" -> List.of(OutcomeColumn.SUPERSEDES);
            case "unknown_reason" -> List.of(OutcomeColumn.REASON);
            default -> List.of();
        };
    }
}
