package io.holdfast.training.data;

import io.holdfast.scoring.bundle.RowSketch;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.Clause;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.RefusedException;
import io.holdfast.scoring.score.TableRecords;
import io.holdfast.scoring.table.DuplicateIds;
import io.holdfast.scoring.table.NumberText;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import io.holdfast.scoring.table.TableRow;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one table; use once. */
final class TableLoader {
    private static final int ROWS_BETWEEN_REPORTS = 4096;
    private static final int ABSENT = -1;

    private final Path file;
    private final DatasetDescription description;
    private final TableFormat format;
    private final boolean allowDuplicateIds;
    private final Progress progress;

    private final TextList ids = new TextList();
    private final DuplicateIds seen = new DuplicateIds();
    private final RowNumbers days = new RowNumbers();
    private final RowNumbers fingerprints = new RowNumbers();
    private final LineNumbers lines = new LineNumbers();

    TableLoader(
            Path file,
            DatasetDescription description,
            TableFormat format,
            boolean allowDuplicateIds,
            Progress progress) {
        this.file = file;
        this.description = description;
        this.format = format;
        this.allowDuplicateIds = allowDuplicateIds;
        this.progress = progress;
    }

    /** @param strict whether the table must have all described columns and no other */
    TrainingTable load(boolean strict) {
        try (TableReader reader = TableReader.open(file, format)) {
            String name = reader.name();
            List<String> header = reader.header();
            if (strict) {
                description.requireForTraining(name, header);
            } else {
                requireLabel(name, header);
            }
            return load(reader, name, header);
        }
    }

    private TrainingTable load(TableReader reader, String name, List<String> header) {
        Set<String> missing = format.missing();
        TableRecords records = new TableRecords(name, header, description, LocalDate.EPOCH);
        List<FeatureBuilder> features =
                description.features().stream().map(FeatureBuilder::of).toList();
        LabelCells label = new LabelCells(name, description.label(), missing);
        int labelPosition = header.indexOf(description.label().name());
        GroupCells groups = new GroupCells(missing);
        int groupPosition = position(header, ColumnRole.GROUP);
        boolean dated = position(header, ColumnRole.DATE) != ABSENT;
        List<SensitiveCells> sensitive = sensitive(name, header);
        List<CostCells> costs = costs(name, header);
        Optional<WeightCells> weights = weights(name, header);
        ContentDigest digest = digest(header);

        while (reader.advance()) {
            TableRow row = reader.row();
            CustomerRecord customer = customer(name, records, row);
            for (int input = 0; input < features.size(); input++) {
                features.get(input).add(customer, input);
            }
            label.add(row, row.cell(labelPosition));
            if (groupPosition != ABSENT) {
                groups.add(row.cell(groupPosition));
            }
            sensitive.forEach(cells -> cells.add(row));
            costs.forEach(cells -> cells.add(row));
            weights.ifPresent(cells -> cells.add(row));
            digest.add(row);
            addId(name, row, customer, dated);
            if (dated) {
                days.add(customer.asOf().toEpochDay());
            }
            fingerprints.add(fingerprint(customer, features.size(), dated));
            lines.add(row.line());
            if (ids.size() % ROWS_BETWEEN_REPORTS == 0) {
                progress.at("read " + name, ids.size(), 0);
            }
        }
        if (ids.isEmpty()) {
            throw new InputException("empty_table", name + " has no rows (expected: customers whose outcome is known)");
        }
        progress.at("read " + name, ids.size(), ids.size());
        return new TrainingTable(new TableContent(
                name,
                description,
                features.stream().map(FeatureBuilder::build).toList(),
                label.positives(),
                label.negative(),
                ids,
                !dated && (!allowDuplicateIds || description.id().isEmpty()),
                groupPosition != ABSENT,
                groups.build(),
                dated,
                days,
                sensitive.stream().map(SensitiveCells::build).toList(),
                costs.stream().map(CostCells::build).toList(),
                weights.isPresent(),
                weights.map(WeightCells::build).orElse(RowWeights.EVEN),
                digest.hex(),
                fingerprints,
                lines));
    }

