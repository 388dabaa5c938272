package io.holdfast.care.diagnosis;

import java.time.YearMonth;

/**
 * How far the customers of a month are those of the month before.
 *
 * @param month which
 * @param staying its customers who had not left by its end
 * @param again its customers who were also among those staying of the month before
 * @param fresh its customers of whom no decision is known from before it
 * @param waited months, 1 to 3 for each of those again, since the decision that stood the month before was made; their sum
 */
public record MonthCover(YearMonth month, int staying, int again, int fresh, int waited) {
    MonthCover and(MonthCover other) {
        return new MonthCover(
                month, staying + other.staying, again + other.again, fresh + other.fresh, waited + other.waited);
    }
}
