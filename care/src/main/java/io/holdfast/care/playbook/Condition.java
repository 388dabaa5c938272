package io.holdfast.care.playbook;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A question to one column of the table; without a value it does not hold.
 *
 * @param column its name
 * @param in cells that are allowed; empty: any
 * @param notIn cells that are not
 * @param atLeast the least number; minus infinity: no limit
 * @param below what the number stays below; infinity: no limit
 * @param line of the playbook
 */
public record Condition(String column, Set<String> in, Set<String> notIn, double atLeast, double below, int line) {
    /** Keeps copies. */
    public Condition {
        in = Set.copyOf(in);
        notIn = Set.copyOf(notIn);
    }

    /** Whether it holds for a customer's cells, by column; an empty cell is no value. */
    public boolean holds(UnaryOperator<String> cells) {
        String cell = cells.apply(column);
        if (cell.isEmpty() || notIn.contains(cell) || (!in.isEmpty() && !in.contains(cell))) {
            return false;
        }
        if (atLeast == Double.NEGATIVE_INFINITY && below == Double.POSITIVE_INFINITY) {
            return true;
        }
        double number = number(cell);
        return number >= atLeast && number < below;
    }

    /** Whether all of them hold. */
    public static boolean all(List<Condition> conditions, UnaryOperator<String> cells) {
        return conditions.stream().allMatch(condition -> condition.holds(cells));
    }

    static double number(String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
