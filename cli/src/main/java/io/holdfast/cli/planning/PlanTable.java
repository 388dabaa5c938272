package io.holdfast.cli.planning;

import io.holdfast.care.plan.CustomerCells;
import io.holdfast.care.plan.PlanCustomer;
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
import io.holdfast.serving.planning.ScoredCustomer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads and scores the customers of a plan. */
public final class PlanTable {
    /** No id holds a control character. */
    private static final char SEPARATOR = '\n';

    private final ModelBundle bundle;
    private final Scorer scorer;
    private final Explainer explainer;
    private final CustomerCells fields;
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
        this.day = day;
    }

    /** What is done with each customer. */
    @FunctionalInterface
    public interface Use {
        /**
         * Takes the next customer.
         *
         * @param score none for who objects to profiling
         */
        void accept(PlanCustomer customer, Optional<ScoredCustomer> score);
    }

    /**
     * All customers, in the order of the table. Who objects to profiling is not scored.
     *
     * @param objecting ids of those who are known to object, whatever the table says
     * @throws InputException if the table cannot be read, lacks a column, a row is at fault, or a customer or unit stands there twice
     */
    public List<PlanCustomer> read(Path table, TableFormat format, Set<String> objecting) {
        List<PlanCustomer> customers = new ArrayList<>();
        Set<String> units = new HashSet<>();
        each(
                table,
                format,
                objecting,
                (customer, score) -> customers.add(customer),
                customer -> units.add(customer.id() + SEPARATOR + customer.unit()));
        return customers;
    }

    /** The same one by one, for a table that was read before. */
    public void again(Path table, TableFormat format, Set<String> objecting, Use use) {
        each(table, format, objecting, use, customer -> true);
    }

    private void each(Path table, TableFormat format, Set<String> objecting, Use use, Predicate<PlanCustomer> isFirst) {
        try (TableReader reader = TableReader.open(table, format)) {
            requireColumns(reader);
            TableRecords records = new TableRecords(reader.name(), reader.header(), bundle.description(), day);
            Map<String, Integer> positions = new HashMap<>();
            reader.header().forEach(name -> positions.put(name, reader.header().indexOf(name)));
            while (reader.advance()) {
                TableRow row = reader.row();
                UnaryOperator<String> cells = column -> {
                    @Nullable Integer position = positions.get(column);
                    return position == null ? "" : row.cell(position);
                };
                Optional<ScoredCustomer> score = score(reader, records, row, cells, objecting);
                PlanCustomer customer = customer(reader, records, row, cells, score);
                if (!isFirst.test(customer)) {
                    throw new InputException(
                            "duplicate_id",
                            reader.name() + " line " + row.line() + ": the customer " + Excerpt.of(customer.id())
                                    + " stands here again; expected one row for each, or a column for 'unit' in the"
                                    + " playbook");
                }
                use.accept(customer, score);
            }
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

    private Optional<ScoredCustomer> score(
            TableReader reader,
            TableRecords records,
            TableRow row,
            UnaryOperator<String> cells,
            Set<String> objecting) {
        try {
            if (objecting.contains(records.id(row)) || fields.objects(cells)) {
                return Optional.empty();
            }
            ChurnScore score = scorer.score(AsOfDay.requireKnown(records.read(row), day));
            return Optional.of(new ScoredCustomer(score, explainer.rank(score)));
        } catch (RefusedException e) {
            throw refused(reader, row, e);
        } catch (InputException e) {
            throw at(reader, row, e);
        }
    }

    private PlanCustomer customer(
            TableReader reader,
            TableRecords records,
            TableRow row,
            UnaryOperator<String> cells,
            Optional<ScoredCustomer> score) {
        try {
            return score.isPresent()
                    ? fields.customer(score.get().score(), score.get().ranking(), cells)
                    : fields.objecting(CustomerId.require(records.id(row)), cells);
        } catch (RefusedException e) {
            throw refused(reader, row, e);
        } catch (InputException e) {
            throw at(reader, row, e);
        }
    }

    private static InputException refused(TableReader reader, TableRow row, RefusedException e) {
        return new InputException(
                e.refusal().code(),
                reader.name() + " line " + row.line() + ": "
                        + Clause.of(e.refusal().message()),
                e);
    }

    private static InputException at(TableReader reader, TableRow row, InputException e) {
        return new InputException(e.code(), reader.name() + " line " + row.line() + ": " + e.getMessage(), e);
    }
}
