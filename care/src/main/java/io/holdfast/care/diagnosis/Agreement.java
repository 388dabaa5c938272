package io.holdfast.care.diagnosis;

import io.holdfast.care.inference.Estimate;
import java.util.Optional;

/**
 * How often two kinds of evidence name the same cause, over all months.
 *
 * @param one kind
 * @param other kind, which is taken for the truth
 * @param both customers of whom both are there
 * @param share of them alike, with its 95 % interval; none with too few
 * @param majority the share that always naming the other kind's commonest cause would reach; a model that is not above it knows nothing of causes
 */
public record Agreement(Evidence one, Evidence other, Count both, Optional<Estimate> share, double majority) {
    /** Whether the model agrees with customers or agents no better, by the interval, than one answer for all would: it is no witness of causes. */
    public boolean isModelInDoubt() {
        return one == Evidence.MODEL
                && share.map(known -> known.low() <= majority).orElse(false);
    }
}
