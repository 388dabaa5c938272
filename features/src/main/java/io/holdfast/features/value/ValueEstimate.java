package io.holdfast.features.value;

import java.util.Optional;

/**
 * What is expected of one customer, with intervals. They say how uncertain the expectation is because the parameters are; what the
 * customer then does varies far more.
 *
 * @param alive P(alive)
 * @param purchases expected days with a purchase within the horizon
 * @param spend expected amount of the next purchase; none without a model of spend, or where it has no mean
 * @param lifetimeValue expected discounted margin; missing where spend is
 */
public record ValueEstimate(
        Estimate alive, Estimate purchases, Optional<Estimate> spend, Optional<Estimate> lifetimeValue) {}
