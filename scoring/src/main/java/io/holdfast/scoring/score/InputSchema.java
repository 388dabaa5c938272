package io.holdfast.scoring.score;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.DatasetDescription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns a model reads, by position and name, and the one that says what a customer is worth. */
public final class InputSchema {
    private final List<Column> features;
    private final ColumnKind[] kinds;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Optional<Column> valueColumn;

    private InputSchema(DatasetDescription description) {
        this.valueColumn = description.valueColumn();
        this.features = description.features();
        this.kinds = features.stream().map(Column::kind).toArray(ColumnKind[]::new);
        for (int i = 0; i < features.size(); i++) {
            positions.put(features.get(i).name(), i);
        }
    }

    /** The schema of a bundle's model. */
    public static InputSchema of(ModelBundle bundle) {
        return new InputSchema(bundle.description());
    }

    /** The schema of a described table. */
    public static InputSchema of(DatasetDescription description) {
        return new InputSchema(description);
    }

    /** The model's inputs in order. */
    public List<Column> features() {
        return features;
    }

    /** Their kinds; shared, so only to be read. */
    ColumnKind[] kinds() {
        return kinds;
    }

    /** Position of an input; empty when the model reads no such column. */
    public Optional<Integer> position(String name) {
        return Optional.ofNullable(positions.get(name));
    }

    /** The column with the customer's value, where the description names one. */
    public Optional<Column> valueColumn() {
        return valueColumn;
    }
}
