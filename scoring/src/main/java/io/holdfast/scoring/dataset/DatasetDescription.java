package io.holdfast.scoring.dataset;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.yaml.YamlReader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a customer table holds and means: the content of {@code dataset.yaml}.
 *
 * @param name stable and fit for files and replies: lower-case letters, digits, points, hyphens and underscores
 * @param title what people call it
 * @param tablePath where the table is, as the file writes it; see {@link #table}
 * @param format how the table is written
 * @param columns in the order of the file; exactly one label, at most one id, group, date and value, at least one feature
 * @param horizonDays within how many days of the row's date the label's leaving happens; empty where the table does not say
 * @param leadDays how many days lie between the row's date and the beginning of that time; empty where the table does not say
 * @param validDays for how many days after the row's date a score may be used
 * @param language in which texts are written unless somebody asks for another
 * @param estimand which risk the label lets a model learn
 * @param bands where the bands of risk begin
 * @param leastImpact log-odds that a reason or protector has to move a customer's risk by to be named, 0 or more
 * @param reasons the standard ones, with this table's own
 * @param acknowledged why a warning is no reason to stop, by the name of the check
 * @param pairs which features a model may, or must, look at together
 * @param costs what contacting and losing customers costs, as far as somebody said
 */
public record DatasetDescription(
        String name,
        LocalizedText title,
        String tablePath,
        TableFormat format,
        List<Column> columns,
        OptionalInt horizonDays,
        OptionalInt leadDays,
        int validDays,
        Language language,
        Estimand estimand,
        BandCuts bands,
        double leastImpact,
        ReasonCatalogue reasons,
        Map<String, String> acknowledged,
        ColumnPairs pairs,
        CostTable costs) {

    /** The check for rows that repeat others with slight changes. */
    public static final String NEAR_COPIES = "near-copies";

    /** The check for ids that predict. */
    public static final String PREDICTIVE_IDS = "predictive-ids";

    /** The odds change by a twentieth; at a risk of 25 % that is one percentage point. */
    public static final double LEAST_IMPACT = 0.05;

    /** The checks whose findings a description may declare harmless. */
    static final List<String> ACKNOWLEDGEABLE = List.of(NEAR_COPIES, PREDICTIVE_IDS);

    /** Keeps copies. What fits together is checked while reading, where the line is known. */
    public DatasetDescription {
        columns = List.copyOf(columns);
        acknowledged = Collections.unmodifiableMap(new LinkedHashMap<>(acknowledged));
    }

    /**
     * Reads a file; messages name it as the path is written.
     *
     * @throws InputException if it cannot be read or does not describe a table; the message names the line
     */
    public static DatasetDescription read(Path yaml) {
        return DescriptionReader.read(YamlReader.read(yaml));
    }

    /**
     * Reads the bytes of a file.
     *
     * @param source how messages name it
     * @throws InputException if it does not describe a table; the message names the line
     */
    public static DatasetDescription read(String source, byte[] yaml) {
        return DescriptionReader.read(YamlReader.read(source, yaml));
    }

    /** Where the table is: beside the description, unless it says otherwise. */
    public Path table(Path yaml) {
        return yaml.resolveSibling(tablePath);
    }

    /** The column of a name. */
    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    /** The first column of a role. */
    public Optional<Column> with(ColumnRole role) {
        return columns.stream().filter(column -> column.role() == role).findFirst();
    }

    /** What tells customers apart, if the table says. */
    public Optional<Column> id() {
        return with(ColumnRole.ID);
    }

    /** Whether the customer left. */
    public Column label() {
        return with(ColumnRole.LABEL).orElseThrow();
    }

    /** What the model may look at, in the order of the file. */
    public List<Column> features() {
        return columns.stream()
                .filter(column -> column.role() == ColumnRole.FEATURE)
                .toList();
    }

    /** The customer's worth, if the table says. */
    public Optional<Column> valueColumn() {
        return columns.stream().filter(Column::value).findFirst();
    }

    /**
     * Checks that a table to learn from and this description speak of the same columns: every described one but the ignored is there, and
     * every one that is there is described.
     *
     * @param table how messages name it
     * @throws InputException naming the column and the way out
     */
    public void requireForTraining(String table, List<String> header) {
        HeaderCheck.training(this, table, header);
    }

    /**
     * Checks that a table of customers to score has the features and the id; what else it has does not matter.
     *
     * @param table how messages name it
     * @throws InputException naming the column
     */
    public void requireForScoring(String table, List<String> header) {
        HeaderCheck.scoring(this, table, header);
    }
}
