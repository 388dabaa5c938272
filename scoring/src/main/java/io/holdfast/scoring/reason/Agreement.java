package io.holdfast.scoring.reason;

import io.holdfast.scoring.bundle.ColumnShape;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.bundle.ModelShapes;
import io.holdfast.scoring.score.ChurnScore;
import java.util.Arrays;

/**
 * Whether the bags that a model is the mean of agree on the sign of an impact. A bag's impact is the model's with the bag's own
 * tables of single columns in place of the mean of all bags'; what pairs and trees say is the same in every bag. Where a bundle
 * does not tell of bags, everything is settled.
 */
final class Agreement {
    private final int bags;

    /** Per input, by bin and in it by bag: log-odds above the mean of the bags; nothing where the column has no effect of its own in any. */
    private final double[][] deviations;

    /** Per input, by bin: the furthest that a bag lies from the mean; nothing where there is nothing above. */
    private final double[][] furthest;

    Agreement(ModelBundle bundle) {
        bags = bundle.shapes().map(ModelShapes::bags).orElse(0);
        deviations = bundle.shapes().stream()
                .flatMap(shapes -> shapes.columns().stream())
                .map(this::byBin)
                .toArray(double[][]::new);
        furthest = Arrays.stream(deviations).map(this::furthest).toArray(double[][]::new);
    }

    private double[] furthest(double[] byBin) {
        double[] furthest = new double[bags == 0 ? 0 : byBin.length / bags];
        for (int i = 0; i < byBin.length; i++) {
            furthest[i / bags] = StrictMath.max(furthest[i / bags], StrictMath.abs(byBin[i]));
        }
        return furthest;
    }

    private double[] byBin(ColumnShape column) {
        double[] byBin = new double[column.effects().size() * bags];
        for (int i = 0; i < byBin.length; i++) {
            byBin[i] = column.deviations().get(i % bags).get(i / bags);
        }
        return byBin;
    }

    /** Whether so many bags give one column's contribution its sign. */
    boolean settled(ChurnScore score, int input) {
        return settled(score, new int[] {input}, score.contribution(input));
    }

    /**
     * Whether so many bags give the sum of some columns' contributions its sign. What is 0 has none and is settled.
     *
     * @param impact that sum, log-odds
     */
    boolean settled(ChurnScore score, int[] inputs, double impact) {
        if (bags == 0 || impact == 0) {
            return true;
        }
        // Most impacts are further from 0 than any bag could bring them: scoring a list need not ask each bag.
        double reach = 0;
        for (int input : inputs) {
            reach += furthest[input].length == 0 ? 0 : furthest[input][score.bin(input)];
        }
        return StrictMath.abs(impact) > reach || shared(score, inputs, impact) >= ModelShapes.LEAST_AGREEMENT * bags;
    }

    /** How many bags give the impact its sign. */
    private int shared(ChurnScore score, int[] inputs, double impact) {
        int same = 0;
        for (int bag = 0; bag < bags; bag++) {
            double ofBag = impact;
            for (int input : inputs) {
                ofBag += deviations[input].length == 0 ? 0 : deviations[input][score.bin(input) * bags + bag];
            }
            same += impact > 0 ? (ofBag > 0 ? 1 : 0) : (ofBag < 0 ? 1 : 0);
        }
        return same;
    }
}
