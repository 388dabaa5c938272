package io.holdfast.training.data;

import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.InputSchema;
import io.holdfast.scoring.score.RefusedException;
import io.holdfast.scoring.table.TableFormat;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table of customers whose outcome is known, in memory, column by column. Rows are counted from 0 here, from 1 in
 * files. Values were read as the scorer reads them. Immutable.
 */
public final class TrainingTable {
    private final TableContent content;
    private final InputSchema schema;
    private final long positives;

    TrainingTable(TableContent content) {
        this.content = content;
        this.schema = InputSchema.of(content.description());
        long count = 0;
        for (boolean positive : content.positives()) {
            count += positive ? 1 : 0;
        }
        this.positives = count;
    }

    /**
     * Reads a table to learn from: it has every described column but the ignored, and no other.
     *
     * @param allowDuplicateIds whether a customer may stand in several rows (of one date)
     * @throws InputException if the file or any value in it is not as described, naming line, column and value
     */
    public static TrainingTable read(
            Path file, DatasetDescription description, boolean allowDuplicateIds, Progress progress) {
        TableFormat format = description.format();
        return new TableLoader(file, description, format, allowDuplicateIds, progress).load(true);
    }

    /**
     * Reads a table to evaluate on: it has label, features and id; what else it has does not matter.
     *
     * @param format how this file is written, which need not be how the training table was
     * @throws InputException if the file or any value in it is not as described, naming line, column and value
     */
    public static TrainingTable readLabelled(
            Path file, DatasetDescription description, TableFormat format, Progress progress) {
        return new TableLoader(file, description, format, true, progress).load(false);
    }

    /** What messages call it. */
    public String name() {
        return content.name();
    }

    /** What its columns mean. */
    public DatasetDescription description() {
        return content.description();
    }

    /** Data rows. */
    public int rows() {
        return content.positives().length;
    }

    /** The columns a model may look at, in the order of the description. */
    public List<FeatureColumn> features() {
        return content.features();
    }

    /** Whether the customer in that row left. */
    public boolean positive(int row) {
        return content.positives()[row];
    }

    /** A copy of the label of every row. */
    public boolean[] positives() {
        return content.positives().clone();
    }

    /** How many customers left. */
    public long positiveRows() {
        return positives;
    }

    /** The label's cell for a customer who left. */
    public String positiveLabel() {
        return description().label().positive();
    }

    /** The label's cell for a customer who stayed; empty if everybody left. */
    public String negativeLabel() {
        return content.negativeLabel();
    }

    /** The customer's id; the row's number in the file where the table has no id. */
    public String id(int row) {
        return content.ids().get(row);
    }

    /** Whether some rows belong together, by the column of role group. */
    public boolean grouped() {
        return content.grouped();
    }

    /** A number per row, from 0, equal where rows belong together; all different in a table without groups. */
    public int[] groups() {
        return grouped() ? content.groups().clone() : IntStream.range(0, rows()).toArray();
    }

    /** Whether rows say as of when they describe the customer. */
    public boolean dated() {
        return content.dated();
    }

    /** As of when the row describes the customer; 1970-01-01 in a table without dates. */
    public LocalDate date(int row) {
        return dated() ? LocalDate.ofEpochDay(content.days().get(row)) : LocalDate.EPOCH;
    }

    /** The sensitive columns, in the order of the description. */
    public List<SensitiveColumn> sensitive() {
        return content.sensitive();
    }

    /** A column that the description's costs name; empty where this table lacks it, which one to train on does not. */
    public Optional<CostColumn> costs(String column) {
        return content.costs().stream()
                .filter(found -> found.name().equals(column))
                .findFirst();
    }

    /** Whether this table has the column of role weight. */
    public boolean weighted() {
        return content.weighted();
    }

    /** How much each row counts: by the column of role weight, or every row the same where there is none. */
    public RowWeights weights() {
        return content.weights();
    }

    /**
     * SHA-256 over names and cells of the described columns, ignored ones that are not sensitive aside, 64 hexadecimal
     * digits. Tables of equal rows in equal order have the same one, however the file is written.
     */
    public String digest() {
        return content.digest();
    }

    /** Whether fingerprints tell rows apart by the customer's id. */
    public boolean identified() {
        return description().id().isPresent();
    }

    /** A number per row, from 0 in the order of first appearance, equal where the customer's id is. */
    public int[] customers() {
        return content.distinctIds()
                ? IntStream.range(0, rows()).toArray()
                : content.ids().numbers();
    }

    /** Fingerprint of a row's id, date and values, for {@link io.holdfast.scoring.bundle.RowSketch}. */
    public long fingerprint(int row) {
        return content.fingerprints().get(row);
    }

    /** The line on which a row begins in the file. */
    public long line(int row) {
        return content.lines().get(row);
    }

    /** The customer in a row, as the scorer reads it. */
    public CustomerRecord record(int row) {
        CustomerRecord.Builder record = CustomerRecord.builder(schema, id(row), date(row));
        for (int input = 0; input < features().size(); input++) {
            FeatureColumn feature = features().get(input);
            if (feature.missing(row)) {
                continue;
            }
            if (feature instanceof NumberColumn numbers) {
                record.number(input, numbers.value(row));
            } else {
                record.level(input, feature.text(row));
            }
        }
        try {
            return record.build();
        } catch (RefusedException e) {
            throw new IllegalStateException("a row that was accepted on reading", e);
        }
    }
}
