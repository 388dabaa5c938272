package io.holdfast.training.data;

import java.util.Arrays;
import java.util.List;

/**
 * A sensitive column as groups of customers to compare. Immutable.
 *
 * @param name in the header
 * @param cells one a row: a level, {@code yes} or {@code no} of a flag, a range of numbers; empty when missing
 */
public record SensitiveColumn(String name, List<String> cells) {
    public SensitiveColumn {
        cells = List.copyOf(cells);
    }

    /** The cells of some rows, in their order. */
    public List<String> at(int[] rows) {
        return Arrays.stream(rows).mapToObj(cells::get).toList();
    }
}
