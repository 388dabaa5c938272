package io.holdfast.features.plan;

/** Rows that aggregates are computed over, one common table expression each. */
enum Stage {
    /** The events that features may see. */
    EVENTS("seen"),
    /** The days on which a unit had events of a kind, with the gap to the day before. */
    RHYTHM("rhythm"),
    /** Complaints with what became of them. */
    CASES("cases"),
    /** How many purchases had each value of a category. */
    MIX("mix"),
    /** The values of categories that use had, the latest first. */
    LATEST("latest");

    private final String rows;

    Stage(String rows) {
        this.rows = rows;
    }

    /** Name of the rows. */
    String rows() {
        return rows;
    }

    /** Name of the aggregates, one row for each unit. */
    String sums() {
        return rows + "_sums";
    }
}
