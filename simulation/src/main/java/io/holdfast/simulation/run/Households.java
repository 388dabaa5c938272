package io.holdfast.simulation.run;

import io.holdfast.simulation.hazard.Cause;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who left a household of late: leaving is catching. */
final class Households {
    private static final int MEMORY = 2;
    private static final int NEVER = Integer.MIN_VALUE / 2;

    private final int[] month;
    private final @Nullable Cause[] cause;

    Households(int count) {
        month = new int[count];
        cause = new Cause[count];
        Arrays.fill(month, NEVER);
    }

    private Households(int[] month, @Nullable Cause[] cause) {
        this.month = month;
        this.cause = cause;
    }

    Households copy() {
        return new Households(month.clone(), cause.clone());
    }

    /** Why somebody left in the last two months; the latest leave only. */
    List<Cause> left(int household, int now) {
        Cause why = cause[household];
        return why == null || now - month[household] > MEMORY ? List.of() : List.of(why);
    }

    void leave(int household, int now, Cause why) {
        if (why.isVoluntary()) {
            month[household] = now;
            cause[household] = why;
        }
    }
}
