package io.holdfast.training.inspection;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which column would keep near-copies on one side of a split. */
final class GroupProposal {
    /** A column that keeps any two rows together so often has too few values to split by. */
    private static final double CHANCE = .01;

    private GroupProposal() {}

    /** The name of the column with most values, of those that keep the copies together and divide the other rows. */
    static Optional<String> column(NearCopies copies, List<InspectedColumn> columns) {
        return columns.stream()
                .filter(column -> !column.constant() && chance(column.coded()) <= CHANCE)
                .filter(column -> copies.keptTogether(codes(column.coded())) >= NearCopies.KEPT)
                .max(Comparator.comparingInt(column -> column.coded().distinct()))
                .map(InspectedColumn::name);
    }

    private static int[] codes(CodedColumn column) {
        int[] groups = new int[column.codes().length];
        for (int row = 0; row < groups.length; row++) {
            // A row without a group is alone.
            groups[row] = column.codes()[row] == 0 ? -1 - row : column.codes()[row];
        }
        return groups;
    }

    /** How often two rows drawn by lot have the same value. */
    private static double chance(CodedColumn column) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (char code : column.codes()) {
            if (code != 0) {
                counts.merge((int) code, 1, Integer::sum);
            }
        }
        double rows = column.codes().length;
        return counts.values().stream()
                .mapToDouble(count -> (count / rows) * (count / rows))
                .sum();
    }
}
