package io.holdfast.cli.rows;

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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of a file, as requests write them. */
final class RowTable implements AutoCloseable {
    private static final String MIDNIGHT = "T00:00:00Z";
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");

    private final TableReader reader;
    private final RowKind kind;
    private final List<Optional<RowColumn>> columns = new ArrayList<>();

    private RowTable(TableReader reader, RowKind kind) {
        this.reader = reader;
        this.kind = kind;
    }

    /**
     * A row.
     *
     * @param line of the file
     * @param body as a request has it
     * @param filledIn whether it says anything yet
     * @param fault what is wrong with it already
     */
    record Line(long line, ObjectNode body, boolean filledIn, Optional<String> fault) {}

    /**
     * Opens a file.
     *
     * @throws InputException if it is no table, or not one of these rows
     */
    static RowTable open(Path file, TableFormat format, RowKind kind) {
        RowTable table = new RowTable(TableReader.open(file, format), kind);
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
    static void check(Path file, TableFormat format, RowKind kind) {
        try (RowTable table = open(file, format, kind)) {
            while (table.reader.advance()) {
                table.reader.row();
            }
        }
    }

    private void readHeader() {
        for (String header : reader.header()) {
            Optional<RowColumn> column = column(header);
            if (column.isEmpty() && !kind.ignores(header)) {
                throw new InputException(
                        "unknown_column",
                        reader.name() + " line 1: there is no column " + Excerpt.of(header) + " in a file of "
                                + kind.name() + "; expected among " + kind.headers());
            }
            columns.add(column);
        }
        for (RowColumn column : kind.columns()) {
            if (column.isRequired() && !columns.contains(Optional.of(column))) {
                throw new InputException(
                        "missing_column",
                        reader.name() + " line 1: the column " + column.header() + " is missing; expected among "
                                + kind.headers());
            }
        }
    }

    private Optional<RowColumn> column(String header) {
        return kind.columns().stream()
                .filter(column -> column.header().equals(header))
                .map(RowColumn.class::cast)
                .findFirst();
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
            if (cell.isEmpty() || columns.get(i).isEmpty()) {
                continue;
            }
            RowColumn column = columns.get(i).get();
            if (column.isNumber() && NUMBER.matcher(cell).matches()) {
                body.put(column.field(), new BigDecimal(cell));
            } else if (column.isNumber()) {
                fault = Optional.of(reader.fault(reader.row(), i, "wrong_type", "a number such as 12.5")
                        .getMessage());
            } else {
                body.put(column.field(), column.isMoment() && DAY.matcher(cell).matches() ? midnight(cell) : cell);
            }
        }
        long line = reader.row().line();
        boolean filledIn = kind.isFilledIn(body);
        if (filledIn && fault.isEmpty()) {
            fault = kind.complete(body).map(missing -> reader.name() + " line " + line + ": " + missing);
        }
        return new Line(line, body, filledIn, fault);
    }

    private static String midnight(String day) {
        return day + MIDNIGHT;
    }

    /** What is wrong with a row, where a pointer into a request says so. */
    String sentence(long line, String pointer, String message) {
        String field = pointer.substring(pointer.lastIndexOf('/') + 1);
        String said = message;
        for (RowColumn known : kind.columns()) {
            // A request has fields, a file has columns.
            said = said.replace("The field " + known.field() + " is missing", "The cell is empty")
                    .replace("缺少字段 " + known.field(), "单元格为空")
                    .replaceAll("\\b" + known.field() + "\\b", known.header());
        }
        said = said.replace("The field is missing for this kind", "The cell is empty, but this kind needs it")
                .replace("此类结果缺少该字段", "单元格为空，而此类结果需要该值")
                .replace("no such field", "an empty cell")
                .replace("The field", "The column")
                .replace("没有该字段", "空单元格")
                .replace("字段", "列");
        String column = kind.columns().stream()
                .filter(known -> known.field().equals(field))
                .map(known -> ", column '" + known.header() + "'")
                .findFirst()
                .orElse("");
        return reader.name() + " line " + line + column + ": " + said;
    }

    /** That a row was taken though it is odd, with the cells that make it so; empty where that is not worth a line. */
    Optional<String> odd(Line line, String flag) {
        List<? extends RowColumn> columns = kind.behind(flag);
        String cells = columns.stream()
                .map(column -> column.header() + " "
                        + Excerpt.of(day(line.body().path(column.field()).asText())))
                .collect(Collectors.joining(", "));
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(reader.name() + " line " + line.line() + ": taken, but " + flag + ": " + cells);
    }

    /** A cell as the file may have it: days are written out in requests. */
    private static String day(String cell) {
        return cell.endsWith(MIDNIGHT) ? cell.substring(0, cell.length() - MIDNIGHT.length()) : cell;
    }

    @Override
    public void close() {
        reader.close();
    }
}
