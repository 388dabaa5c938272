package io.holdfast.cli.planning;

import io.holdfast.care.plan.CustomerCells;
import io.holdfast.care.plan.PlanCustomer;
import io.holdfast.care.playbook.CustomerField;
import io.holdfast.care.playbook.Planning;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.fault.Clause;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.reason.Explainer;
import io.holdfast.scoring.score.AsOfDay;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.CustomerId;
import io.holdfast.scoring.score.RefusedException;
import io.holdfast.scoring.score.Scorer;
import io.holdfast.scoring.score.TableRecords;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import io.holdfast.scoring.table.TableRow;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads and scores the customers of a plan. */
public final class PlanTable {
    private final ModelBundle bundle;
    private final Scorer scorer;
    private final Explainer explainer;
    private final CustomerCells fields;
    private final boolean severalUnits;
    private final LocalDate day;

    /**
     * @param planning names the columns to read beside those of the model
     * @param day the day the values were known, for tables without dates
     */
    public PlanTable(ModelBundle bundle, Planning planning, LocalDate day) {
        this.bundle = bundle;
        this.scorer = new Scorer(bundle);
        this.explainer = new Explainer(bundle);
        this.fields = new CustomerCells(planning, bundle.description());
        this.severalUnits = planning.columns().containsKey(CustomerField.UNIT);
        this.day = day;
    }

    /**
     * All customers, in the order of the table. Who objects to profiling is not scored.
     *
     * @throws InputException if the table cannot be read, lacks a column, a row is at fault, or a customer without units stands there twice
     */
    public List<PlanCustomer> read(Path table, TableFormat format) {
        try (TableReader reader = TableReader.open(table, format)) {
            requireColumns(reader);
            TableRecords records = new TableRecords(reader.name(), reader.header(), bundle.description(), day);
            Map<String, Integer> positions = new HashMap<>();
            reader.header().forEach(name -> positions.put(name, reader.header().indexOf(name)));
            List<PlanCustomer> customers = new ArrayList<>();
            Set<String> ids = new HashSet<>();
            while (reader.advance()) {
                TableRow row = reader.row();
                PlanCustomer customer = customer(reader, records, row, column -> {
                    @Nullable Integer position = positions.get(column);
                    return position == null ? "" : row.cell(position);
                });
                if (!ids.add(customer.id()) && !severalUnits) {
                    throw new InputException(
                            "duplicate_id",
                            reader.name() + " line " + row.line() + ": the customer " + Excerpt.of(customer.id())
                                    + " stands here again; expected one row for each, or a column for 'unit' in the"
                                    + " playbook");
                }
                customers.add(customer);
            }
            return customers;
        }
    }

    private void requireColumns(TableReader reader) {
        for (String column : fields.columns()) {
            if (!reader.header().contains(column)) {
                throw new InputException(
                        "missing_column",
                        reader.name() + " has no column " + Excerpt.of(column) + ", which the playbook reads");
            }
        }
    }

    private PlanCustomer customer(TableReader reader, TableRecords records, TableRow row, UnaryOperator<String> cells) {
        try {
            if (fields.objects(cells)) {
                return PlanCustomer.objecting(CustomerId.require(records.id(row)));
            }
            ChurnScore score = scorer.score(AsOfDay.requireKnown(records.read(row), day));
            return fields.customer(score, explainer.rank(score), cells);
        } catch (RefusedException e) {
            throw new InputException(
                    e.refusal().code(),
                    reader.name() + " line " + row.line() + ": "
                            + Clause.of(e.refusal().message()),
                    e);
        } catch (InputException e) {
            throw new InputException(e.code(), reader.name() + " line " + row.line() + ": " + e.getMessage(), e);
        }
    }
}
