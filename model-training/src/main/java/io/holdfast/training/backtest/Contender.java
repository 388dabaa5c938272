package io.holdfast.training.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A model or baseline and what it said of the test rows of each period, in the periods' order. */
final class Contender {
    private final String code;
    private final String title;
    private final List<double[]> probabilities = new ArrayList<>();

    /** What lists are sorted by; the probabilities but for ties that a logistic line may make. */
    private final List<double[]> scores = new ArrayList<>();

    Contender(String code, String title) {
        this.code = code;
        this.title = title;
    }

    void add(double[] said) {
        add(said, said);
    }

    void add(double[] said, double[] sortedBy) {
        probabilities.add(said);
        scores.add(sortedBy);
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    double[] probabilities(int period) {
        return probabilities.get(period);
    }

    double[] scores(int period) {
        return scores.get(period);
    }

    double[] pooled() {
        return probabilities.stream().flatMapToDouble(Arrays::stream).toArray();
    }
}
