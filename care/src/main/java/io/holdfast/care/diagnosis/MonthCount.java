package io.holdfast.care.diagnosis;

import java.time.YearMonth;

/**
 * How many customers there were in a month, whether in a group or not.
 *
 * @param month which
 * @param tier of value, by its code; empty if unknown
 * @param customers with a decision in the month, or who left in it
 */
public record MonthCount(YearMonth month, String tier, int customers) {}
