package io.holdfast.scoring.dataset;

/** How much something costs: the same for all customers, or what a column says of each. */
public sealed interface CostAmount {
    /**
     * The same for all.
     *
     * @param amount finite, in the currency of the table; a rate for {@link CostItem#SAVE_RATE}
     */
    record Constant(double amount) implements CostAmount {}

    /**
     * What a column says.
     *
     * @param column its name in the header
     */
    record OfColumn(String column) implements CostAmount {}
}
