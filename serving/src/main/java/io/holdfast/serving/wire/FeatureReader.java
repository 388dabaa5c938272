package io.holdfast.serving.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.fault.Nearest;
import io.holdfast.scoring.score.AsOfDay;
import io.holdfast.scoring.score.InputSchema;
import io.holdfast.scoring.score.RefusedException;
import io.holdfast.scoring.table.NumberText;
import io.holdfast.scoring.table.TableFormat;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads single feature values: JSON number to number, string to category, true or false to flag, nothing else; null is missing, and so is a
 * category's text that is missing in tables. Immutable and
 * thread-safe.
 */
final class FeatureReader {
    /** Looking for what was meant by a longer name would take long. */
    private static final int LONGEST_HINT = 256;

    private static final LocalizedText NUMBER = orNull("a JSON number", "JSON 数字");
    private static final LocalizedText FLAG = orNull("true or false", "true 或 false");
    private static final LocalizedText DATE = orNull("a string such as 2026-01-31", "如 2026-01-31 的字符串");
    private static final LocalizedText TEXT = orNull("a JSON string", "JSON 字符串");

    private final InputSchema schema;
    private final Map<String, Target> targets = new HashMap<>();
    private final List<String> names;
    private final Set<String> missing;

    /**
     * What a name stands for.
     *
     * @param input position in the schema; -1 for a column that the model does not read
     */
    record Target(int input, Column column) {
        private boolean is(ColumnRole role) {
            return column.role() == role;
        }
    }

    FeatureReader(DatasetDescription description) {
        schema = InputSchema.of(description);
        missing = description.format().missing();
        names = schema.features().stream().map(Column::name).toList();
        for (Column column : description.columns()) {
            boolean read = column.role() == ColumnRole.FEATURE;
            targets.put(column.name(), new Target(read ? names.indexOf(column.name()) : -1, column));
        }
    }

    private static LocalizedText orNull(String english, String chinese) {
        return LocalizedText.of(english + ", or null for a missing value", chinese + "，缺失值用 null");
    }

    /** What a name stands for; null where the table has no such column. */
    @Nullable
    Target target(String name) {
        return targets.get(name);
    }

    /** Whether it is the column which says who objects to being profiled. */
    static boolean isObjection(@Nullable Target target) {
        return target != null && target.is(ColumnRole.OBJECTION);
    }

    /**
     * What the value that the parser stands on says in the column of objections; null is none.
     *
     * @throws RefusedException when it is neither true, false nor null
     */
    static boolean objects(JsonParser parser, Target target) throws RefusedException {
        JsonToken token = parser.currentToken();
        return token != JsonToken.VALUE_NULL && flag(token, target.column());
    }

    /** Whether it is the column which says on which day the customer left. */
    static boolean isDeparture(@Nullable Target target) {
        return target != null && target.is(ColumnRole.DEPARTURE);
    }

    /**
     * The day that the value which the parser stands on names; empty for null.
     *
     * @throws RefusedException when it is neither a date nor null
     */
    Optional<LocalDate> departure(JsonParser parser, Target target) throws IOException, RefusedException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        Optional<LocalDate> day = token == JsonToken.VALUE_STRING ? AsOfDay.parse(parser.getText()) : Optional.empty();
        if (day.isEmpty() && !(token == JsonToken.VALUE_STRING && missing.contains(parser.getText()))) {
            throw wrongType(target.column(), DATE, token);
        }
        return day;
    }

    FeatureValues noValues() {
        return new FeatureValues(schema);
    }

    /**
     * Reads the value that the parser stands on; afterwards the parser stands on its last token.
     *
     * @param target what the name stands for
     * @throws RefusedException when the table has no such column, or the value is not of its kind
     */
    void read(JsonParser parser, String name, @Nullable Target target, FeatureValues values)
            throws IOException, RefusedException {
        if (target == null) {
            throw new RefusedException(
                    "unknown_feature",
                    name,
                    LocalizedText.of(
                            "The model's table has no such column (expected: one of /v1/schema)"
                                    + (name.length() <= LONGEST_HINT ? Nearest.hint(name, names) : "") + ".",
                            "模型的数据表没有该列（应为：/v1/schema 列出的列）。"));
        }
        JsonToken token = parser.currentToken();
        Column column = target.column();
        if (token == JsonToken.VALUE_NULL) {
            if (target.input() >= 0) {
                values.missing(target.input());
            }
            if (column.value()) {
                values.worth(Double.NaN);
            }
            return;
        }
        if (target.input() < 0) {
            if (column.value() && column.kind() == ColumnKind.NUMBER) {
                values.worth(number(parser, column));
            }
            return;
        }
        switch (column.kind()) {
            case NUMBER -> {
                double number = number(parser, column);
                values.number(target.input(), number);
                if (column.value()) {
                    values.worth(number);
                }
            }
            case FLAG -> values.level(target.input(), Boolean.toString(flag(token, column)));
            case CATEGORY -> {
                String level = level(parser, column);
                // What a cell of a table says when it is empty; a customer must fare the same by either way.
                if (missing.contains(level)) {
                    values.missing(target.input());
                } else {
                    values.level(target.input(), level);
                }
            }
            case DATE -> throw new IllegalStateException("a date column is no feature");
        }
    }

    /** The one place where a number that no double can hold is caught: JSON readers turn 1e999 into infinity. */
    private static double number(JsonParser parser, Column column) throws IOException, RefusedException {
        JsonToken token = parser.currentToken();
        if (!token.isNumeric()) {
            throw wrongType(column, NUMBER, token);
        }
        if (parser.getTextLength() > NumberText.MOST_CHARACTERS) {
            throw new RefusedException(
                    "wrong_type",
                    column.name(),
                    Verdict.of(
                            LocalizedText.of("The number is too long", "该数字过长"),
                            LocalizedText.of(
                                    "at most " + NumberText.MOST_CHARACTERS + " characters",
                                    "最多 " + NumberText.MOST_CHARACTERS + " 个字符")));
        }
        double number = parser.getDoubleValue();
        if (!Double.isFinite(number)) {
            throw new RefusedException(
                    "not_finite",
                    column.name(),
                    Verdict.of(
                            LocalizedText.of("The number is too large", "该数字过大"),
                            LocalizedText.of("at most 1.7E308 in size", "绝对值不超过 1.7E308")));
        }
        return number;
    }

    private static boolean flag(JsonToken token, Column column) throws RefusedException {
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw wrongType(column, FLAG, token);
        }
        return token == JsonToken.VALUE_TRUE;
    }

    private String level(JsonParser parser, Column column) throws IOException, RefusedException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw wrongType(column, TEXT, parser.currentToken());
        }
        String level = parser.getText();
        if (level.length() > TableFormat.LONGEST_CELL) {
            throw new RefusedException(
                    "wrong_type",
                    column.name(),
                    Verdict.of(
                            LocalizedText.of("The text is too long", "该文本过长"),
                            LocalizedText.of(
                                    "at most " + TableFormat.LONGEST_CELL + " characters",
                                    "最多 " + TableFormat.LONGEST_CELL + " 个字符")));
        }
        if (!WellFormed.isText(level)) {
            throw new RefusedException(
                    "wrong_type",
                    column.name(),
                    Verdict.of(
                            LocalizedText.of("The text holds half a surrogate pair", "该文本含有不完整的代理对"),
                            LocalizedText.of("Unicode text", "Unicode 文本")));
        }
        return level;
    }

    private static RefusedException wrongType(Column column, LocalizedText expected, JsonToken found) {
        return new RefusedException("wrong_type", column.name(), Verdict.kind(Verdict.VALUE, found, expected));
    }
}
