package io.holdfast.scoring.table;

import java.util.Locale;

/** Counts for English readers: what is counted stands in the singular where there is one. */
public final class Counted {
    private Counted() {}

    /**
     * The count, thousands apart, and what is counted: {@code 1 row}, {@code 1,234 rows}.
     *
     * @param one the word for one
     * @param many the word for any other number
     */
    public static String of(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }

    /** The same where the words for many end in an s that the word for one has not. */
    public static String of(long count, String one) {
        return of(count, one, one + "s");
    }
}
