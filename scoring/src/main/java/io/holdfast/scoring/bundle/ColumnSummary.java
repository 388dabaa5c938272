package io.holdfast.scoring.bundle;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * One input column over the training rows.
 *
 * @param name the column
 * @param typical what most customers have: the median of a number (as a number's text), the commonest level otherwise
 * @param binCounts training rows per bin of the model's coding (bin 0 missing, bin 1 rare)
 */
@JsonPropertyOrder({"name", "typical", "binCounts"})
public record ColumnSummary(String name, String typical, List<Long> binCounts) {
    public ColumnSummary {
        binCounts = List.copyOf(binCounts);
        if (binCounts.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("binCounts of " + name + ": " + binCounts + " (expected: none below 0)");
        }
    }
}
