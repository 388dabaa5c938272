package io.holdfast.training.additive.interaction;

import io.holdfast.training.additive.bagging.Bags;
import io.holdfast.training.additive.boosting.Bagged;
import io.holdfast.training.additive.boosting.Stage;
import io.holdfast.training.additive.parallel.Workers;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Ranks columns by how much worse the out-of-bag loss is without their table. */
final class ColumnStrength {
    private ColumnStrength() {}

    /** Positions of the strongest tables of a stage, ascending. */
    static List<Integer> strongest(Bagged bagged, Stage stage, int most, Workers workers) {
        int count = stage.shapes().size();
        if (count <= most) {
            return IntStream.range(0, count).boxed().toList();
        }
        double[] losses = new double[count];
        workers.forEach(count, shape -> losses[shape] = lossWithout(bagged, stage, shape));
        return IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer shape) -> -losses[shape]))
                .limit(most)
                .sorted()
                .toList();
    }

    private static double lossWithout(Bagged bagged, Stage stage, int shape) {
        Bags bags = bagged.bags();
        double[] states = new double[bags.rows()];
        double loss = 0;
        for (int bag = 0; bag < bags.count(); bag++) {
            stage.without(shape, bagged, bag, states);
            loss += bagged.objective().loss(states, bags.from(bag), bags.to(bag));
        }
        return loss;
    }
}
