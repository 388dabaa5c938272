package io.holdfast.scoring.reason;

/**
 * What one column contributed to a score.
 *
 * @param input position of the model's input
 * @param name the column
 * @param text the column's evidence in words: human name, the customer's value, the typical one where it differs
 * @param value the customer's value in words; empty text when missing
 * @param typical what most customers have: median of a number, commonest level otherwise, in words
 * @param impact log-odds
 * @param settled whether at least 95 % of the bags behind the model give the impact the same sign
 */
public record Contribution(
        int input, String name, String text, String value, String typical, double impact, boolean settled) {}
