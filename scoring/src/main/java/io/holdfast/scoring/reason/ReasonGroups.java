package io.holdfast.scoring.reason;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.dataset.Reason;
import java.util.ArrayList;
import java.util.List;

/** The model's inputs grouped by the reason they are evidence for, in the order of the reason catalogue. */
final class ReasonGroups {
    private final List<Reason> reasons = new ArrayList<>();
    private final List<int[]> inputs = new ArrayList<>();
    private final List<Boolean> actionable = new ArrayList<>();
    private final int[] groupOf;

    ReasonGroups(DatasetDescription description) {
        List<Column> features = description.features();
        groupOf = new int[features.size()];
        for (Reason reason : description.reasons().reasons()) {
            List<Integer> members = new ArrayList<>();
            boolean answerable = false;
            for (int i = 0; i < features.size(); i++) {
                if (features.get(i).reason().equals(reason.code())) {
                    groupOf[i] = reasons.size();
                    members.add(i);
                    answerable |= features.get(i).actionable();
                }
            }
            if (!members.isEmpty()) {
                reasons.add(reason);
                inputs.add(members.stream().mapToInt(Integer::intValue).toArray());
                actionable.add(reason.actionable() && answerable);
            }
        }
    }

    int size() {
        return reasons.size();
    }

    Reason reason(int group) {
        return reasons.get(group);
    }

    boolean actionable(int group) {
        return actionable.get(group);
    }

    /** Positions of the group's inputs, ascending; shared, so only to be read. */
    int[] inputs(int group) {
        return inputs.get(group);
    }

    int groupOf(int input) {
        return groupOf[input];
    }
}
