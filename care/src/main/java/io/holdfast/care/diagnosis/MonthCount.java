package io.holdfast.care.diagnosis;

import java.time.YearMonth;

/**
 * How many customers there were in a month, whether in a group or not.
 *
 * @param month which
 * @param tier of value, by its code; empty if unknown
 * @param customers about whom a decision stood in the month, made in it or in one of the two before; 0 where only some are known who left
 */
public record MonthCount(YearMonth month, String tier, int customers) {}
