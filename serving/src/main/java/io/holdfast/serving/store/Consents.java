package io.holdfast.serving.store;

/** SQL of what customers agreed to or refused, for the statements of others. */
final class Consents {
    /**
     * Ends an insert into {@code consent}: a later statement takes the place of the one that is there; of two at one moment the refusal stands. What is said again is so since it was first said, whichever
     * of the two comes in first.
     */
    static final String UNLESS_LATER;

    private static final String REPLACES =
            "(consent.said_at < excluded.said_at or (consent.said_at = excluded.said_at and"
                    + " consent.granted > excluded.granted))";

    static {
        String same = "consent.granted = excluded.granted";
        String earlier = same + " and " + since("excluded") + " < " + since("consent");
        UNLESS_LATER = " on conflict (customer_id, purpose, channel) do update set granted = " + replaced("granted")
                + ", said_at = " + replaced("said_at") + ", source = " + replaced("source") + ", since = case when "
                + same
                + " and not (" + earlier + ") then " + since("consent") + " else " + since("excluded") + " end where "
                + REPLACES + " or (" + earlier + ")";
    }

    private static String replaced(String column) {
        return "case when " + REPLACES + " then excluded." + column + " else consent." + column + " end";
    }

    private Consents() {}

    /** Since when it has been so what a row says. One that a server of an earlier version wrote beside this one does not tell; then since it was said. */
    static String since(String row) {
        return "coalesce(" + row + ".since, " + row + ".said_at)";
    }
}
