package io.holdfast.cli.waterfall;

import io.holdfast.scoring.reason.Contribution;
import java.util.List;

/**
 * One reason of a waterfall.
 *
 * @param name what people call it, with a mark where its sign is unsettled
 * @param impact sum of the columns' contributions, log-odds
 * @param columns what it is made of, strongest in the reason's direction first
 * @param unsettled whether its name or one of its columns gets that mark
 */
record Step(String name, double impact, List<Contribution> columns, boolean unsettled) {
    /** The columns that move the score, however little. */
    List<Contribution> effective() {
        return columns.stream().filter(column -> column.impact() != 0).toList();
    }

    /** The columns that add exactly nothing. */
    List<Contribution> withoutEffect() {
        return columns.stream().filter(column -> column.impact() == 0).toList();
    }
}
