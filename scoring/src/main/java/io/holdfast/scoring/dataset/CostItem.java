package io.holdfast.scoring.dataset;

import java.util.List;
import java.util.stream.Collectors;

/** What the description may say about money. */
public enum CostItem {
    /** What keeping a customer who would have left is worth. */
    VALUE("value"),
    /** What one contact costs, whoever is contacted. */
    CONTACT_COST("contactCost"),
    /** What the offer costs that a contacted customer accepts; who would have stayed anyway accepts it always. */
    OFFER_COST("offerCost"),
    /** The probability that a contacted customer who would have left stays, 0 to 1. */
    SAVE_RATE("saveRate"),
    /** The cost of contacting a customer who would have left. */
    TRUE_POSITIVE("truePositive"),
    /** The cost of contacting a customer who would have stayed. */
    FALSE_POSITIVE("falsePositive"),
    /** The cost of not contacting a customer who leaves. */
    FALSE_NEGATIVE("falseNegative"),
    /** The cost of not contacting a customer who stays. */
    TRUE_NEGATIVE("trueNegative");

    /** The parts from which the cost of every decision follows. */
    public static final List<CostItem> PARTS = List.of(VALUE, CONTACT_COST, OFFER_COST, SAVE_RATE);

    /** The cost of every decision itself: a cost matrix. */
    public static final List<CostItem> MATRIX = List.of(TRUE_POSITIVE, FALSE_POSITIVE, FALSE_NEGATIVE, TRUE_NEGATIVE);

    private final String key;

    CostItem(String key) {
        this.key = key;
    }

    /** As files write it. */
    public String key() {
        return key;
    }

    /** The names of items, as messages list them. */
    static String keys(List<CostItem> items) {
        return items.stream().map(CostItem::key).collect(Collectors.joining(", "));
    }
}
