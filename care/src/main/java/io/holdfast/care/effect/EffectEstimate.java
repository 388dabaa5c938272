package io.holdfast.care.effect;

import io.holdfast.care.inference.Comparison;
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
 * @param comparison none with too few clusters
 * @param verdict what may be said
 * @param moreCustomers with {@link Verdict#NOT_ENOUGH_YET}: about how many more it takes, 0 where there are enough to see a change of a fifth
 * @param moreCampaigns the same in plans of the size of those seen
 */
public record EffectEstimate(
        EffectMetric metric,
        int days,
        boolean primary,
        int assigned,
        int shadow,
        Optional<Comparison> comparison,
        Verdict verdict,
        OptionalLong moreCustomers,
        OptionalLong moreCampaigns) {}
