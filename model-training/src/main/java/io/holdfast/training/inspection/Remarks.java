package io.holdfast.training.inspection;

import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.training.evaluation.RocAuc;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is to be said of a table as a whole, in sentences. */
final class Remarks {
    private static final double SORTED = .9;

    private final CollectedTable table;
    private final List<InspectedColumn> columns;
    private final LabelChoice label;
    private final Map<String, ColumnRole> roles;
    private final List<String> sentences = new ArrayList<>();

    Remarks(CollectedTable table, List<InspectedColumn> columns, LabelChoice label, Map<String, ColumnRole> roles) {
        this.table = table;
        this.columns = columns;
        this.label = label;
        this.roles = roles;
    }

    List<String> sentences() {
        if (table.kept() < table.rows()) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "Only the first %,d of %,d rows were inspected; the others were read and counted.",
                    table.kept(),
                    table.rows()));
        }
        if (table.rows() < 200) {
            sentences.add("So few rows carry no model worth using.");
        }
        noteHistory();
        noteMissingWords();
        noteOrder();
        return List.copyOf(sentences);
    }

    /** A customer with many dated rows is a history; what is learned from is one row a customer, or a customer and date. */
    private void noteHistory() {
        Optional<InspectedColumn> date = with(ColumnRole.DATE);
        if (date.isPresent()) {
            with(ColumnRole.ID)
                    .filter(id -> !id.identifies())
                    .ifPresent(id -> sentences.add(String.format(
                            Locale.ROOT,
                            "%s has %,d values in %,d rows, each at most once a %s: the table is a history of customers, to be split by time.",
                            Excerpt.of(id.name()),
                            id.coded().distinct(),
                            table.kept(),
                            Excerpt.of(date.get().name()))));
            return;
        }
        boolean dated = columns.stream()
                .anyMatch(column -> column.tally().dates() || column.tally().moments());
        columns.stream()
                .filter(column -> NameHints.id(column.name()) && !column.identifies())
                .filter(column ->
                        column.coded().distinct() > 1 && 1.2 * column.coded().distinct() < table.kept())
                .findFirst()
                .filter(column -> dated)
                .ifPresent(column -> sentences.add(String.format(
                        Locale.ROOT,
                        "%s has %,d values in %,d dated rows: this looks like a history of events, not like one row a customer.",
                        Excerpt.of(column.name()),
                        column.coded().distinct(),
                        table.kept())));
    }

    private Optional<InspectedColumn> with(ColumnRole role) {
        return columns.stream()
                .filter(column -> roles.get(column.name()) == role)
                .findFirst();
    }

    private void noteMissingWords() {
        for (InspectedColumn column : columns) {
            TokenCounts odd = column.cells() instanceof CheckedColumn.Numbers
                    ? column.tally().store().odd()
                    : column.tally().missingLike();
            if (odd.total() > 0) {
                List<String> shown =
                        odd.counts().keySet().stream().limit(3).map(Excerpt::of).toList();
                sentences.add(String.format(
                        Locale.ROOT,
                        "%s holds %s in %,d %s%s; if that means missing, list it under 'missing'.",
                        Excerpt.of(column.name()),
                        String.join(", ", shown),
                        odd.total(),
                        odd.total() == 1 ? "cell" : "cells",
                        column.cells() instanceof CheckedColumn.Numbers ? " among numbers" : ""));
            }
        }
    }

    private void noteOrder() {
        if (label.chosen().isEmpty()) {
            return;
        }
        int[] rows = label.labelled(columns);
        double[] order = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            order[i] = rows[i];
        }
        double auc = RocAuc.of(order, label.positives(columns, rows)).orElse(.5);
        if (Math.max(auc, 1 - auc) > SORTED) {
            sentences.add("The rows are sorted by the label or something close to it.");
        }
    }
}
