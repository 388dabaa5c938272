package io.holdfast.features.plan;

/**
 * An aggregate over the rows of a stage that no order of them changes: a count, a sum of whole numbers or of ordered ones, a least or greatest value.
 *
 * @param stage whose rows
 * @param alias name of the result; equal aliases mean equal aggregates
 * @param sql of the aggregate
 */
record Aggregate(Stage stage, String alias, String sql) {
    static Aggregate of(Stage stage, String alias, String function, String condition) {
        return new Aggregate(stage, alias, function + " FILTER (WHERE " + condition + ")");
    }

    /** The exact sum of whole numbers. */
    static Aggregate sum(Stage stage, String alias, String addend, String condition) {
        return new Aggregate(stage, alias, "CAST(sum(" + addend + ") FILTER (WHERE " + condition + ") AS BIGINT)");
    }

    /** The result in an expression. */
    String ref() {
        return stage.sums() + "." + alias;
    }
}
