package io.holdfast.scoring.dataset;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fault.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares a table's header with a description. */
final class HeaderCheck {
    private static final int NAMES_SHOWN = 5;

    private HeaderCheck() {}

    static void training(DatasetDescription description, String table, List<String> header) {
        requireAll(description, table, header, HeaderCheck::tellsInTraining);
        Set<String> present = new HashSet<>(header);
        for (String name : description.costs().columns()) {
            if (!present.contains(name)) {
                throw new InputException(
                        "missing_column",
                        table + " has no column " + Excerpt.of(name) + ", which 'costs' in the description of "
                                + description.name() + " names" + Nearest.hint(name, header));
            }
        }
        for (String name : undescribed(description, header)) {
            throw new InputException(
                    "undescribed_column",
                    table + " has the column " + Excerpt.of(name) + ", which the description of " + description.name()
                            + " does not name; describe it, or give it the role ignore");
        }
    }

    /** Whoever a row to learn from is of was still there. */
    private static boolean tellsInTraining(ColumnRole role) {
        return role != ColumnRole.IGNORE && role != ColumnRole.DEPARTURE;
    }

    static void scoring(DatasetDescription description, String table, List<String> header) {
        requireAll(description, table, header, role -> role == ColumnRole.FEATURE || role == ColumnRole.ID);
    }

    private static void requireAll(
            DatasetDescription description, String table, List<String> header, Predicate<ColumnRole> needed) {
        Set<String> present = new HashSet<>(header);
        List<Column> missing = description.columns().stream()
                .filter(column -> needed.test(column.role()) && !present.contains(column.name()))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        boolean unsplit = header.size() == 1;
        List<String> unknown = unsplit ? List.of() : undescribed(description, header);
        throw new InputException(
                "missing_column",
                table + " has no "
                        + (missing.size() == 1 ? one(missing.get(0), description) : several(missing, description))
                        + hint(missing, unknown)
                        + (unsplit
                                ? "; its only column is " + Excerpt.of(header.get(0))
                                        + ", while every name needs a cell of its own"
                                : ""));
    }

    private static String one(Column missing, DatasetDescription description) {
        String role = ColumnReader.word(missing.role());
        return "column " + Excerpt.of(missing.name()) + ", which is " + (role.matches("[aeiou].*") ? "an " : "a ")
                + role + " in the description of " + description.name();
    }

    private static String several(List<Column> missing, DatasetDescription description) {
        String names = missing.stream()
                .limit(NAMES_SHOWN)
                .map(column -> Excerpt.of(column.name()))
                .collect(Collectors.joining(", "));
        return "columns " + names
                + (missing.size() > NAMES_SHOWN ? " and " + (missing.size() - NAMES_SHOWN) + " more" : "")
                + ", which the description of " + description.name() + " names";
    }

    /** For the first that may be there under a name that is not described. */
    private static String hint(List<Column> missing, List<String> unknown) {
        return missing.stream()
                .map(column -> Nearest.hint(column.name(), unknown))
                .filter(hint -> !hint.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<String> undescribed(DatasetDescription description, List<String> header) {
        Set<String> described = new HashSet<>();
        description.columns().forEach(column -> described.add(column.name()));
        return header.stream().filter(name -> !described.contains(name)).toList();
    }
}
