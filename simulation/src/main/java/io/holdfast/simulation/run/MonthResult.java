package io.holdfast.simulation.run;

import java.time.YearMonth;
import java.util.List;

/**
 * A simulated month.
 *
 * @param month which
 * @param units the units at risk, by number
 * @param leaves who left, by number
 * @param care what became of the treatments, by number
 */
public record MonthResult(YearMonth month, List<UnitMonth> units, List<Leave> leaves, List<CareOutcome> care) {
    /** Copies the lists. */
    public MonthResult {
        units = List.copyOf(units);
        leaves = List.copyOf(leaves);
        care = List.copyOf(care);
    }
}
