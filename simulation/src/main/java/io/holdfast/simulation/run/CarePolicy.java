package io.holdfast.simulation.run;

import io.holdfast.simulation.treatment.Treatments;

/** Decides, as a month begins, who gets which care. */
@FunctionalInterface
public interface CarePolicy {
    /** The treatments of the month to come. */
    Treatments decide(Simulation simulation);
}
