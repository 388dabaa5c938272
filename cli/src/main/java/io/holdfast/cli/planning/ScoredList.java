package io.holdfast.cli.planning;

import io.holdfast.care.plan.CustomerCells;
import io.holdfast.care.plan.CustomerReason;
import io.holdfast.care.plan.PlanCustomer;
import io.holdfast.care.playbook.Planning;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.score.AlreadyLeft;
import io.holdfast.scoring.score.AsOfDay;
import io.holdfast.scoring.score.CustomerId;
import io.holdfast.scoring.score.RefusedException;
import io.holdfast.scoring.table.CsvStyle;
import io.holdfast.scoring.table.NumberText;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import io.holdfast.scoring.table.TableRow;
import io.holdfast.serving.planning.PredictionRecords;
import io.holdfast.serving.store.StoredPrediction;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A file that 'score' wrote, with the columns kept that the playbook reads: its customers need not be scored again. It has only so many reasons as were asked
 * for, and no values of features.
 */
final class ScoredList implements PlanSource {
    private static final Set<String> OWN =
            Set.of("customer_id", "status", "prediction_id", "log_odds", "model_digest", "schema_version");
    private static final String SCHEMA_VERSION = "1";
    private static final String OTHER_MODEL = "other_model";
    private static final String EXCLUDED = "excluded";
    private static final String REFUSED = "refused";
    private static final String REASON = "reason_";
    private static final String NO_INPUTS = "{}";

    private final CustomerRows file;
    private final ModelBundle bundle;
    private final CustomerCells fields;
    private final PredictionRecords predictions;
    private final Set<String> columns;
    private final LocalDate day;

    /** @param day the first day of the plan */
    ScoredList(Path path, ModelBundle bundle, Planning planning, LocalDate day) {
        this.file = new CustomerRows(path, TableFormat.csv());
        this.bundle = bundle;
        this.fields = new CustomerCells(planning, bundle.description());
        this.predictions = new PredictionRecords(bundle);
        this.columns = columns(bundle, planning);
        this.day = day;
    }

    /** The columns that have to be kept when customers are scored, so that the list can be planned for. */
    static Set<String> columns(ModelBundle bundle, Planning planning) {
        Set<String> columns = new TreeSet<>(new CustomerCells(planning, bundle.description()).columns());
        bundle.description().valueColumn().ifPresent(value -> columns.add(value.name()));
        return columns;
    }

    /** Whether the columns are those of 'score'. */
    static boolean hasHeader(List<String> header) {
        return header.containsAll(OWN);
    }

    /** @param prediction none for who objects to profiling, or has left */
    private record Row(long line, PlanCustomer customer, Optional<StoredPrediction> prediction) {}

    @Override
    public String name() {
        return file.path().toString();
    }

    @Override
    public void each(Predicate<String> objecting, Use use) {
        requireThisModel();
        CustomerRows.Units units = new CustomerRows.Units(name());
        file.each(
                reader -> new Reading(reader, objecting),
                row -> {
                    units.requireNew(
                            row.line(), row.customer().id(), row.customer().unit());
                    use.customer(row.customer(), row::prediction);
                },
                use::refused);
    }

    /** That a whole file is of another model, or of a later version, is no fault of its rows. */
    private void requireThisModel() {
        try (TableReader reader = TableReader.open(file.path(), file.format())) {
            int digest = reader.header().indexOf("model_digest");
            int version = reader.header().indexOf("schema_version");
            if (reader.advance()) {
                String found = reader.row().cell(digest);
                String own = bundle.manifest().digest();
                if (!reader.row().cell(version).equals(SCHEMA_VERSION)) {
                    throw new InputException(
                            "other_version",
                            reader.name() + " has columns of version "
                                    + Excerpt.of(reader.row().cell(version)) + "; expected " + SCHEMA_VERSION);
                }
                if (!found.equals(own)) {
                    throw new InputException(OTHER_MODEL, reader.name() + ": " + sentence(found, own));
                }
            }
        }
    }

    private static String sentence(String found, String own) {
        return "the scores are of the model " + Excerpt.of(found) + "; expected those of the bundle's model, " + own;
    }

    private void requireKept(TableReader reader) {
        Set<String> absent = new TreeSet<>(columns);
        absent.removeAll(reader.header());
        if (!absent.isEmpty()) {
            throw new InputException(
                    "missing_column",
                    reader.name() + " lacks columns that the playbook reads; expected the list scored with --reasons "
                            + PlanSources.REASONS + " --keep " + Excerpt.plain(String.join(",", columns)));
        }
    }

    /** Of a column that care cannot answer, though it can answer others of its reason, the file does not say whether it spoke. */
    private void requireReasonsTell(TableReader reader) {
        for (Column column : bundle.description().features()) {
            if (!column.actionable()
                    && bundle.description().reasons().reason(column.reason()).actionable()) {
                throw new InputException(
                        "scores_do_not_tell",
                        reader.name() + " does not tell whether a reason rests on the column "
                                + Excerpt.of(column.name())
                                + ", which care cannot answer; expected the table that was scored");
            }
        }
    }

    /** Reads the rows of a file whose header is the right one. */
    private final class Reading implements CustomerRows.Reading<Row> {
        private final Predicate<String> objecting;
        private final int idColumn;
        private final int reasons;

