package io.holdfast.scoring.score;

import io.holdfast.scoring.dataset.LocalizedText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The day as of which a customer's values were known: ISO 8601 with a year of four digits, and not in the future. */
public final class AsOfDay {
    /** What is wrong with a day of which nobody can know anything yet. */
    public static final Refusal IN_FUTURE = new Refusal(
            "as_of_in_future",
            "",
            LocalizedText.of(
                    "The as-of day lies in the future (expected: a day on which the values were already known).",
                    "数据日期在未来（应为：数据已知的日期）。"));

    /** East of Greenwich a client's today can be tomorrow here. */
    private static final int DAYS_AHEAD = 1;

    private static final int LENGTH = "2026-01-31".length();

    private AsOfDay() {}

    /** The day of a text such as 2026-01-31; empty where the text is none. */
    public static Optional<LocalDate> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether nothing can be known of a day yet. */
    public static boolean isInFuture(LocalDate day, LocalDate today) {
        return day.toEpochDay() > today.toEpochDay() + DAYS_AHEAD;
    }

    /** Refuses a record as of a day of which nothing can be known yet. */
    public static CustomerRecord requireKnown(CustomerRecord customer, LocalDate today) throws RefusedException {
        if (isInFuture(customer.asOf(), today)) {
            throw new RefusedException(IN_FUTURE);
        }
        return customer;
    }
}