    private void requireLabel(String name, List<String> header) {
        description.requireForScoring(name, header);
        String label = description.label().name();
        if (!header.contains(label)) {
            throw new InputException(
                    "missing_label",
                    name + " has no column " + Excerpt.of(label)
                            + " (expected: the label, since only customers whose outcome is known can be evaluated on)");
        }
    }

    private int position(List<String> header, ColumnRole role) {
        Optional<Column> column = description.with(role);
        return column.map(found -> header.indexOf(found.name())).orElse(ABSENT);
    }

    private List<SensitiveCells> sensitive(String name, List<String> header) {
        return description.columns().stream()
                .filter(column -> column.sensitive() && header.contains(column.name()))
                .map(column -> new SensitiveCells(name, column, header.indexOf(column.name()), format.missing()))
                .toList();
    }

    private List<CostCells> costs(String name, List<String> header) {
        return description.costs().columns().stream()
                .filter(header::contains)
                .map(column -> new CostCells(name, column, header.indexOf(column)))
                .toList();
    }

    private Optional<WeightCells> weights(String name, List<String> header) {
        return description
                .with(ColumnRole.WEIGHT)
                .filter(column -> header.contains(column.name()))
                .map(column -> new WeightCells(name, column.name(), header.indexOf(column.name()), format.missing()));
    }

    private ContentDigest digest(List<String> header) {
        List<String> names = description.columns().stream()
                .filter(column -> (column.role() != ColumnRole.IGNORE && column.role() != ColumnRole.DEPARTURE)
                        || column.sensitive())
                .map(Column::name)
                .filter(header::contains)
                .toList();
        return new ContentDigest(names, names.stream().mapToInt(header::indexOf).toArray());
    }

    private static CustomerRecord customer(String name, TableRecords records, TableRow row) {
        try {
            return records.read(row);
        } catch (RefusedException e) {
            throw new InputException(
                    "bad_value",
                    name + " line " + row.line() + ": " + Clause.of(e.refusal().message()),
                    e);
        }
    }

    /** One row per customer, or per customer and date. */
    private void addId(String name, TableRow row, CustomerRecord customer, boolean dated) {
        ids.add(customer.id());
        if (allowDuplicateIds || description.id().isEmpty()) {
            return;
        }
        if (!seen.add(key(customer, dated))) {
            refuseSecond(name, customer, row.line(), dated);
        }
    }

    private static String key(CustomerRecord customer, boolean dated) {
        return dated ? customer.asOf() + " " + customer.id() : customer.id();
    }

    /** What was noticed may be a coincidence of hashes, so the rows before are looked at. */
    private void refuseSecond(String name, CustomerRecord customer, long line, boolean dated) {
        for (int row = 0; row < ids.size() - 1; row++) {
            if (ids.get(row).equals(customer.id())
                    && (!dated || days.get(row) == customer.asOf().toEpochDay())) {
                throw new InputException(
                        "duplicate_id",
                        name + " line " + line + ": the customer " + Excerpt.ofId(customer.id()) + " stands on line "
                                + lines.get(row) + " already (expected: one row per customer"
                                + (dated ? " and date" : "") + "; --allow-duplicate-ids keeps both)");
            }
        }
    }

    private long fingerprint(CustomerRecord customer, int columns, boolean dated) {
        List<String> cells = new ArrayList<>();
        if (description.id().isPresent()) {
            cells.add(customer.id());
        }
        if (dated) {
            cells.add(customer.asOf().toString());
        }
        for (int input = 0; input < columns; input++) {
            if (!customer.has(input)) {
                cells.add("");
            } else if (Double.isNaN(customer.number(input))) {
                cells.add("=" + customer.level(input));
            } else {
                cells.add(NumberText.write(customer.number(input)));
            }
        }
        return RowSketch.fingerprint(cells);
    }
}
