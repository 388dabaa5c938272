package io.holdfast.scoring.reason;

import io.holdfast.scoring.score.ChurnScore;

/** Chooses the columns that a reason's sentence names. */
final class Evidence {
    private static final int NONE = -1;

    private Evidence() {}

    /**
     * The one or two strongest columns in a direction, strongest first, equally strong ones in the order of the inputs.
     *
     * @param inputs positions of the group's inputs, ascending
     * @param raises whether the reason raises the risk
     */
    static int[] strongest(ChurnScore score, int[] inputs, boolean raises) {
        double direction = raises ? 1 : -1;
        int first = NONE;
        int second = NONE;
        double mostStrength = 0;
        double nextStrength = 0;
        for (int input : inputs) {
            double strength = direction * score.contribution(input);
            if (strength > mostStrength) {
                second = first;
                nextStrength = mostStrength;
                first = input;
                mostStrength = strength;
            } else if (strength > nextStrength) {
                second = input;
                nextStrength = strength;
            }
        }
        if (second != NONE) {
            return new int[] {first, second};
        }
        return first == NONE ? new int[0] : new int[] {first};
    }
}
