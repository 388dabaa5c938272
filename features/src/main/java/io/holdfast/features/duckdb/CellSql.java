package io.holdfast.features.duckdb;

import io.holdfast.features.history.Cleaning;
import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.history.Measure;
import io.holdfast.features.history.Source;
import io.holdfast.features.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The values of raw cells: NULL where a cell is missing or cannot be read. */
final class CellSql {
    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final String TIME = DATE + "([ T]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?)?";
    private static final String ZONED = DATE + "[ T]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?(Z|[+-]\\d{2}(:?\\d{2})?)";
    private static final String NUMBER = "[+-]?\\d{1,12}(\\.\\d{1,6})?";
    private static final int PLACES = 6;
    private static final int MOST_DIGITS = 18;
    /** Digits of a number that is cast, decimal places among them: of one alone all that 64 bits have room for, of a factor so many that a product of two fits into 128. */
    private static final int MOST_OF_ONE = 26;

    private static final int MOST_OF_A_FACTOR = 18;
    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),(\\d+)\\)");
    /** Of a format: the offset from UTC, or the name of a zone. */
    private static final Pattern ZONE = Pattern.compile("%[zZ]");

    private final HistoryDescription history;
    private final Source source;
    private final RawTable raw;

    CellSql(HistoryDescription history, Source source, RawTable raw) {
        this.history = history;
        this.source = source;
        this.raw = raw;
    }

    boolean has(String name) {
        return source.columns().containsKey(name);
    }

    /** The raw cell of a column of the description, as text. */
    String cell(String name) {
        return source.column(name)
                .map(column -> raw.isText(column) ? named(column) : "CAST(" + named(column) + " AS VARCHAR)")
                .orElse("CAST(NULL AS VARCHAR)");
    }

    /** The raw cells of a measure, as messages show them. */
    String cells(String name) {
        return Objects.requireNonNull(source.columns().get(name), name).stream()
                .map(column -> "CAST(" + named(column) + " AS VARCHAR)")
                .collect(Collectors.joining(" || ' * ' || "));
    }

    /** The raw cell of a column that holds ids, as text; floating numbers are whole there. */
    String key(String name) {
        return source.column(name)
                .filter(this::isFloating)
                .map(column -> WholeIds.text(named(column)))
                .orElseGet(() -> cell(name));
    }

    String id(String name) {
        String cell = key(name);
        Cleaning.IdCase idCase = history.cleaning().idCase();
        return idCase == Cleaning.IdCase.UPPER
                ? "upper(" + cell + ")"
                : idCase == Cleaning.IdCase.LOWER ? "lower(" + cell + ")" : cell;
    }

    /** An instant as the clocks of the history's zone showed it. */
    String instant(String name) {
        String column = source.column(name).orElse("");
        if (column.isEmpty()) {
            return "CAST(NULL AS TIMESTAMP)";
        }
        String cell = named(column);
        String zone = Sql.text(history.zone().getId());
        if (!raw.isText(column)) {
            return type(column).contains("TIME ZONE")
                    ? "timezone(" + zone + ", " + cell + ")"
                    : "CAST(" + cell + " AS TIMESTAMP)";
        }
        if (!source.timeFormats().isEmpty()) {
            return "coalesce("
                    + source.timeFormats().stream()
                            .map(format -> parsed(column, format))
                            .collect(Collectors.joining(", "))
                    + ")";
        }
        return "CASE WHEN " + matches(cell, TIME) + " THEN TRY_CAST(" + cell + " AS TIMESTAMP) WHEN "
                + matches(cell, ZONED) + " THEN timezone(" + zone + ", TRY_CAST(" + cell + " AS TIMESTAMPTZ)) END";
    }

    /** Whether two of the declared formats read a cell, and read it differently. */
    String ambiguous(String name) {
        String column = source.column(name).orElse("");
        List<String> formats = source.timeFormats();
        if (column.isEmpty() || !raw.isText(column) || formats.size() < 2) {
            return "FALSE";
        }
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < formats.size(); i++) {
            for (int j = 0; j < i; j++) {
                pairs.add(parsed(column, formats.get(i)) + " <> " + parsed(column, formats.get(j)));
            }
        }
        return "coalesce(" + String.join(" OR ", pairs) + ", FALSE)";
    }

    /** What says its zone is an instant, which the clocks of the history's zone showed as another time. */
    private String parsed(String column, String format) {
        String parsed = "try_strptime(" + named(column) + ", " + Sql.text(format) + ")";
        return ZONE.matcher(format.replace("%%", "")).find()
                ? "timezone(" + Sql.text(history.zone().getId()) + ", " + parsed + ")"
                : parsed;
    }

    /** The offset from UTC that a cell says, as {@code +0800}; NULL where it says none. */
    String offset(String name) {
        String column = source.column(name).orElse("");
        if (column.isEmpty() || !raw.isText(column) || !source.timeFormats().isEmpty()) {
            return "CAST(NULL AS VARCHAR)";
        }
        String cell = named(column);
        String said = "rpad(replace(replace(regexp_extract(" + cell
                + ", '(Z|[+-]\\d{2}(:?\\d{2})?)$'), ':', ''), 'Z', '+00'), 5, '0')";
        return "CASE WHEN " + matches(cell, ZONED) + " THEN " + said + " END";
    }

    /** A measure in smallest parts, exactly; NULL also where it has more decimal places than described, or more digits than fit. */
    String parts(Measure measure) {
        List<String> columns = source.columns().getOrDefault(measure.name(), List.of());
        if (columns.isEmpty()) {
            return "CAST(NULL AS BIGINT)";
        }
        if (columns.stream().anyMatch(this::isFloating)) {
            return "TRY_CAST(round("
                    + columns.stream()
                            .map(column -> "CAST(" + named(column) + " AS DOUBLE)")
                            .collect(Collectors.joining(" * "))
                    + " * " + measure.parts() + ") AS BIGINT)";
        }
        if (columns.size() == 1 && isShortDecimal(columns.get(0), measure)) {
            return "CAST(" + named(columns.get(0)) + " * " + measure.parts() + " AS BIGINT)";
        }
        if (columns.size() == 1 && isInteger(columns.get(0))) {
            return "CAST(" + named(columns.get(0)) + " AS BIGINT) * " + measure.parts();
        }
        int digits = columns.size() == 1 ? MOST_OF_ONE : MOST_OF_A_FACTOR;
        String factors =
                columns.stream().map(column -> millionths(column, digits)).collect(Collectors.joining(" * "));
        String product = columns.size() > 2 ? "TRY(" + factors + ")" : factors;
        String rest = "CAST(1" + "0".repeat(PLACES * columns.size() - measure.scale()) + " AS HUGEINT)";
        return "CASE WHEN (" + product + ") % " + rest + " = 0 THEN TRY_CAST((" + product + ") // " + rest
                + " AS BIGINT) END";
    }

    /** Whether a column holds nothing but whole smallest parts, with so few digits that 64 bits do: much faster, and the same values. */
    private boolean isShortDecimal(String column, Measure measure) {
        Matcher decimal = DECIMAL.matcher(type(column));
        return decimal.matches()
                && Integer.parseInt(decimal.group(2)) <= measure.scale()
                && Integer.parseInt(decimal.group(1)) + measure.scale() < MOST_DIGITS;
    }

    /** Whether a column holds whole numbers of 32 bits at most, which have room for all decimal places in 64. */
    private boolean isInteger(String column) {
        return List.of("TINYINT", "SMALLINT", "INTEGER").contains(type(column));
    }

    private boolean isFloating(String column) {
        return List.of("DOUBLE", "FLOAT").contains(type(column));
    }

    private String type(String column) {
        return Objects.requireNonNullElse(raw.types().get(column), "");
    }

    private String millionths(String column, int digits) {
        String cell = named(column);
        String value = "CAST(TRY_CAST(" + cell + " AS DECIMAL(" + digits + ", " + PLACES + ")) * 1000000 AS HUGEINT)";
        return raw.isText(column) ? "CASE WHEN " + matches(cell, NUMBER) + " THEN " + value + " END" : value;
    }

    private static String matches(String cell, String pattern) {
        return "regexp_full_match(" + cell + ", '" + pattern + "')";
    }

    private static String named(String column) {
        return Sql.name("c_" + column);
    }
}
