package io.holdfast.serving.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.table.NumberText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as requests write them: number, string, boolean; null where there is none. Immutable and thread-safe. */
final class RawValues {
    private final List<Column> features;
    private final List<@Nullable Object> typical;

    RawValues(ModelBundle bundle) {
        features = bundle.description().features();
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            String text = bundle.reference().columns().get(i).typical();
            values.add(text.isEmpty() ? null : value(features.get(i), text));
        }
        typical = Collections.unmodifiableList(values);
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

    void writeTypical(JsonGenerator out, int input) throws IOException {
        out.writeObject(typical.get(input));
    }

    void write(JsonGenerator out, int input, CustomerRecord customer) throws IOException {
        if (!customer.has(input)) {
            out.writeNull();
            return;
        }
        switch (features.get(input).kind()) {
            case NUMBER -> out.writeNumber(customer.number(input));
            case FLAG -> out.writeBoolean(Boolean.parseBoolean(customer.level(input)));
            case CATEGORY, DATE -> out.writeString(customer.level(input));
        }
    }
}
