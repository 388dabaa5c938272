package io.holdfast.scoring.dataset;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fault.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares a table's header with a description. */
final class HeaderCheck {
    private HeaderCheck() {}

    static void training(DatasetDescription description, String table, List<String> header) {
        Set<String> present = new HashSet<>(header);
        for (Column column : description.columns()) {
            if (column.role() != ColumnRole.IGNORE && !present.contains(column.name())) {
                throw missing(description, table, header, column);
            }
        }
        for (String name : description.costs().columns()) {
            if (!present.contains(name)) {
                throw new InputException(
                        "missing_column",
                        table + " has no column " + Excerpt.of(name) + ", which 'costs' in the description of "
                                + description.name() + " names" + Nearest.hint(name, header));
            }
        }
        Set<String> described = new HashSet<>();
        description.columns().forEach(column -> described.add(column.name()));
        for (String name : header) {
            if (!described.contains(name)) {
                throw new InputException(
                        "undescribed_column",
                        table + " has the column " + Excerpt.of(name) + ", which the description of "
                                + description.name() + " does not name; describe it, or give it the role ignore");
            }
        }
    }

    static void scoring(DatasetDescription description, String table, List<String> header) {
        Set<String> present = new HashSet<>(header);
        for (Column column : description.columns()) {
            boolean needed = column.role() == ColumnRole.FEATURE || column.role() == ColumnRole.ID;
            if (needed && !present.contains(column.name())) {
                throw missing(description, table, header, column);
            }
        }
    }

    private static InputException missing(
            DatasetDescription description, String table, List<String> header, Column column) {
        String role = ColumnReader.word(column.role());
        return new InputException(
                "missing_column",
                table + " has no column " + Excerpt.of(column.name()) + ", which is "
                        + (role.matches("[aeiou].*") ? "an " : "a ") + role + " in the description of "
                        + description.name()
                        + (header.size() == 1
                                ? "; its only column is " + Excerpt.of(header.get(0))
                                        + ", while every name needs a cell of its own"
                                : Nearest.hint(column.name(), header)));
    }
}
