package io.holdfast.training.inspection;

import io.holdfast.scoring.table.NumberText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ids as {@link LeakageCheck} looks at them: numbers given to customers one after the other can know when they left. Ids that are numbers
 * count by their value, ids that end in digits, such as {@code C-000123}, by the number at their end; others are only different.
 */
public final class IdCells {
    private IdCells() {}

    /**
     * The ids of a table as a column.
     *
     * @param ids one a row
     */
    public static CheckedColumn of(String name, List<String> ids) {
        if (ids.stream().allMatch(NumberText::isNumber)) {
            return new CheckedColumn.Numbers(
                    name, ids.stream().mapToDouble(NumberText::parse).toArray());
        }
        NumberedIds numbered = new NumberedIds();
        ids.forEach(numbered::add);
        if (numbered.complete(ids.size())) {
            return new CheckedColumn.Numbers(name, numbered.numbers());
        }
        Map<String, Integer> known = new HashMap<>();
        int[] codes = new int[ids.size()];
        Arrays.setAll(codes, row -> known.computeIfAbsent(ids.get(row), id -> known.size()));
        return new CheckedColumn.Levels(name, codes);
    }

    /** The same of an inspected column. */
    static CheckedColumn of(InspectedColumn column) {
        if (!(column.cells() instanceof CheckedColumn.Levels levels)) {
            return column.cells();
        }
        List<String> words = column.tally().store().words();
        if (column.tally().missing() == 0 && !words.isEmpty() && words.stream().allMatch(NumberText::isNumber)) {
            double[] values = Arrays.stream(levels.codes())
                    .mapToDouble(code -> NumberText.parse(words.get(code)))
                    .toArray();
            return new CheckedColumn.Numbers(column.name(), values);
        }
        NumberedIds numbered = column.tally().numbered();
        return numbered.complete(levels.size()) ? new CheckedColumn.Numbers(column.name(), numbered.numbers()) : levels;
    }
}
