package io.holdfast.scoring.reason;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.dataset.Reason;
import io.holdfast.scoring.score.ChurnScore;
import java.util.ArrayList;
import java.util.List;

/** The model's inputs grouped by the reason they are evidence for, in the order of the reason catalogue. */
final class ReasonGroups {
    private final Reason[] reasons;
    private final int[][] inputs;
    private final int[] groupOf;
    private final boolean[] answerable;

    ReasonGroups(DatasetDescription description) {
        List<Column> features = description.features();
        groupOf = new int[features.size()];
        answerable = new boolean[features.size()];
        List<Reason> used = new ArrayList<>();
        List<int[]> inputsOf = new ArrayList<>();
        for (Reason reason : description.reasons().reasons()) {
            List<Integer> members = new ArrayList<>();
            for (int i = 0; i < features.size(); i++) {
                if (features.get(i).reason().equals(reason.code())) {
                    groupOf[i] = used.size();
                    members.add(i);
                    answerable[i] = reason.actionable() && features.get(i).actionable();
                }
            }
            if (!members.isEmpty()) {
                used.add(reason);
                inputsOf.add(members.stream().mapToInt(Integer::intValue).toArray());
            }
        }
        reasons = used.toArray(Reason[]::new);
        inputs = inputsOf.toArray(int[][]::new);
    }

    int size() {
        return reasons.length;
    }

    Reason reason(int group) {
        return reasons[group];
    }

    /** Whether care can answer what one of the group's columns says in this direction. */
    boolean isActionable(int group, ChurnScore score, boolean raises) {
        for (int input : inputs(group)) {
            double contribution = score.contribution(input);
            if (answerable[input] && (raises ? contribution > 0 : contribution < 0)) {
                return true;
            }
        }
        return false;
    }

    /** Positions of the group's inputs, ascending; shared, so only to be read. */
    int[] inputs(int group) {
        return inputs[group];
    }

    int groupOf(int input) {
        return groupOf[input];
    }
}
