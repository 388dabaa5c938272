package io.holdfast.serving.wire;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.table.NumberText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as requests write them: number, string, boolean; null where there is none. Immutable and thread-safe. */
final class RawValues {
    private final List<Column> features;
    private final List<@Nullable Object> typical;
    /** The same as JSON, since every reply has them. */
    private final List<byte[]> typicalJson = new ArrayList<>();

    RawValues(ModelBundle bundle) {
        features = bundle.description().features();
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            String text = bundle.reference().columns().get(i).typical();
            values.add(text.isEmpty() ? null : value(features.get(i), text));
        }
        typical = Collections.unmodifiableList(values);
        typical.forEach(value -> typicalJson.add(json(value)));
    }

    private static byte[] json(@Nullable Object value) {
        JsonBytes json = new JsonBytes();
        if (value instanceof Double number) {
            json.number(number);
        } else if (value instanceof Boolean flag) {
            json.flag(flag);
        } else {
            json.text((String) value);
        }
        return json.toBytes();
    }

    private static Object value(Column column, String text) {
        return switch (column.kind()) {
            case NUMBER -> NumberText.parse(text);
            case FLAG -> Boolean.valueOf(text);
            case CATEGORY, DATE -> text;
        };
    }

    /** What most customers have: the median of a number, the commonest level otherwise. */
    @Nullable
    Object typical(int input) {
        return typical.get(input);
    }

    void writeTypical(JsonBytes out, int input) {
        out.json(typicalJson.get(input));
    }

    void write(JsonBytes out, int input, CustomerRecord customer) {
        if (!customer.has(input)) {
            out.nothing();
            return;
        }
        switch (features.get(input).kind()) {
            case NUMBER -> out.number(customer.number(input));
            case FLAG -> out.flag(Boolean.parseBoolean(customer.level(input)));
            case CATEGORY, DATE -> out.text(customer.level(input));
        }
    }
}
