package io.holdfast.simulation.run;

import io.holdfast.simulation.draw.Draws;
import io.holdfast.simulation.draw.Purpose;
import io.holdfast.simulation.hazard.Cause;
import io.holdfast.simulation.hazard.Intensities;
import java.util.Optional;

/**
 * Competing risks with common random numbers: each cause has a clock of its own, an exponential waiting time that care cannot touch but only
 * stretch or shorten. The first to ring within the month is the cause of leaving. So P(leave) = 1 - exp(-total), causes come in proportion to
 * their intensities, and who would not have left without care leaves with it only by a cause that the care made worse.
 */
final class Clocks {
    private Clocks() {}

    /**
     * @param at when, as a share of the month
     * @param cause of which clock
     */
    record Ring(double at, Cause cause) {}

    static Optional<Ring> first(Intensities intensities, Draws month) {
        double earliest = 1;
        Optional<Ring> first = Optional.empty();
        for (Cause cause : Cause.all()) {
            double intensity = intensities.of(cause);
            if (intensity > 0) {
                double at = month.exponential(Purpose.LEAVE, cause.index()) / intensity;
                if (at < earliest) {
                    earliest = at;
                    first = Optional.of(new Ring(at, cause));
                }
            }
        }
        return first;
    }
}
