package io.holdfast.care.diagnosis;

import io.holdfast.care.inference.Estimate;
import io.holdfast.care.inference.ShareChange;
import java.util.Optional;

/**
 * A share now and a month before.
 *
 * @param now customers with the trait, of how many
 * @param before the same of the month before
 * @param difference of the shares with its 95 % interval; none where a month has nobody to take a share of, or the months tell of different customers
 * @param finding whether it stands with the share of false findings of the whole diagnosis held at 5 %
 */
public record Change(ShareChange.Month now, ShareChange.Month before, Optional<Estimate> difference, boolean finding) {
    /** The share now, 0 to 1; NaN of nobody. */
    public double share() {
        return (double) now.did() / now.all();
    }

    /** Whether neither month has so few with the trait that the change would tell of single customers; nobody at all is told. */
    public boolean isShown() {
        return !Diagnosis.isSmall(now.did()) && !Diagnosis.isSmall(before.did());
    }
}
