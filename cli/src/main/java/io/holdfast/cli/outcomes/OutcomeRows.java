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
}
