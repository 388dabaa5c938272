package io.holdfast.scoring.reason;

import io.holdfast.scoring.score.ChurnScore;
import java.util.Arrays;

/** Chooses the columns that a reason's sentence names. */
final class Evidence {
    private static final int COLUMNS = 2;

    private Evidence() {}

    /**
     * The strongest columns in a direction, strongest first, equally strong ones in the order of the inputs.
     *
     * @param inputs positions of the group's inputs, ascending
     * @param raises whether the reason raises the risk
     */
    static int[] strongest(ChurnScore score, int[] inputs, boolean raises) {
        double direction = raises ? 1 : -1;
        int[] chosen = new int[COLUMNS];
        int found = 0;
        for (int input : inputs) {
            double strength = direction * score.contribution(input);
            int place = found;
            while (place > 0 && strength > direction * score.contribution(chosen[place - 1])) {
                place--;
            }
            if (strength > 0 && place < COLUMNS) {
                found = Math.min(found + 1, COLUMNS);
                System.arraycopy(chosen, place, chosen, place + 1, found - place - 1);
                chosen[place] = input;
            }
        }
        return found == COLUMNS ? chosen : Arrays.copyOf(chosen, found);
    }
}
