package io.holdfast.training.shape;

import io.holdfast.scoring.bundle.ColumnShape;
import io.holdfast.scoring.bundle.ModelShapes;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.training.fit.BagShapes;
import java.util.ArrayList;
import java.util.List;

/** Reads off a model what it says of each column alone, and off its bags how far to trust that. */
public final class Shapes {
    private static final double LEVEL = 0.95;
    private static final double PER_UNIT = 1e6;

    private Shapes() {}

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
            String name = model.inputs().get(input).name();
            ColumnShape shape = new ColumnShape(
                    name, values, low, high, sameSign, deviations(jackknife, bags, input, values.size()));
            columns.add(shape.shortest());
        }
        return new ModelShapes(bags.count(), LEVEL, columns);
    }

    /** In millionths, since only the sign of sums with them matters; all their digits would make up most of the file. */
    private static List<List<Double>> deviations(Jackknife jackknife, BagShapes bags, int input, int bins) {
        List<List<Double>> all = new ArrayList<>();
        for (int bag = 0; bag < bags.count(); bag++) {
            List<Double> byBin = new ArrayList<>();
            for (int bin = 0; bin < bins; bin++) {
                byBin.add(Math.rint((bags.value(bag, input, bin) - jackknife.mean(input, bin)) * PER_UNIT) / PER_UNIT);
            }
            all.add(byBin);
        }
        return all;
    }
}
