package io.holdfast.training.evaluation;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The correction of Holm (1979) for asking several questions of the same rows. */
final class Holm {
    private Holm() {}

    /**
     * Corrected p values: whoever calls those below a level significant is wrong about any of the questions with that probability at most.
     *
     * @param values p values, 0 to 1 each
     * @return in the same order
     */
    static double[] corrected(double[] values) {
        int[] ascending = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(question -> values[question]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] corrected = new double[values.length];
        double running = 0;
        for (int place = 0; place < ascending.length; place++) {
            running = Math.max(running, Math.min(1, (values.length - place) * values[ascending[place]]));
            corrected[ascending[place]] = running;
        }
        return corrected;
    }
}
