package io.holdfast.care.diagnosis;

import java.time.YearMonth;

/**
 * How far the customers of a month are those of the month before.
 *
 * @param month which
 * @param staying its customers who had not left by its end
 * @param again its customers who were also among those staying of the month before
 */
public record MonthCover(YearMonth month, int staying, int again) {}
