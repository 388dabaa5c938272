package io.holdfast.training.baseline;

import io.holdfast.training.data.TrainingTable;
import java.util.List;

/** Makes the baselines of a table once it has been read. */
@FunctionalInterface
public interface Baselines {
    /** The baselines of a table's rows. */
    List<Baseline> of(TrainingTable table);

    /** No baselines. */
    static Baselines none() {
        return table -> List.of();
    }
}