        Reading(TableReader reader, Predicate<String> objecting) {
            requireKept(reader);
            requireReasonsTell(reader);
            this.objecting = objecting;
            this.idColumn = reader.header().indexOf("customer_id");
            int count = 0;
            while (reader.header().contains(REASON + (count + 1) + "_code")) {
                count++;
            }
            this.reasons = count;
        }

        @Override
        public String id(TableRow row) {
            return row.cell(idColumn);
        }

        @Override
        public Row read(TableRow row, UnaryOperator<String> written) throws RefusedException {
            requireThisModel(written);
            UnaryOperator<String> cells = column -> CsvStyle.restored(written.apply(column));
            String status = written.apply("status");
            if (status.equals(REFUSED)) {
                throw new RefusedException(
                        written.apply("error_code"),
                        "",
                        LocalizedText.of("The row was refused when it was scored.", "该行在评分时已被拒绝。"));
            }
            String id = CustomerId.require(id(row));
            boolean left = written.apply("error_code").equals(AlreadyLeft.REFUSAL.code());
            if ((status.equals(EXCLUDED) && !left) || objecting.test(id) || fields.objects(cells)) {
                return new Row(row.line(), fields.objecting(id, cells), Optional.empty());
            }
            if (left) {
                return new Row(row.line(), fields.departed(id, cells), Optional.empty());
            }
            return scored(row, id, written, cells);
        }

        private Row scored(TableRow row, String id, UnaryOperator<String> written, UnaryOperator<String> cells)
                throws RefusedException {
            LocalDate asOf = day(written, "as_of");
            LocalDate until = day(written, "valid_until");
            if (AsOfDay.isInFuture(asOf, day)) {
                throw new RefusedException(AsOfDay.IN_FUTURE);
            }
            if (day.isAfter(until)) {
                throw new RefusedException(
                        "stale",
                        "valid_until",
                        LocalizedText.of(
                                "The score may be used up to " + until
                                        + " (expected: a plan up to that day, or the list" + " scored anew).",
                                "评分有效期至 " + until + "（应为：在此日期前制定计划，或重新评分）。"));
            }
            List<CustomerReason> named = reasons(written);
            double probability = number(written, "probability", 0, 1);
            PlanCustomer customer = fields.customer(id, probability, value(cells), actionable(named), cells);
            StoredPrediction prediction = new StoredPrediction(
                    written.apply("prediction_id"),
                    id,
                    bundle.manifest().modelId(),
                    bundle.manifest().digest(),
                    asOf,
                    until,
                    probability,
                    number(written, "log_odds"),
                    number(written, "percentile"),
                    written.apply("band"),
                    NO_INPUTS,
                    predictions.reasons(named));
            return new Row(row.line(), customer, Optional.of(prediction));
        }

        private void requireThisModel(UnaryOperator<String> written) throws RefusedException {
            String digest = written.apply("model_digest");
            String own = bundle.manifest().digest();
            if (!digest.equals(own)) {
                throw new RefusedException(OTHER_MODEL, "model_digest", LocalizedText.same(sentence(digest, own)));
            }
        }

        private List<CustomerReason> reasons(UnaryOperator<String> written) throws RefusedException {
            List<CustomerReason> named = new ArrayList<>();
            for (int rank = 1; rank <= reasons; rank++) {
                String code = written.apply(REASON + rank + "_code");
                if (!code.isEmpty()) {
                    named.add(new CustomerReason(
                            code,
                            number(written, REASON + rank + "_impact", Double.MIN_VALUE, Double.MAX_VALUE),
                            number(written, REASON + rank + "_share", 0, 1)));
                }
            }
            return named;
        }

        private List<CustomerReason> actionable(List<CustomerReason> named) {
            return named.stream()
                    .filter(reason -> bundle.description().reasons().has(reason.code())
                            && bundle.description()
                                    .reasons()
                                    .reason(reason.code())
                                    .actionable())
                    .toList();
        }

        private OptionalDouble value(UnaryOperator<String> cells) throws RefusedException {
            Optional<Column> column = bundle.description().valueColumn();
            if (column.isEmpty()
                    || bundle.description()
                            .format()
                            .missing()
                            .contains(cells.apply(column.get().name()))) {
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(number(cells, column.get().name()));
        }
    }

    private static double number(UnaryOperator<String> cells, String column, double least, double most)
            throws RefusedException {
        double number = number(cells, column);
        if (number < least || number > most) {
            throw wrong(column, cells.apply(column), "from " + least + " to " + most);
        }
        return number;
    }

    private static double number(UnaryOperator<String> cells, String column) throws RefusedException {
        try {
            return NumberText.parse(cells.apply(column));
        } catch (NumberFormatException e) {
            throw wrong(column, cells.apply(column), "a number such as 0.25");
        }
    }

    private static LocalDate day(UnaryOperator<String> cells, String column) throws RefusedException {
        Optional<LocalDate> day = AsOfDay.parse(cells.apply(column));
        if (day.isEmpty()) {
            throw wrong(column, cells.apply(column), "a date such as 2026-01-31");
        }
        return day.get();
    }

    private static RefusedException wrong(String column, String cell, String expected) {
        return new RefusedException(
                "wrong_type",
                column,
                LocalizedText.same("Column " + Excerpt.of(column) + " holds " + Excerpt.of(cell) + " (expected: "
                        + expected + ")."));
    }
}
