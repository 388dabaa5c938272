package io.holdfast.cli.planning;

import io.holdfast.care.plan.CustomerCells;
import io.holdfast.care.plan.PlanCustomer;
import io.holdfast.care.playbook.Planning;
import io.holdfast.scoring.bundle.ModelBundle;
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
import io.holdfast.serving.planning.PredictionRecords;
import io.holdfast.serving.planning.ScoredCustomer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A table with the columns of the model and of the playbook, whose customers are scored as it is read. */
public final class PlanTable implements PlanSource {
    private final CustomerRows file;
    private final ModelBundle bundle;
    private final Scorer scorer;
    private final Explainer explainer;
    private final CustomerCells fields;
    private final PredictionRecords predictions;
    private final LocalDate day;

    /**
     * @param planning names the columns to read beside those of the model
     * @param day the day the values were known, for tables without dates
     */
    public PlanTable(Path table, TableFormat format, ModelBundle bundle, Planning planning, LocalDate day) {
        this.file = new CustomerRows(table, format);
        this.bundle = bundle;
        this.scorer = new Scorer(bundle);
        this.explainer = new Explainer(bundle);
        this.fields = new CustomerCells(planning, bundle.description());
        this.predictions = new PredictionRecords(bundle);
        this.day = day;
    }

    /** @param score none for who objects to profiling */
    private record Row(long line, PlanCustomer customer, Optional<ScoredCustomer> score) {}

    @Override
    public String name() {
        return file.path().toString();
    }

    @Override
    public void each(Predicate<String> objecting, Use use) {
        CustomerRows.Units units = new CustomerRows.Units(name());
        file.each(
                reader -> reading(reader, objecting),
                row -> {
                    units.requireNew(
                            row.line(), row.customer().id(), row.customer().unit());
                    use.customer(row.customer(), () -> row.score().map(predictions::of));
                },
                use::refused);
    }

    private CustomerRows.Reading<Row> reading(TableReader reader, Predicate<String> objecting) {
        CustomerRows.requireColumns(reader, fields.columns());
        TableRecords records = new TableRecords(reader.name(), reader.header(), bundle.description(), day);
        return new CustomerRows.Reading<>() {
            @Override
            public String id(TableRow row) {
                return records.id(row);
            }

            @Override
            public Row read(TableRow row, UnaryOperator<String> cells) throws RefusedException {
                if (objecting.test(records.id(row)) || records.objects(row) || fields.objects(cells)) {
                    String id = CustomerId.require(records.id(row));
                    return new Row(row.line(), fields.objecting(id, cells), Optional.empty());
                }
                if (records.left(row).isPresent()) {
                    String id = CustomerId.require(records.id(row));
                    return new Row(row.line(), fields.departed(id, cells), Optional.empty());
                }
                ChurnScore score = scorer.score(AsOfDay.requireKnown(records.read(row), day));
                ScoredCustomer scored = new ScoredCustomer(score, explainer.rank(score));
                return new Row(row.line(), fields.customer(score, scored.ranking(), cells), Optional.of(scored));
            }
        };
    }
}
