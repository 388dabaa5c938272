package io.holdfast.care.plan;

/**
 * A settled reason that raises a customer's risk and that care can answer.
 *
 * @param code its code in the catalogue
 * @param impact log-odds, above 0
 * @param share of everything that raises the risk, 0 to 1
 */
public record CustomerReason(String code, double impact, double share) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public CustomerReason {
        if (!(impact > 0 && Double.isFinite(impact)) || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "reason " + code + ": impact " + impact + ", share " + share + " (expected: above 0; 0 to 1)");
        }
    }
}
