package io.holdfast.training.data;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.TableRow;
import java.util.BitSet;
import java.util.Set;

/** Collects the label, row after row: the positive cell, and one other value. */
final class LabelCells {
    private final String table;
    private final Column label;
    private final Set<String> missing;
    private final BitSet positives = new BitSet();
    private int size;
    private String negative = "";
    private long negativeLine;

    LabelCells(String table, Column label, Set<String> missing) {
        this.table = table;
        this.label = label;
        this.missing = missing;
        requireKnownPositive();
    }

    /** Else every "no" would count as one who left. */
    private void requireKnownPositive() {
        String positive = label.positive();
        boolean known = label.flagTokens().isYes(positive) || label.flagTokens().isNo(positive);
        if (label.kind() == ColumnKind.FLAG && !known) {
            throw new InputException(
                    "bad_label",
                    "The label " + Excerpt.of(label.name()) + " of " + table + " is a flag whose positive value is "
                            + Excerpt.of(positive) + " (expected: "
                            + label.flagTokens().expectation() + ")");
        }
    }

    void add(TableRow row, String cell) {
        if (cell.isEmpty() || missing.contains(cell)) {
            throw fault(
                    row,
                    "missing_label",
                    "is missing",
                    "a value in every row; leave out customers whose outcome is not known");
        }
        positives.set(size++, label.kind() == ColumnKind.FLAG ? flag(row, cell) : category(row, cell));
    }

    /** Whether the cell means that the customer left. */
    private boolean flag(TableRow row, String cell) {
        boolean yes = label.flagTokens().isYes(cell);
        if (!yes && !label.flagTokens().isNo(cell)) {
            throw fault(
                    row,
                    "bad_label",
                    "holds " + Excerpt.of(cell),
                    label.flagTokens().expectation());
        }
        boolean positive = yes == label.flagTokens().isYes(label.positive());
        if (!positive && negative.isEmpty()) {
            negative = cell;
        }
        return positive;
    }

    /** Whether the cell means that the customer left. */
    private boolean category(TableRow row, String cell) {
        if (cell.equals(label.positive())) {
            return true;
        }
        if (negativeLine == 0) {
            negative = cell;
            negativeLine = row.line();
        } else if (!cell.equals(negative)) {
            throw fault(
                    row,
                    "bad_label",
                    "holds " + Excerpt.of(cell),
                    "two values: " + Excerpt.of(label.positive())
                            + " for those who left, and one other, which has been " + Excerpt.of(negative)
                            + " since line " + negativeLine);
        }
        return false;
    }

    private InputException fault(TableRow row, String code, String what, String expected) {
        return new InputException(
                code,
                table + " line " + row.line() + ": the label " + Excerpt.of(label.name()) + " " + what + " (expected: "
                        + expected + ")");
    }

    boolean[] positives() {
        boolean[] all = new boolean[size];
        for (int row = 0; row < size; row++) {
            all[row] = positives.get(row);
        }
        return all;
    }

    /** The cell that means the customer stayed; empty when there was none. */
    String negative() {
        return negative;
    }
}
