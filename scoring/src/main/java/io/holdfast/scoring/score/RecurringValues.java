package io.holdfast.scoring.score;

import io.holdfast.scoring.table.TableRow;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the numbered texts of a table's cells say, worked out once. Threads may work out the same value at once, or lose one that another has kept;
 * all that costs is doing it again.
 */
final class RecurringValues {
    private static final int FEW = 8;
    /** Texts of a column whose values are common: what is made of several columns together is kept for those only. */
    private static final int COMMON = 128;

    private final Object numbering;
    private final @Nullable InputValue[][] values;

    /**
     * @param numbering the {@link TableRow#numbering()} of the rows it is for
     * @param inputs how many columns there are values of
     */
    RecurringValues(Object numbering, int inputs) {
        this.numbering = numbering;
        this.values = new InputValue[inputs][FEW];
    }

    @SuppressWarnings("ReferenceEquality") // a numbering is known by its object
    boolean areOf(TableRow row) {
        return row.numbering() == numbering;
    }

    /** What is kept for the number of a text. */
    @Nullable
    InputValue get(int input, int text) {
        @Nullable InputValue[] known = values[input];
        return text < known.length ? known[text] : null;
    }

    /** Keeps a value, and says what stands for it from now on. */
    @SuppressWarnings("ReferenceEquality") // there is one such object
    InputValue keep(int input, int text, InputValue value) {
        @Nullable InputValue[] known = values[input];
        if (text >= known.length) {
            known = Arrays.copyOf(known, 2 * text);
            values[input] = known;
        }
        InputValue kept = value == InputValue.MISSING ? value : value.recurring(text < COMMON);
        known[text] = kept;
        return kept;
    }
}
