package io.holdfast.care.diagnosis;

import io.holdfast.care.inference.Estimate;
import java.util.Optional;

/**
 * A share now and a month before.
 *
 * @param customers with the trait now
 * @param of how many that is a share of
 * @param customersBefore with the trait in the month before
 * @param ofBefore of how many
 * @param difference of the shares with its 95 % interval; none where a month has nobody to take a share of, or the months tell of different customers
 * @param finding whether it stands with the share of false findings of the whole diagnosis held at 5 %
 */
public record Change(
        Count customers,
        Count of,
        Count customersBefore,
        Count ofBefore,
        Optional<Estimate> difference,
        boolean finding) {
    Change found() {
        return new Change(customers, of, customersBefore, ofBefore, difference, true);
    }

    /** The share now, 0 to 1; none of nobody, or where it would tell a count that must not be shown. */
    public Optional<Double> share() {
        return customers.isShown() && of.isShown() && !of.isNobody()
                ? Optional.of((double) customers.number() / of.number())
                : Optional.empty();
    }

    /** Whether the change tells of no single customers: all four counts are shown. */
    public boolean isShown() {
        return customers.isShown() && customersBefore.isShown() && of.isShown() && ofBefore.isShown();
    }
}
