package io.holdfast.training.data;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.NumberText;
import io.holdfast.scoring.table.TableRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects a sensitive column, row after row, whether or not the model looks at it. */
final class SensitiveCells {
    private static final int MOST_SINGLE_NUMBERS = 8;
    private static final int RANGES = 4;

    private final String table;
    private final Column column;
    private final int position;
    private final Set<String> missing;
    private final List<String> cells = new ArrayList<>();
    private final Map<String, String> distinct = new HashMap<>();

    SensitiveCells(String table, Column column, int position, Set<String> missing) {
        this.table = table;
        this.column = column;
        this.position = position;
        this.missing = missing;
    }

    void add(TableRow row) {
        String cell = row.cell(position);
        String value = missing.contains(cell) ? "" : value(row, cell);
        String known = distinct.putIfAbsent(value, value);
        cells.add(known == null ? value : known);
    }

    private String value(TableRow row, String cell) {
        return switch (column.kind()) {
            case CATEGORY, DATE -> cell;
            case NUMBER -> {
                if (!NumberText.isNumber(cell)) {
                    throw fault(row, cell, "a number such as 12.5");
                }
                yield NumberText.write(NumberText.parse(cell));
            }
            case FLAG -> {
                if (column.flagTokens().isYes(cell)) {
                    yield "yes";
                }
                if (column.flagTokens().isNo(cell)) {
                    yield "no";
                }
                throw fault(row, cell, column.flagTokens().expectation());
            }
        };
    }

    private InputException fault(TableRow row, String cell, String expected) {
        return new InputException(
                "bad_value",
                table + " line " + row.line() + ": column " + Excerpt.of(column.name()) + " holds " + Excerpt.of(cell)
                        + " (expected: " + expected + ")");
    }

    SensitiveColumn build() {
        boolean many = column.kind() == ColumnKind.NUMBER && distinct.size() > MOST_SINGLE_NUMBERS;
        return new SensitiveColumn(column.name(), many ? ranges() : cells);
    }

    /** Quarters of the rows; people are compared by age group, not by age. */
    private List<String> ranges() {
        double[] known = cells.stream()
                .filter(cell -> !cell.isEmpty())
                .mapToDouble(NumberText::parse)
                .sorted()
                .toArray();
        double[] cuts = new double[RANGES - 1];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = known[(int) ((long) known.length * (i + 1) / RANGES)];
        }
        double[] apart =
                Arrays.stream(cuts).distinct().filter(cut -> cut > known[0]).toArray();
        double[] used = apart.length > 0
                ? apart
                : Arrays.stream(known)
                        .filter(value -> value > known[0])
                        .limit(1)
                        .toArray();
        return cells.stream()
                .map(cell -> cell.isEmpty() ? cell : range(NumberText.parse(cell), used))
                .toList();
    }

    private static String range(double value, double[] cuts) {
        int bin = 0;
        while (bin < cuts.length && value >= cuts[bin]) {
            bin++;
        }
        if (bin == 0) {
            return "below " + NumberText.write(cuts[0]);
        }
        String from = NumberText.write(cuts[bin - 1]);
        return bin == cuts.length ? from + " and more" : from + " to below " + NumberText.write(cuts[bin]);
    }
}
