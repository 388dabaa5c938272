package io.holdfast.scoring.model;

import java.util.Arrays;
import java.util.List;

/**
 * A tree that asks the same of every row (Prokhorenkova et al. 2018, "CatBoost", section 4). The answers, first question first, are the
 * bits of the leaf. Immutable.
 */
public final class ObliviousTree {
    /** The most questions a tree may have. */
    public static final int MOST_QUESTIONS = 6;

    private final int[] questions;
    private final double[] values;

    /**
     * @param questions one to six, each a position in the forest's list, 0 or more
     * @param values of the leaves, log-odds, finite; 2 to the power of the number of questions
     */
    public ObliviousTree(List<Integer> questions, double[] values) {
        this.questions = questions.stream().mapToInt(Integer::intValue).toArray();
        this.values = values.clone();
        if (questions.isEmpty() || questions.size() > MOST_QUESTIONS || values.length != 1 << questions.size()) {
            throw new IllegalArgumentException("tree of " + questions.size() + " questions and " + values.length
                    + " values (expected: 1 to " + MOST_QUESTIONS + " questions, and 2 to their power values)");
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("tree holds " + value + " (expected: finite numbers)");
            }
        }
    }

    /** Positions of its questions. */
    public List<Integer> questions() {
        return Arrays.stream(questions).boxed().toList();
    }

    /** A copy of the leaves' values, log-odds. */
    public double[] values() {
        return values.clone();
    }

    int leaves() {
        return values.length;
    }

    /** The same with every value multiplied. */
    ObliviousTree times(double factor) {
        return new ObliviousTree(
                questions(), Arrays.stream(values).map(value -> factor * value).toArray());
    }
}
