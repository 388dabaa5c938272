package io.holdfast.cli.replay;

import java.util.List;
import java.util.Map;

/** Chooses the care of a month. For one run. */
interface MonthlyCare {
    /** Actions by unit. */
    Map<Integer, String> choose(ReplayWorld world, List<SeenCustomer> customers);

    /** What was lost, by its own account, had no unproven action any effect. */
    default double atRisk() {
        return 0;
    }
}
