package io.holdfast.features.value;

import java.util.ArrayList;
import java.util.List;

/** What every fit has to say of itself. */
final class FitRemarks {
    private static final int FEW = 100;

    private FitRemarks() {}

    static FitReport report(int customers, String whose, MaximumLikelihood.Maximum found, List<String> further) {
        List<String> remarks = new ArrayList<>();
        if (customers < FEW) {
            remarks.add("Only " + customers + " " + whose + " (expected: " + FEW
                    + " or more): the parameters may be far off, and their intervals too narrow.");
        }
        if (!found.converged()) {
            remarks.add(
                    "No clear maximum was found: several quite different sets of parameters suit these histories"
                            + " about equally well, so there are no intervals, and forecasts far ahead are not to be relied on.");
        }
        remarks.addAll(further);
        return new FitReport(customers, found.logLikelihood(), found.converged(), found.covariance(), remarks);
    }
}
