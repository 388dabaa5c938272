package io.holdfast.scoring.score;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.LocalizedText;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One customer's values of a model's inputs, by position in {@link InputSchema#features()}. Numbers are finite, flags are
 * the levels {@code true} and {@code false}. Immutable.
 */
public final class CustomerRecord {
    private final String id;
    private final LocalDate asOf;
    private final ColumnKind[] kinds;
    private final double[] numbers;
    private final @Nullable String[] levels;
    private final boolean[] present;
    private final double value;

    private CustomerRecord(Builder builder) {
        id = builder.id;
        asOf = builder.asOf;
        kinds = builder.kinds;
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
    public boolean has(int input) {
        return present[input];
    }

    /** The number of a numeric input; NaN when missing. */
    public double number(int input) {
        return present[input] && kinds[input] == ColumnKind.NUMBER ? numbers[input] : Double.NaN;
    }

    /** The level of a category or flag; empty text when missing. */
    public String level(int input) {
        String level = levels[input];
        return level == null ? "" : level;
    }

    /** What the customer is worth, in the unit of the value column, where known. */
    public OptionalDouble value() {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Collects one customer's values; use once. */
    public static final class Builder {
        private static final Set<String> FLAG_LEVELS = Set.of("true", "false");

        private final List<Column> features;
        private final ColumnKind[] kinds;
        private final String id;
        private final LocalDate asOf;
        private final double[] numbers;
        private final @Nullable String[] levels;
        private final boolean[] present;
        private double value = Double.NaN;
        private int known;
        private boolean built;

        private Builder(InputSchema schema, String id, LocalDate asOf) {
            this.features = schema.features();
            this.kinds = schema.kinds();
            this.id = id;
            this.asOf = asOf;
            numbers = new double[kinds.length];
            levels = new String[kinds.length];
            present = new boolean[kinds.length];
        }

        /** Sets a numeric input to a finite number; minus zero becomes zero. */
        public Builder number(int input, double number) {
            requireFinite("number", number);
            require(kinds[input] == ColumnKind.NUMBER, input, "a number");
            numbers[input] = number + 0.0;
            return mark(input);
        }

        /** Sets a category to a level; a flag to {@code true} or {@code false}. */
        public Builder level(int input, String level) {
            require(
                    kinds[input] == ColumnKind.CATEGORY
                            || (kinds[input] == ColumnKind.FLAG && FLAG_LEVELS.contains(level)),
                    input,
                    "a category, or a flag's true or false");
            levels[input] = level;
            return mark(input);
        }

        /** Sets a flag. */
        public Builder flag(int input, boolean flag) {
            require(kinds[input] == ColumnKind.FLAG, input, "a flag");
            levels[input] = Boolean.toString(flag);
            return mark(input);
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
            if (built) {
                throw new IllegalStateException("a builder makes one record");
            }
            if (known == 0) {
                throw new RefusedException(
                        "missing_required",
                        "",
                        LocalizedText.of(
                                "None of the model's features has a value (expected: at least one).",
                                "模型的所有特征都没有值（应为：至少有一个）。"));
            }
            built = true;
            return new CustomerRecord(this);
        }
    }
}
