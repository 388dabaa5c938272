package io.holdfast.serving.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.Nearest;
import io.holdfast.scoring.score.InputSchema;
import io.holdfast.scoring.score.RefusedException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads single feature values: JSON number to number, string to category, true or false to flag, nothing else; null is missing. Immutable and
 * thread-safe.
 */
final class FeatureReader {
    private final InputSchema schema;
    private final Map<String, Target> targets = new HashMap<>();
    private final List<String> names;
    private final Set<String> missing;

    /**
     * What a name stands for.
     *
     * @param input position in the schema; -1 for a column that the model does not read
     */
    private record Target(int input, Column column) {}

    FeatureReader(DatasetDescription description) {
        schema = InputSchema.of(description);
        missing = description.format().missing();
        names = schema.features().stream().map(Column::name).toList();
        for (Column column : description.columns()) {
            boolean read = column.role() == ColumnRole.FEATURE;
            targets.put(column.name(), new Target(read ? names.indexOf(column.name()) : -1, column));
        }
    }

    FeatureValues noValues() {
        return new FeatureValues(schema);
    }

    /**
     * Reads the value that the parser stands on; afterwards the parser stands on its last token.
     *
     * @throws RefusedException when the table has no such column, or the value is not of its kind
     */
    void read(JsonParser parser, String name, FeatureValues values) throws IOException, RefusedException {
        Target target = targets.get(name);
        if (target == null) {
            throw new RefusedException(
                    "unknown_feature",
                    name,
                    "The model's table has no such column (expected: one of /v1/schema)" + Nearest.hint(name, names)
                            + ".");
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return;
        }
        Column column = target.column();
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
            case CATEGORY -> values.level(target.input(), level(parser, column));
            case DATE -> throw new IllegalStateException("a date column is no feature");
        }
    }

    /** The one place where a number that no double can hold is caught: JSON readers turn 1e999 into infinity. */
    private static double number(JsonParser parser, Column column) throws IOException, RefusedException {
        JsonToken token = parser.currentToken();
        if (!token.isNumeric()) {
            throw wrongType(column, "a JSON number", token);
        }
        double number = parser.getDoubleValue();
        if (!Double.isFinite(number)) {
            throw new RefusedException(
                    "not_finite", column.name(), "The number is too large (expected: at most 1.7E308 in size).");
        }
        return number;
    }

    private static boolean flag(JsonToken token, Column column) throws RefusedException {
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw wrongType(column, "true or false", token);
        }
        return token == JsonToken.VALUE_TRUE;
    }

    private String level(JsonParser parser, Column column) throws IOException, RefusedException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw wrongType(column, "a JSON string", parser.currentToken());
        }
        String level = parser.getText();
        if (level.isEmpty() || missing.contains(level)) {
            throw new RefusedException(
                    "wrong_type",
                    column.name(),
                    "The text stands for a missing value in the model's table (expected: null for a missing value).");
        }
        if (!WellFormed.isText(level)) {
            throw new RefusedException(
                    "wrong_type", column.name(), "The text holds half a surrogate pair (expected: Unicode text).");
        }
        return level;
    }

    private static RefusedException wrongType(Column column, String expected, JsonToken found) {
        return new RefusedException(
                "wrong_type",
                column.name(),
                "The value is " + JsonKind.of(found) + " (expected: " + expected + ", or null for a missing value).");
    }
}
