package io.holdfast.features.value;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * How well parameters are known.
 *
 * @param customers those whose histories were used
 * @param logLikelihood at the parameters
 * @param converged whether a maximum was found; otherwise the remarks say what that means
 * @param covariance of the logarithms of the parameters, in their order: the inverse of the observed information; empty where the
 *     data do not determine them
 * @param remarks sentences for who relies on it
 */
@JsonPropertyOrder({"customers", "logLikelihood", "converged", "covariance", "remarks"})
public record FitReport(
        int customers, double logLikelihood, boolean converged, List<List<Double>> covariance, List<String> remarks) {
    public FitReport {
        covariance = covariance.stream().map(List::copyOf).toList();
        remarks = List.copyOf(remarks);
        if (customers < 1) {
            throw new IllegalArgumentException("customers: " + customers + " (expected: 1 or more)");
        }
        for (List<Double> row : covariance) {
            if (row.size() != covariance.size()) {
                throw new IllegalArgumentException("covariance: a row of " + row.size() + " numbers (expected: "
                        + covariance.size() + ", as many as rows)");
            }
        }
        for (int i = 0; i < covariance.size(); i++) {
            if (!(covariance.get(i).get(i) > 0)) {
                throw new IllegalArgumentException(
                        "covariance: " + covariance.get(i).get(i) + " on the diagonal (expected: above 0)");
            }
        }
    }

    /** Whether there are standard errors, and so intervals. */
    public boolean hasErrors() {
        return !covariance.isEmpty();
    }

    /** The standard error of a parameter's logarithm, which is about that of the parameter over the parameter. */
    public double relativeError(int parameter) {
        return Math.sqrt(covariance.get(parameter).get(parameter));
    }

    /** Refuses a covariance of another number of parameters. */
    void requireParameters(int parameters) {
        if (hasErrors() && covariance.size() != parameters) {
            throw new IllegalArgumentException(
                    "covariance: " + covariance.size() + " rows (expected: none, or " + parameters + ")");
        }
    }
}
