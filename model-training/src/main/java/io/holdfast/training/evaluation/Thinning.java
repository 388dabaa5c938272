package io.holdfast.training.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Picks the corners of a long curve that a picture needs. */
final class Thinning {
    private Thinning() {}

    /**
     * The first corner, the last, and of every equal step along a coordinate the first corner that reaches it.
     *
     * @param corners of the curve
     * @param most to keep
     * @param coordinate of a corner, ascending within 0 to 1
     * @return ascending
     */
    static List<Integer> kept(int corners, int most, IntToDoubleFunction coordinate) {
        List<Integer> kept = new ArrayList<>(List.of(0));
        double before = coordinate.applyAsDouble(0);
        for (int corner = 1; corner < corners; corner++) {
            double at = coordinate.applyAsDouble(corner);
            boolean last = corner == corners - 1;
            if (last || (at - before >= 1.0 / (most - 1) && kept.size() < most - 1)) {
                kept.add(corner);
                before = at;
            }
        }
        return kept;
    }
}
