package io.holdfast.features.value;

import io.holdfast.scoring.fault.InputException;

/**
 * What the purchase models know of each customer, by column, one entry per customer. A day with several purchases counts as one.
 * Everything is counted from the day of the first purchase, in days.
 */
public final class PurchaseHistories {
    /** A century: more is a date that was misread. */
    static final int LONGEST_AGE = 36_525;

    private final int[] frequency;
    private final int[] recency;
    private final int[] age;
    private final double[] meanSpend;

    private PurchaseHistories(int[] frequency, int[] recency, int[] age, double[] meanSpend) {
        this.frequency = frequency;
        this.recency = recency;
        this.age = age;
        this.meanSpend = meanSpend;
    }

    /**
     * Histories without amounts.
     *
     * @param frequency x: days with a purchase after the first, 0 or more
     * @param recency t_x: days from the first purchase to the last, 0 where frequency is 0
     * @param age T: days from the first purchase to the as-of date, at most a century
     * @throws InputException naming the first row, counted from 1, that cannot be
     */
    public static PurchaseHistories of(int[] frequency, int[] recency, int[] age) {
        requireLength("recency", recency.length, frequency.length);
        requireLength("age", age.length, frequency.length);
        for (int i = 0; i < frequency.length; i++) {
            check(i + 1, frequency[i], recency[i], age[i]);
        }
        return new PurchaseHistories(frequency.clone(), recency.clone(), age.clone(), new double[0]);
    }

    /**
     * Histories with amounts.
     *
     * @param meanSpend mean amount of the {@code frequency} days, 0 or more; not looked at where frequency is 0
     * @throws InputException naming the first row, counted from 1, that cannot be
     */
    public static PurchaseHistories of(int[] frequency, int[] recency, int[] age, double[] meanSpend) {
        PurchaseHistories histories = of(frequency, recency, age);
        requireLength("mean spend", meanSpend.length, frequency.length);
        for (int i = 0; i < frequency.length; i++) {
            if (frequency[i] > 0 && !(meanSpend[i] >= 0 && meanSpend[i] <= Double.MAX_VALUE)) {
                throw fault(i + 1, "mean spend " + meanSpend[i], "0 or more, net of what was returned");
            }
        }
        return new PurchaseHistories(histories.frequency, histories.recency, histories.age, meanSpend.clone());
    }

    private static void requireLength(String column, int found, int expected) {
        if (found != expected) {
            throw new IllegalArgumentException(column + ": " + found + " entries (expected: " + expected + ")");
        }
    }

    private static void check(int row, int frequency, int recency, int age) {
        if (frequency < 0) {
            throw fault(row, "frequency " + frequency, "0 or more repeat purchases");
        }
        if (age < 0 || age > LONGEST_AGE) {
            throw fault(row, "age " + age, "0 to " + LONGEST_AGE + " days since the first purchase");
        }
        if (recency < 0 || recency > age) {
            throw fault(row, "recency " + recency, "0 to " + age + " days, the customer's age");
        }
        if (frequency > recency || (frequency == 0 && recency > 0)) {
            throw fault(
                    row,
                    "frequency " + frequency + " with recency " + recency,
                    "both 0, or from 1 to as many as the days; several purchases on one day count as one");
        }
    }

    private static InputException fault(int row, String found, String expected) {
        return new InputException(
                "bad_history", "Customer " + row + " has " + found + " (expected: " + expected + ").");
    }

    /** The number of customers. */
    public int size() {
        return frequency.length;
    }

    /** Whether amounts are known. */
    public boolean hasSpend() {
        return meanSpend.length == size();
    }

    /** x of a customer, counted from 0. */
    public int frequency(int customer) {
        return frequency[customer];
    }

    /** t_x of a customer, in days. */
    public int recency(int customer) {
        return recency[customer];
    }

    /** T of a customer, in days. */
    public int age(int customer) {
        return age[customer];
    }

    /** The mean amount of a repeat purchase; only where {@link #hasSpend()}. */
    public double meanSpend(int customer) {
        return meanSpend[customer];
    }
}
