package io.holdfast.scoring.score;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * One customer's values of a model's inputs, by position in {@link InputSchema#features()}. Numbers are finite, flags are
 * the levels {@code true} and {@code false}. Immutable.
 */
public final class CustomerRecord {
    private final String id;
    private final LocalDate asOf;
    private final double[] numbers;
    private final String[] levels;
    private final boolean[] present;
    private final double value;

    private CustomerRecord(Builder builder) {
        id = builder.id;
        asOf = builder.asOf;
        numbers = builder.numbers;
        levels = builder.levels;
        present = builder.present;
        value = builder.value;
    }

    /**
     * Starts a record, all values missing.
     *
     * @param id valid by {@link CustomerId}
     * @param asOf the day as of which the values were known
     */
    public static Builder builder(InputSchema schema, String id, LocalDate asOf) {
        return new Builder(schema.features().size(), id, asOf);
    }

    /** The customer's id, byte for byte as given. */
    public String id() {
        return id;
    }

    /** The day as of which the values were known. */
    public LocalDate asOf() {
        return asOf;
    }

    /** Whether the customer has a value for an input. */
    public boolean has(int input) {
        return present[input];
    }

    /** The number of a numeric input; NaN when missing. */
    public double number(int input) {
        return numbers[input];
    }

    /** The level of a category or flag; empty text when missing. */
    public String level(int input) {
        return levels[input];
    }

    /** What the customer is worth, in the unit of the value column, where known. */
    public OptionalDouble value() {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Collects one customer's values; use once. */
    public static final class Builder {
        private final String id;
        private final LocalDate asOf;
        private final double[] numbers;
        private final String[] levels;
        private final boolean[] present;
        private double value = Double.NaN;
        private int known;

        private Builder(int inputs, String id, LocalDate asOf) {
            this.id = id;
            this.asOf = asOf;
            numbers = new double[inputs];
            levels = new String[inputs];
            present = new boolean[inputs];
            Arrays.fill(numbers, Double.NaN);
            Arrays.fill(levels, "");
        }

        /** Sets a numeric input to a finite number; minus zero becomes zero. */
        public Builder number(int input, double number) {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("number: " + number + " (expected: finite)");
            }
            numbers[input] = number + 0.0;
            return mark(input);
        }

        /** Sets a category to a level. */
        public Builder level(int input, String level) {
            levels[input] = level;
            return mark(input);
        }

        /** Sets a flag. */
        public Builder flag(int input, boolean flag) {
            return level(input, Boolean.toString(flag));
        }

        /** Sets what the customer is worth, in the unit of the value column. */
        public Builder value(double worth) {
            value = worth;
            return this;
        }

        private Builder mark(int input) {
            if (!present[input]) {
                present[input] = true;
                known++;
            }
            return this;
        }

        /**
         * The record.
         *
         * @throws RefusedException when not a single input has a value: such a customer would get the average risk
         */
        public CustomerRecord build() throws RefusedException {
            if (known == 0) {
                throw new RefusedException(
                        "missing_required", "", "None of the model's features has a value (expected: at least one).");
            }
            return new CustomerRecord(this);
        }
    }
}
