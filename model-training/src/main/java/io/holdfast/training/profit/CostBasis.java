package io.holdfast.training.profit;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * The amounts behind figures of profit, and who said them.
 *
 * @param currency of all amounts, empty where nobody named it
 * @param assumed whether any amount was assumed; then every place that shows profit says so
 * @param amounts what was counted with: value, contactCost, offerCost and saveRate, or the four cells of a cost matrix
 */
@JsonPropertyOrder({"currency", "assumed", "amounts"})
public record CostBasis(String currency, boolean assumed, List<Amount> amounts) {
    /** Keeps a copy. */
    public CostBasis {
        amounts = List.copyOf(amounts);
    }

    /**
     * One of them.
     *
     * @param item its key in the description
     * @param mean over the rows
     * @param column that holds it, empty where it is the same for all
     * @param assumed whether the description does not give it
     */
    @JsonPropertyOrder({"item", "mean", "column", "assumed"})
    public record Amount(String item, double mean, String column, boolean assumed) {}
}
