package io.holdfast.care.diagnosis;

import io.holdfast.care.inference.Estimate;
import io.holdfast.care.inference.ShareChange;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A share now and a month before.
 *
 * @param now customers with the trait, of how many
 * @param before the same of the month before
 * @param difference of the shares with its 95 % interval; none where a month has nobody to take a share of, or the months tell of different customers
 * @param finding whether it stands with the share of false findings of the whole diagnosis held at 5 %
 * @param customers with the trait now; empty where that must not be shown
 * @param customersBefore with the trait in the month before; empty where that must not be shown
 */
public record Change(
        ShareChange.Month now,
        ShareChange.Month before,
        Optional<Estimate> difference,
        boolean finding,
        OptionalInt customers,
        OptionalInt customersBefore) {
    static Change of(ShareChange.Month now, ShareChange.Month before, Optional<Estimate> difference, boolean finding) {
        return new Change(
                now, before, difference, finding, SmallCounts.shown(now.did()), SmallCounts.shown(before.did()));
    }

    /** The same as one part of what is known of a group. */
    Change showing(OptionalInt shownNow, OptionalInt shownBefore) {
        return new Change(now, before, difference, finding, shownNow, shownBefore);
    }

    /** The share now, 0 to 1; NaN of nobody. */
    public double share() {
        return (double) now.did() / now.all();
    }

    /** Of how many now; empty where that must not be shown. */
    public OptionalInt outOf() {
        return SmallCounts.shown(now.all());
    }

    /** Of how many in the month before; empty where that must not be shown. */
    public OptionalInt outOfBefore() {
        return SmallCounts.shown(before.all());
    }

    /** Whether the change tells of no single customers: all four counts are shown. */
    public boolean isShown() {
        return customers.isPresent()
                && customersBefore.isPresent()
                && outOf().isPresent()
                && outOfBefore().isPresent();
    }
}
