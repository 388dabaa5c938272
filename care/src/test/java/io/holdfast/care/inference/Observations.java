package io.holdfast.care.inference;

import java.util.ArrayList;
import java.util.List;

/** Makes observations. */
final class Observations {
    private Observations() {}

    /** So many of whom so many did it on each side, everybody alone, drawn with even chances. */
    static List<Observation> counted(int assignedDid, int assigned, int shadowDid, int shadow) {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < assigned; i++) {
            observations.add(new Observation("a" + i, true, 0.5, i < assignedDid ? 1 : 0));
        }
        for (int i = 0; i < shadow; i++) {
            observations.add(new Observation("s" + i, false, 0.5, i < shadowDid ? 1 : 0));
        }
        return observations;
    }

    static List<Observation> values(double[] assigned, double[] shadow) {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < assigned.length; i++) {
            observations.add(new Observation("a" + i, true, 0.5, assigned[i]));
        }
        for (int i = 0; i < shadow.length; i++) {
            observations.add(new Observation("s" + i, false, 0.5, shadow[i]));
        }
        return observations;
    }
}
