package io.holdfast.features.value;

import io.holdfast.scoring.fault.InputException;

/** What the model of contracts knows of each contract, by column, one entry per contract. */
public final class ContractHistories {
    private static final int MOST_RENEWALS = 36_525;

    private final int[] entry;
    private final int[] renewals;
    private final boolean[] left;

    private ContractHistories(int[] entry, int[] renewals, boolean[] left) {
        this.entry = entry;
        this.renewals = renewals;
        this.left = left;
    }

    /**
     * Histories of contracts.
     *
     * @param entry renewals before the contract was first seen: contracts that ended before are not in the data, so those earlier
     *     renewals tell nothing; 0 where it is seen from its start
     * @param renewals renewals by the as-of date, at least {@code entry}
     * @param left whether it was not renewed the next time; otherwise that lies ahead
     * @throws InputException naming the first row, counted from 1, that cannot be
     */
    public static ContractHistories of(int[] entry, int[] renewals, boolean[] left) {
        if (entry.length != renewals.length || left.length != renewals.length) {
            throw new IllegalArgumentException("entry, renewals, left: " + entry.length + ", " + renewals.length + ", "
                    + left.length + " entries (expected: equally many)");
        }
        for (int i = 0; i < renewals.length; i++) {
            if (entry[i] < 0 || renewals[i] < entry[i] || renewals[i] > MOST_RENEWALS) {
                throw new InputException(
                        "bad_history",
                        "Contract " + (i + 1) + " has " + renewals[i] + " renewals and was first seen after " + entry[i]
                                + " (expected: 0 to " + MOST_RENEWALS + ", and at least those before it was seen).");
            }
        }
        return new ContractHistories(entry.clone(), renewals.clone(), left.clone());
    }

    /** The number of contracts. */
    public int size() {
        return renewals.length;
    }

    int entry(int contract) {
        return entry[contract];
    }

    int renewals(int contract) {
        return renewals[contract];
    }

    boolean left(int contract) {
        return left[contract];
    }
}
