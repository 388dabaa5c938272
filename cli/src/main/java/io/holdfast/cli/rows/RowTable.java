package io.holdfast.cli.outcomes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of a file of outcomes, as requests write them. */
final class OutcomeTable implements AutoCloseable {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");

    private final TableReader reader;
    private final List<OutcomeColumn> columns = new ArrayList<>();

    private OutcomeTable(TableReader reader) {
        this.reader = reader;
    }

    /**
     * A row.
     *
     * @param line of the file
     * @param body as a request has it
     * @param fault what is wrong with it already
     */
    record Line(long line, ObjectNode body, Optional<String> fault) {}

    /**
     * Opens a file.
     *
     * @throws InputException if it is no table, or not one of outcomes
     */
    static OutcomeTable open(Path file, TableFormat format) {
        OutcomeTable table = new OutcomeTable(TableReader.open(file, format));
        try {
            table.readHeader();
            return table;
        } catch (InputException e) {
            table.close();
            throw e;
        }
    }

    /**
     * Reads a file to its end, so that nothing is taken from one that is no table further down.
     *
     * @throws InputException naming the line
     */
    static void check(Path file, TableFormat format) {
        try (OutcomeTable table = open(file, format)) {
            while (table.reader.advance()) {
                table.reader.row();
            }
        }
    }

    private void readHeader() {
        for (String header : reader.header()) {
            columns.add(OutcomeColumn.ofHeader(header)
                    .orElseThrow(() -> new InputException(
                            "unknown_column",
                            reader.name() + " line 1: there is no column " + Excerpt.of(header)
                                    + " in a file of outcomes; expected among " + OutcomeColumn.headers())));
        }
        for (OutcomeColumn column : OutcomeColumn.values()) {
            if (column.isRequired() && !columns.contains(column)) {
                throw new InputException(
                        "missing_column",
                        reader.name() + " line 1: the column " + column.header() + " is missing; expected among "
                                + OutcomeColumn.headers());
            }
        }
    }

    /** The next row; null after the last. */
    @Nullable
    Line next() {
        if (!reader.advance()) {
            return null;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        Optional<String> fault = Optional.empty();
        for (int i = 0; i < columns.size(); i++) {
            String cell = reader.row().cell(i);
            OutcomeColumn column = columns.get(i);
            if (cell.isEmpty()) {
                continue;
            }
            if (column == OutcomeColumn.AMOUNT && NUMBER.matcher(cell).matches()) {
                body.put(column.field(), new BigDecimal(cell));
            } else if (column == OutcomeColumn.AMOUNT) {
                fault = Optional.of(reader.fault(reader.row(), i, "wrong_type", "a number such as 12.5")
                        .getMessage());
            } else {
                body.put(column.field(), column.isMoment() && DAY.matcher(cell).matches() ? midnight(cell) : cell);
            }
        }
        return new Line(reader.row().line(), body, fault);
    }

    private static String midnight(String day) {
        return day + "T00:00:00Z";
    }

    /** What is wrong with a row, where a pointer into a request says so. */
    String sentence(long line, String pointer, String message) {
        String field = pointer.substring(pointer.lastIndexOf('/') + 1);
        String column = OutcomeColumn.ofField(field)
                .map(known -> ", column '" + known.header() + "'")
                .orElse("");
        return reader.name() + " line " + line + column + ": " + message;
    }

    @Override
    public void close() {
        reader.close();
    }
}
