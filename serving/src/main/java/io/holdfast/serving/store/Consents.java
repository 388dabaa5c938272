package io.holdfast.serving.store;

/** SQL of what customers agreed to or refused, for the statements of others. */
final class Consents {
    private static final String REPLACES =
            "(consent.said_at < excluded.said_at or (consent.said_at = excluded.said_at and"
                    + " consent.granted > excluded.granted))";

    private static final String SAME = "consent.granted = excluded.granted";

    /**
     * Ends an insert into {@code consent}: a later statement takes the place of the one that is there; of two at one moment the refusal stands. What is said again is so since the statement that came in
     * first; an earlier one that comes in afterwards changes nothing, since the opposite may have been said in between, which nothing tells any more.
     */
    static final String UNLESS_LATER =
            " on conflict (customer_id, purpose, channel) do update set granted = excluded.granted, said_at = excluded.said_at,"
                    + " source = excluded.source, since = case when " + SAME + " then " + since("consent") + " else "
                    + since("excluded") + " end where " + REPLACES;

    /** The same for what stands of the other id of a merge: what both say is so since the first of them said it. */
    static final String UNLESS_LATER_OF_BOTH = unlessLaterOfBoth();

    private Consents() {}

    private static String unlessLaterOfBoth() {
        String earlier = SAME + " and " + since("excluded") + " < " + since("consent");
        return " on conflict (customer_id, purpose, channel) do update set granted = " + replaced("granted")
                + ", said_at = " + replaced("said_at") + ", source = " + replaced("source") + ", since = case when "
                + SAME
                + " and not (" + earlier + ") then " + since("consent") + " else " + since("excluded") + " end where "
                + REPLACES + " or (" + earlier + ")";
    }

    private static String replaced(String column) {
        return "case when " + REPLACES + " then excluded." + column + " else consent." + column + " end";
    }

    /** Since when it has been so what a row says. One that a server of an earlier version wrote beside this one does not tell; then since it was said. */
    static String since(String row) {
        return "coalesce(" + row + ".since, " + row + ".said_at)";
    }
}
