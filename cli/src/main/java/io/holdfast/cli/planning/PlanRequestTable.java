package io.holdfast.cli.planning;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.care.plan.CustomerCells;
import io.holdfast.care.playbook.CustomerField;
import io.holdfast.care.playbook.Planning;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.score.AsOfDay;
import io.holdfast.scoring.score.CustomerId;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.RefusedException;
import io.holdfast.scoring.score.TableRecords;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import io.holdfast.scoring.table.TableRow;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads a table as a server is asked about its customers: nobody is scored here, and of who objects only the id, the unit and the objection are sent. */
final class PlanRequestTable {
    private final CustomerRows file;
    private final ModelBundle bundle;
    private final Planning planning;
    private final CustomerCells fields;
    private final Set<String> columns;
    private final LocalDate day;

    /** @param day the day the values were known, for tables without dates */
    PlanRequestTable(Path table, TableFormat format, ModelBundle bundle, Planning planning, LocalDate day) {
        this.file = new CustomerRows(table, format);
        this.bundle = bundle;
        this.planning = planning;
        this.fields = new CustomerCells(planning, bundle.description());
        this.columns = new TreeSet<>(fields.columns());
        this.day = day;
    }

    String name() {
        return file.path().toString();
    }

    void each(Consumer<PlanRequestRow> use, Consumer<RefusedRow> refused) {
        CustomerRows.Units units = new CustomerRows.Units(name());
        file.each(
                this::reading,
                row -> {
                    units.requireNew(row.line(), row.id(), row.unit());
                    use.accept(row);
                },
                refused);
    }

    private CustomerRows.Reading<PlanRequestRow> reading(TableReader reader) {
        CustomerRows.requireColumns(reader, columns);
        TableRecords records = new TableRecords(reader.name(), reader.header(), bundle.description(), day);
        return new CustomerRows.Reading<>() {
            @Override
            public String id(TableRow row) {
                return records.id(row);
            }

            @Override
            public PlanRequestRow read(TableRow row, UnaryOperator<String> cells) throws RefusedException {
                String id = CustomerId.require(records.id(row));
                ObjectNode json = JsonNodeFactory.instance.objectNode().put("customerId", id);
                boolean objects = records.objects(row) || fields.objects(cells);
                if (records.objects(row)) {
                    ObjectNode features = json.putObject("features");
                    bundle.description()
                            .with(ColumnRole.OBJECTION)
                            .ifPresent(column -> features.put(column.name(), true));
                } else if (!objects && records.left(row).isPresent()) {
                    left(json, records.left(row).get());
                } else if (!objects) {
                    CustomerRecord record = AsOfDay.requireKnown(records.read(row), day);
                    json.put("asOf", record.asOf().toString());
                    features(json.putObject("features"), record);
                }
                columns(json.putObject("columns"), cells, objects);
                return new PlanRequestRow(
                        row.line(), id, cell(CustomerField.UNIT, cells), cell(CustomerField.HOUSEHOLD, cells), json);
            }
        };
    }

    private void left(ObjectNode json, LocalDate left) {
        ObjectNode features = json.put("asOf", day.toString()).putObject("features");
        bundle.description()
                .with(ColumnRole.DEPARTURE)
                .ifPresent(column -> features.put(column.name(), left.toString()));
    }

    private void features(ObjectNode out, CustomerRecord record) {
        List<Column> features = bundle.description().features();
        for (int i = 0; i < features.size(); i++) {
            if (record.has(i)) {
                String name = features.get(i).name();
                switch (features.get(i).kind()) {
                    case NUMBER -> out.put(name, record.number(i));
                    case FLAG -> out.put(name, Boolean.parseBoolean(record.level(i)));
                    case CATEGORY, DATE -> out.put(name, record.level(i));
                }
            }
        }
        Optional<Column> value = bundle.description().valueColumn();
        if (value.isPresent() && record.value().isPresent()) {
            out.put(value.get().name(), record.value().getAsDouble());
        }
    }

    /** As the table has them; the server reads them by the same description. */
    private void columns(ObjectNode out, UnaryOperator<String> cells, boolean objects) {
        for (String column : columns) {
            boolean needed = column.equals(planning.columns().get(CustomerField.OBJECTS))
                    || column.equals(planning.columns().get(CustomerField.OPTED_OUT))
                    || column.equals(planning.columns().get(CustomerField.UNIT));
            if (needed || !objects) {
                out.put(column, cells.apply(column));
            }
        }
    }

    private String cell(CustomerField field, UnaryOperator<String> cells) {
        @Nullable String column = planning.columns().get(field);
        String cell = column == null ? "" : cells.apply(column);
        return bundle.description().format().missing().contains(cell) ? "" : cell;
    }
}
