package io.holdfast.training.shape;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.training.fit.BagShapes;
import java.util.ArrayList;
import java.util.List;

/**
 * The shapes of a model, the content of {@value #FILE}.
 *
 * @param bags how many bags the bands come from; 0 where the learner has none
 * @param level of confidence of the bands
 * @param columns one per model input, in input order
 */
@JsonPropertyOrder({"bags", "level", "columns"})
public record ModelShapes(int bags, double level, List<ColumnShape> columns) {
    /** Name of the file in a bundle. */
    public static final String FILE = "shapes.json";

    /** The share of bags that must agree on a sign for it to count as settled. */
    public static final double LEAST_AGREEMENT = 0.95;

    private static final double LEVEL = 0.95;

    /** Keeps a copy. */
    public ModelShapes {
        columns = List.copyOf(columns);
    }

    /**
     * The shapes of a model.
     *
     * @param bags of its training, with the model's inputs and bins
     */
    public static ModelShapes of(AdditiveModel model, BagShapes bags) {
        MainEffects effects = MainEffects.of(model);
        Jackknife jackknife = new Jackknife(bags);
        List<ColumnShape> columns = new ArrayList<>();
        for (int input = 0; input < model.inputs().size(); input++) {
            List<Double> values = new ArrayList<>();
            List<Double> low = new ArrayList<>();
            List<Double> high = new ArrayList<>();
            List<Double> sameSign = new ArrayList<>();
            for (int bin = 0; bin < model.inputs().get(input).coding().bins(); bin++) {
                double effect = effects.of(input, bin);
                double halfWidth = jackknife.halfWidth(input, bin);
                values.add(effect);
                low.add(effect - halfWidth);
                high.add(effect + halfWidth);
                sameSign.add(jackknife.sameSign(input, bin, effect));
            }
            columns.add(new ColumnShape(model.inputs().get(input).name(), values, low, high, sameSign));
        }
        return new ModelShapes(bags.count(), LEVEL, columns);
    }
}
