package io.holdfast.training.inspection;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.table.TableFormat;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks through a table before anybody learns from it. */
public final class Inspection {
    private final CollectedTable table;
    private final TableFormat format;
    private final InspectionSettings settings;
    private final List<InspectedColumn> columns;
    private final LabelChoice label;
    private final Map<String, ColumnRole> roles;

    private Inspection(
            CollectedTable table,
            TableFormat format,
            InspectionSettings settings,
            List<InspectedColumn> columns,
            LabelChoice label,
            Map<String, ColumnRole> roles) {
        this.table = table;
        this.format = format;
        this.settings = settings;
        this.columns = columns;
        this.label = label;
        this.roles = roles;
    }

    /**
     * Inspects a table nobody has described: kinds and roles of its columns are guessed.
     *
     * @param format how the file is written
     * @throws io.holdfast.scoring.fault.InputException if the file is no table, or has no such label
     */
    public static InspectionReport inspect(
            Path file, TableFormat format, InspectionSettings settings, Progress progress) {
        CollectedTable table = CollectedTable.read(file, format, settings.mostCells(), progress);
        List<InspectedColumn> columns =
                table.columns().parallelStream().map(InspectedColumn::guessed).toList();
        LabelChoice label = settings.label().isEmpty()
                ? LabelChoice.guess(columns)
                : LabelChoice.stated(table.name(), columns, settings.label(), settings.positive());
        return new Inspection(table, format, settings, columns, label, guessedRoles(columns, label)).report(progress);
    }

    /**
     * Inspects the table of a description, which says what the columns are for.
     *
     * @throws io.holdfast.scoring.fault.InputException if the description or the table cannot be read, or do not fit together
     */
    public static InspectionReport inspectDescribed(Path datasetYaml, InspectionSettings settings, Progress progress) {
        DatasetDescription description = DatasetDescription.read(datasetYaml);
        LabelPlaceholder.requireFilledIn(datasetYaml.toString(), description);
        CollectedTable table = CollectedTable.read(
                description.table(datasetYaml), description.format(), settings.mostCells(), progress);
        description.requireForTraining(
                table.name(), table.columns().stream().map(ColumnTally::name).toList());
        List<InspectedColumn> columns = table.columns().parallelStream()
                .map(tally -> InspectedColumn.described(
                        tally, description.column(tally.name()).orElseThrow()))
                .toList();
        Map<String, ColumnRole> roles = new LinkedHashMap<>();
        description.columns().forEach(column -> roles.put(column.name(), column.role()));
        Column described = description.label();
        LabelChoice label = LabelChoice.stated(table.name(), columns, described.name(), described.positive());
        return new Inspection(table, description.format(), settings, columns, label, roles).report(progress);
    }

    private static Map<String, ColumnRole> guessedRoles(List<InspectedColumn> columns, LabelChoice label) {
        Optional<CustomerHistory> history = CustomerHistory.among(
                columns.stream().filter(column -> !label.is(column)).toList());
        Optional<InspectedColumn> id = history.map(CustomerHistory::id)
                .or(() -> columns.stream()
                        .filter(column -> !label.is(column) && column.identifies())
                        .min(Comparator.comparing(column -> !NameHints.id(column.name()))));
        Map<String, ColumnRole> roles = new LinkedHashMap<>();
        for (InspectedColumn column : columns) {
            ColumnRole role = ColumnRole.FEATURE;
            if (label.is(column)) {
                role = ColumnRole.LABEL;
            } else if (id.isPresent() && id.get() == column) {
                role = ColumnRole.ID;
            } else if (history.isPresent() && history.get().date() == column) {
                role = ColumnRole.DATE;
            } else if (column.constant()
                    || column.identifies()
                    || column.repeatsLikeGroup()
                    || column.tally().dates()
                    || column.tally().moments()) {
                role = ColumnRole.IGNORE;
            }
            roles.put(column.name(), role);
        }
        return roles;
    }

    private InspectionReport report(Progress progress) {
        List<InspectedColumn> features = columns.stream()
                .filter(column -> roles.get(column.name()) == ColumnRole.FEATURE)
                .toList();
        progress.at("looking for leaks", 0, 3);
        List<LeakSuspect> leaks = leaks();
        progress.at("looking for redundant columns", 1, 3);
        List<RedundantColumn> redundant =
                new Redundancy(features.stream().map(InspectedColumn::coded).toList(), settings.seed()).copies();
        progress.at("looking for near-copies", 2, 3);
        Set<String> suspects = new HashSet<>();
        leaks.forEach(leak -> suspects.add(leak.column()));
        List<CodedColumn> compared = features.stream()
                .filter(column -> !suspects.contains(column.name()))
                .map(InspectedColumn::coded)
                .toList();
        NearCopies copies = NearCopies.searchCoded(compared, allPositives(), settings.seed());
        List<InspectedColumn> proposable =
                columns.stream().filter(column -> !label.is(column)).toList();
        Optional<String> group = copies.found() ? GroupProposal.column(copies, proposable) : Optional.empty();
        progress.at("looking for near-copies", 3, 3);
        return new InspectionReport(
                table.name(),
                format,
                table.rows(),
                table.kept(),
                new ProfileWriter(columns, roles, leaks, redundant).profiles(),
                label.candidates(),
                label.chosen(),
                label.stated(),
                duplicates(),
                copies,
                group,
                leaks,
                redundant,
                new Remarks(table, columns, label, roles).sentences());
    }

    /** The label of every row, missing as not positive; none without a label. */
    private boolean[] allPositives() {
        if (label.chosen().isEmpty()) {
            return new boolean[0];
        }
        int[] all = new int[table.kept()];
        Arrays.setAll(all, row -> row);
        return label.positives(columns, all);
    }

    private List<LeakSuspect> leaks() {
        if (label.chosen().isEmpty()) {
            return List.of();
        }
        int[] rows = label.labelled(columns);
        List<CheckedColumn> candidates = columns.stream()
                .filter(column -> !label.is(column))
                .filter(column -> roles.get(column.name()) == ColumnRole.FEATURE
                        || roles.get(column.name()) == ColumnRole.ID
                        || column.identifies())
                .map(column -> roles.get(column.name()) == ColumnRole.ID || column.identifies()
                        ? IdCells.of(column)
                        : column.cells())
                .map(cells -> rows.length == table.kept() ? cells : cells.only(rows))
                .toList();
        return LeakageCheck.suspects(candidates, label.positives(columns, rows), settings.seed());
    }

    private RowDuplicates duplicates() {
        List<CheckedColumn> compared = columns.stream()
                .filter(column -> !label.is(column) && !column.identifies())
                .map(InspectedColumn::cells)
                .toList();
        Optional<CheckedColumn> outcome =
                columns.stream().filter(label::is).map(InspectedColumn::cells).findFirst();
        return RowDuplicates.count(compared, outcome, table.kept());
    }
}
