package io.holdfast.training.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The order in which columns are shown. */
final class Order {
    private Order() {}

    /** The columns that move the score most first, equal ones as they stand in the table. */
    static List<Integer> byImportance(int columns, HeldOutReasons reasons) {
        return IntStream.range(0, columns)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer input) -> -reasons.importance(input)))
                .toList();
    }
}
