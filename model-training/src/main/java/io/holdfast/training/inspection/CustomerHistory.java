package io.holdfast.training.inspection;

import io.holdfast.scoring.dataset.ColumnKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table that describes customers again and again, each at most once a date: whose row it is and as of when, together, tell rows apart.
 *
 * @param id whose row it is
 * @param date as of when the row describes the customer
 */
record CustomerHistory(InspectedColumn id, InspectedColumn date) {
    /** Finds the first such pair among columns that can be looked at. */
    static Optional<CustomerHistory> among(List<InspectedColumn> columns) {
        List<InspectedColumn> dates = columns.stream()
                .filter(column ->
                        column.kind() == ColumnKind.DATE && column.tally().missing() == 0 && !column.constant())
                .toList();
        return columns.stream()
                .filter(column -> column.repeatsLikeGroup() && column.tally().missing() == 0)
                .flatMap(id -> dates.stream().map(date -> new CustomerHistory(id, date)))
                .filter(CustomerHistory::tellsRowsApart)
                .findFirst();
    }

    private boolean tellsRowsApart() {
        int[] customers = codes(id.cells());
        int[] days = codes(date.cells());
        long[] pairs = new long[customers.length];
        Arrays.setAll(pairs, row -> (long) customers[row] << Integer.SIZE | days[row]);
        Arrays.parallelSort(pairs);
        for (int i = 1; i < pairs.length; i++) {
            if (pairs[i] == pairs[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /** Equal where the cells are equal, none of which is missing. */
    private static int[] codes(CheckedColumn column) {
        if (column instanceof CheckedColumn.Levels levels) {
            return levels.codes();
        }
        Map<Double, Integer> known = new HashMap<>();
        return Arrays.stream(((CheckedColumn.Numbers) column).values())
                .mapToInt(value -> known.computeIfAbsent(value, first -> known.size()))
                .toArray();
    }
}
