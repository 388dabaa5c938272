package io.holdfast.scoring.score;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.LocalizedText;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * One customer's values of a model's inputs, by position in {@link InputSchema#features()}. Numbers are finite, flags are
 * the levels {@code true} and {@code false}. Immutable.
 */
public final class CustomerRecord {
    private final String id;
    private final LocalDate asOf;
    private final CustomerValues values;
    private final double worth;

    /**
     * A record of values of which not all are missing.
     *
     * @param worth NaN where it is not known
     */
    CustomerRecord(String id, LocalDate asOf, CustomerValues values, double worth) {
        this.id = id;
        this.asOf = asOf;
        this.values = values;
        this.worth = worth;
    }

    /**
     * A record that takes the array over.
     *
     * @param worth NaN where it is not known
     * @throws RefusedException as {@link #requireAny} does
     */
    static CustomerRecord of(String id, LocalDate asOf, InputValue[] values, double worth) throws RefusedException {
        requireAny(!isAllMissing(values));
        return new CustomerRecord(id, asOf, CustomerValues.of(values), worth);
    }

    /**
     * Refuses a customer of whom nothing is known.
     *
     * @param any whether an input has a value
     * @throws RefusedException when none has: such a customer would get the average risk
     */
    static void requireAny(boolean any) throws RefusedException {
        if (!any) {
            throw new RefusedException(
                    "missing_required",
                    "",
                    LocalizedText.of(
                            "None of the model's features has a value (expected: at least one).",
                            "模型的所有特征都没有值（应为：至少有一个）。"));
        }
    }

    @SuppressWarnings("ReferenceEquality") // there is one such object
    private static boolean isAllMissing(InputValue[] values) {
        for (InputValue value : values) {
            if (value != InputValue.MISSING) {
                return false;
            }
        }
        return true;
    }

    /**
     * Starts a record, all values missing.
     *
     * @param id valid by {@link CustomerId}
     * @param asOf the day as of which the values were known
     */
    public static Builder builder(InputSchema schema, String id, LocalDate asOf) {
        return new Builder(schema, id, asOf);
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
    @SuppressWarnings("ReferenceEquality") // there is one such object
    public boolean has(int input) {
        return values.get(input) != InputValue.MISSING;
    }

    /** The number of a numeric input; NaN when missing. */
    public double number(int input) {
        return values.get(input).number();
    }

    /** The level of a category or flag; empty text when missing. */
    public String level(int input) {
        return values.get(input).level();
    }

    InputValue value(int input) {
        return values.get(input);
    }

    /**
     * A number that tells the customer's value of an input apart from all others in this process, so that what was made of it may be kept: records with the same one
     * have the same value. Never the same for two inputs.
     *
     * @return 0 where the value will not come again, or is one of too many
     */
    @SuppressWarnings("ReferenceEquality") // there is one such object
    public long recurring(int input) {
        InputValue value = values.get(input);
        return value == InputValue.MISSING ? -1L - input : value.serial();
    }

    /** What the customer is worth, in the unit of the value column, where known. */
    public OptionalDouble value() {
        return Double.isNaN(worth) ? OptionalDouble.empty() : OptionalDouble.of(worth);
    }

    /** Collects one customer's values; use once. */
    public static final class Builder {
        private static final Set<String> FLAG_LEVELS = Set.of("true", "false");

        private final List<Column> features;
        private final ColumnKind[] kinds;
        private final String id;
        private final LocalDate asOf;
        private final InputValue[] values;
        private double value = Double.NaN;
        private boolean built;

        private Builder(InputSchema schema, String id, LocalDate asOf) {
            this.features = schema.features();
            this.kinds = schema.kinds();
            this.id = id;
            this.asOf = asOf;
            values = new InputValue[kinds.length];
            Arrays.fill(values, InputValue.MISSING);
        }

        /** Sets a numeric input to a finite number; minus zero becomes zero. */
        public Builder number(int input, double number) {
            requireFinite("number", number);
            require(kinds[input] == ColumnKind.NUMBER, input, "a number");
            values[input] = InputValue.number(number);
            return this;
        }

        /** Sets a category to a level; a flag to {@code true} or {@code false}. */
        public Builder level(int input, String level) {
            require(
                    kinds[input] == ColumnKind.CATEGORY
                            || (kinds[input] == ColumnKind.FLAG && FLAG_LEVELS.contains(level)),
                    input,
                    "a category, or a flag's true or false");
            values[input] = InputValue.level(level);
            return this;
        }

        /** Sets a flag. */
        public Builder flag(int input, boolean flag) {
            require(kinds[input] == ColumnKind.FLAG, input, "a flag");
            values[input] = InputValue.level(Boolean.toString(flag));
            return this;
        }

        /** Sets what the customer is worth, finite, in the unit of the value column. */
        public Builder value(double worth) {
            requireFinite("value", worth);
            value = worth + 0.0;
            return this;
        }

        private static void requireFinite(String name, double found) {
            if (!Double.isFinite(found)) {
                throw new IllegalArgumentException(name + ": " + found + " (expected: finite)");
            }
        }

        private void require(boolean fits, int input, String expected) {
            if (!fits) {
                throw new IllegalArgumentException(
                        "input: " + features.get(input).name() + " (expected: " + expected + ")");
            }
        }

        /**
         * The record.
         *
         * @throws RefusedException when not a single input has a value: such a customer would get the average risk
         */
        public CustomerRecord build() throws RefusedException {
            if (built) {
                throw new IllegalStateException("a builder makes one record");
            }
            built = true;
            return CustomerRecord.of(id, asOf, values, value);
        }
    }
}
