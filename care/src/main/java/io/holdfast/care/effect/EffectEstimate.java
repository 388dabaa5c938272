package io.holdfast.care.effect;

import io.holdfast.care.inference.Comparison;
import io.holdfast.care.inference.Estimate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One effect of care.
 *
 * @param metric of what
 * @param days of the window, from the decision on
 * @param primary whether it is the one declared beforehand
 * @param assigned units whose window is closed, carried out; those with a value are in the comparison
 * @param shadow the same, only written down
 * @param assignedReported those of the assigned of whom somebody told: of margin, with a report of it within the window; of other metrics, with a value
 * @param shadowReported the same of the others
 * @param comparison none with too few clusters
 * @param verdict what may be said
 * @param moreCustomers with {@link Verdict#NOT_ENOUGH_YET}: about how many more it takes, 0 where there are enough to see a change of a fifth, or for means one as
 *     large as it looks, in 80 of 100 cases; none where nobody knows
 * @param moreCampaigns the same in plans with as many values as those seen
 */
public record EffectEstimate(
        EffectMetric metric,
        int days,
        boolean primary,
        int assigned,
        int shadow,
        int assignedReported,
        int shadowReported,
        Optional<Comparison> comparison,
        Verdict verdict,
        OptionalLong moreCustomers,
        OptionalLong moreCampaigns) {
    /** Whether {@link #moreCustomers} are those that are missing until there is an interval to judge by; by then they are also enough to tell what there is. */
    public boolean isUntilFirstLook() {
        return comparison()
                .filter(Comparison::isBeforeFirstLook)
                .map(found -> moreCustomers.orElse(0)
                        == (long) found.unitsAtFirstLook()
                                - found.assigned().units()
                                - found.shadow().units())
                .orElse(false);
    }

    /** Where a rate is said to be helped: how many are treated for one who stays, or comes back, that would not have. */
    public Optional<Estimate> treatedPerSave() {
        return treatedPer(Verdict.HELPS);
    }

    /** Where a rate is said to be harmed: how many are treated for one who leaves, or stays away, that would not have. */
    public Optional<Estimate> treatedPerHarm() {
        return treatedPer(Verdict.HARMS);
    }

    private Optional<Estimate> treatedPer(Verdict wanted) {
        return metric.isRate() && verdict == wanted
                ? comparison.flatMap(Comparison::treatedPerChange)
                : Optional.empty();
    }
}
