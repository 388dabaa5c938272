package io.holdfast.training.inspection;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fault.Nearest;
import io.holdfast.scoring.table.NumberText;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which column is the label.
 *
 * @param candidates columns of two values, those first whose name says so
 * @param chosen the label stated, else the only candidate whose name says so; empty if there is none
 * @param stated whether somebody said so
 */
record LabelChoice(List<LabelCandidate> candidates, Optional<LabelCandidate> chosen, boolean stated) {
    /** The largest share of rows at which the rarer of two values is taken for those who left. */
    private static final double RARER = 0.4;

    static LabelChoice guess(List<InspectedColumn> columns) {
        List<LabelCandidate> candidates = columns.stream()
                .filter(column -> column.levels().size() == 2)
                .map(LabelChoice::candidate)
                .sorted(Comparator.comparing((LabelCandidate candidate) -> !candidate.named()))
                .toList();
        long named = candidates.stream().filter(LabelCandidate::named).count();
        return new LabelChoice(candidates, named == 1 ? Optional.of(candidates.get(0)) : Optional.empty(), false);
    }

    private static LabelCandidate candidate(InspectedColumn column) {
        ColumnProfile.Level commoner = column.levels().get(0);
        ColumnProfile.Level rarer = column.levels().get(1);
        boolean commonerLeft = NameHints.positive(commoner.text()) && !NameHints.positive(rarer.text());
        return candidate(column, commonerLeft ? commoner : rarer, commonerLeft ? rarer : commoner);
    }

    private static LabelCandidate candidate(
            InspectedColumn column, ColumnProfile.Level positive, ColumnProfile.Level negative) {
        return new LabelCandidate(
                column.name(),
                positive.text(),
                positive.rows(),
                negative.text(),
                negative.rows(),
                column.tally().missing(),
                NameHints.label(column.name()));
    }

    /**
     * Takes a label somebody named.
     *
     * @param positive its cell for customers who left; empty to guess it
     * @throws InputException if the table has no such column or cell, the column has other than two values, or neither of them is obvious
     */
    static LabelChoice stated(String table, List<InspectedColumn> columns, String label, String positive) {
        List<String> names = columns.stream().map(InspectedColumn::name).toList();
        InspectedColumn column = columns.stream()
                .filter(one -> one.name().equals(label))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "missing_column",
                        table + " has no column " + Excerpt.of(label) + " for the label" + Nearest.hint(label, names)));
        List<ColumnProfile.Level> levels = column.levels();
        if (levels.size() != 2) {
            throw new InputException(
                    "bad_label",
                    table + " column " + Excerpt.of(label) + " has "
                            + column.coded().distinct()
                            + (column.coded().distinct() == 1 ? " value" : " different values")
                            + "; expected two for a label, of customers who left and who stayed");
        }
        if (positive.isEmpty()) {
            requireObvious(table, label, levels);
            return new LabelChoice(guess(columns).candidates(), Optional.of(candidate(column)), true);
        }
        int at = levels.get(0).text().equals(positive) ? 0 : 1;
        if (!levels.get(at).text().equals(positive)) {
            throw new InputException(
                    "bad_label",
                    table + " column " + Excerpt.of(label) + " never reads " + Excerpt.of(positive) + "; expected "
                            + Excerpt.of(levels.get(0).text()) + " or "
                            + Excerpt.of(levels.get(1).text()));
        }
        LabelCandidate chosen = candidate(column, levels.get(at), levels.get(1 - at));
        return new LabelChoice(guess(columns).candidates(), Optional.of(chosen), true);
    }

    /** One of the two has to say so by its name, or to be clearly the rarer one. */
    private static void requireObvious(String table, String label, List<ColumnProfile.Level> levels) {
        ColumnProfile.Level commoner = levels.get(0);
        ColumnProfile.Level rarer = levels.get(1);
        boolean named = NameHints.positive(commoner.text()) != NameHints.positive(rarer.text());
        if (!named && rarer.rows() > RARER * (commoner.rows() + rarer.rows())) {
            throw new InputException(
                    "bad_label",
                    String.format(
                            Locale.ROOT,
                            "%s column %s reads %s in %,d rows and %s in %,d, which does not show who left; expected one of the two with --positive",
                            table,
                            Excerpt.of(label),
                            Excerpt.of(commoner.text()),
                            commoner.rows(),
                            Excerpt.of(rarer.text()),
                            rarer.rows()));
        }
    }

    boolean is(InspectedColumn column) {
        return chosen.isPresent() && chosen.get().column().equals(column.name());
    }

    /** The rows that have a label. */
    int[] labelled(List<InspectedColumn> columns) {
        CodedColumn label = column(columns).coded();
        return IntStream.range(0, label.codes().length)
                .filter(row -> label.codes()[row] != 0)
                .toArray();
    }

    /** Whether the customer left, for those rows. */
    boolean[] positives(List<InspectedColumn> columns, int[] rows) {
        InspectedColumn label = column(columns);
        String positive = chosen.orElseThrow().positive();
        boolean[] positives = new boolean[rows.length];
        if (label.cells() instanceof CheckedColumn.Numbers numbers) {
            double value = NumberText.parse(positive);
            for (int i = 0; i < rows.length; i++) {
                positives[i] = numbers.values()[rows[i]] == value;
            }
        } else {
            int code = label.tally().store().words().indexOf(positive);
            int[] codes = ((CheckedColumn.Levels) label.cells()).codes();
            for (int i = 0; i < rows.length; i++) {
                positives[i] = codes[rows[i]] == code;
            }
        }
        return positives;
    }

    private InspectedColumn column(List<InspectedColumn> columns) {
        return columns.stream().filter(this::is).findFirst().orElseThrow();
    }
}
