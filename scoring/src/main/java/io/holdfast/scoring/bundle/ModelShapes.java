package io.holdfast.scoring.bundle;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * What a model says of each column alone and how far the bags behind it agree, the content of {@value #FILE}.
 *
 * @param bags how many bags the model is the mean of; 0 where the learner has none
 * @param level of confidence of the intervals, above 0 and below 1
 * @param columns one per model input, in input order
 */
@JsonPropertyOrder({"bags", "level", "columns"})
public record ModelShapes(int bags, double level, List<ColumnShape> columns) {
    /** Name of the file in a bundle. */
    public static final String FILE = "shapes.json";

    /** The share of bags that must agree on a sign for it to count as settled. */
    public static final double LEAST_AGREEMENT = 0.95;

    /** Keeps a copy of columns that all have as many bags. */
    public ModelShapes {
        columns = List.copyOf(columns);
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level: " + level + " (expected: above 0 and below 1)");
        }
        for (ColumnShape column : columns) {
            if (column.deviations().size() != bags) {
                throw new IllegalArgumentException("deviations of " + column.name() + ": "
                        + column.deviations().size() + " bags (expected: " + bags + ", as \"bags\" says)");
            }
        }
    }
}
