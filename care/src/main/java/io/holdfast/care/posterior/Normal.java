package io.holdfast.care.posterior;

import org.apache.commons.math3.special.Erf;

/** A normal distribution of a log ratio. */
record Normal(double mean, double variance) {
    /** The product of densities, normalised; precisions add. */
    Normal and(Normal other) {
        double own = 1 / variance;
        double others = 1 / other.variance;
        return new Normal((own * mean + others * other.mean) / (own + others), 1 / (own + others));
    }

    /** With so much more that is not known. */
    Normal wider(double more) {
        return new Normal(mean, variance + more);
    }

    /** Log of the density at a point. */
    double logDensity(double point) {
        double apart = point - mean;
        return -(StrictMath.log(2 * Math.PI * variance) + apart * apart / variance) / 2;
    }

    double above0() {
        return Erf.erfc(-mean / StrictMath.sqrt(2 * variance)) / 2;
    }
}
