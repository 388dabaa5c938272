package io.holdfast.serving.work;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What came of one attempt to reach a customer. */
public enum Disposition {
    /** Spoke to the customer; the step is done. */
    REACHED(true, false),
    /** Nobody answered; the item goes back on the list, to be tried again. */
    NO_ANSWER(false, false),
    /** The customer does not want it; later steps are dropped. */
    REFUSED(true, true),
    /** The customer took what was offered; the step is done. */
    ACCEPTED(true, false),
    /** The number or address is another's; later steps are dropped. */
    WRONG_NUMBER(true, true),
    /** The customer has left already; later steps are dropped. */
    ALREADY_LEFT(true, true);

    private final boolean closes;
    private final boolean stops;

    Disposition(boolean closes, boolean stops) {
        this.closes = closes;
        this.stops = stops;
    }

    /** Whether the work item is done with. */
    public boolean closes() {
        return closes;
    }

    /** Whether the later steps of the same play are dropped. */
    public boolean stops() {
        return stops;
    }

    /** The name in requests, replies and files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The disposition of a code; empty when there is none. */
    public static Optional<Disposition> of(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }

    /** All codes, for messages. */
    public static String codes() {
        return Arrays.stream(values()).map(Disposition::code).collect(Collectors.joining(", "));
    }
}
