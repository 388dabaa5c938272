package io.holdfast.training.layout;

import io.holdfast.scoring.fault.Excerpt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of cells, written in columns as wide as their widest cell; Chinese characters count as the two places they take. Whatever a cell
 * holds, it can neither break its line nor steer the terminal.
 */
public final class TextTable {
    private static final String INDENT = "  ";
    private static final String GAP = "  ";

    private final boolean[] rightAligned;
    private final List<List<String>> rows = new ArrayList<>();

    private TextTable(boolean[] rightAligned) {
        this.rightAligned = rightAligned;
    }

    /**
     * An empty table.
     *
     * @param alignment a character a column: {@code l} or {@code r}
     */
    public static TextTable aligned(String alignment) {
        boolean[] right = new boolean[alignment.length()];
        for (int column = 0; column < right.length; column++) {
            right[column] = alignment.charAt(column) == 'r';
        }
        return new TextTable(right);
    }

    /** Adds a row; cells that are left out at its end are empty. */
    public void add(String... cells) {
        if (cells.length > rightAligned.length) {
            throw new IllegalArgumentException(
                    "cells: " + cells.length + " (expected: at most " + rightAligned.length + ")");
        }
        rows.add(Arrays.stream(cells).map(Excerpt::plain).toList());
    }

    /** Whether no row was added. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The rows as indented lines, each ended by a line feed, without spaces at the end. */
    public String text() {
        int[] widths = new int[rightAligned.length];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], DisplayWidth.of(row.get(column)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(INDENT);
            for (int column = 0; column < row.size(); column++) {
                String pad = " ".repeat(widths[column] - DisplayWidth.of(row.get(column)));
                line.append(column == 0 ? "" : GAP)
                        .append(rightAligned[column] ? pad + row.get(column) : row.get(column) + pad);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
