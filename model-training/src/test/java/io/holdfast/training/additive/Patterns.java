package io.holdfast.training.additive;

import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.model.ForestTerm;
import java.util.List;
import java.util.SplittableRandom;

/** Customers whose leaving hangs on which of five columns are high, in no simple way: what trees see and tables of pairs do not. */
final class Patterns {
    private static final int LEAVING_PATTERNS = 0x3a96c5e1;

    private Patterns() {}

    /** Whether somebody leaves hangs on which of the columns a to e are high, in no simple way, and a little on f. */
    static String csv(int rows) {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder csv = new StringBuilder("id,a,b,c,d,e,f,churn\n");
        for (int row = 0; row < rows; row++) {
            csv.append(row);
            int pattern = 0;
            for (int column = 0; column < 5; column++) {
                int value = random.nextInt(10);
                pattern = 2 * pattern + (value >= 5 ? 1 : 0);
                csv.append(',').append(value);
            }
            int f = random.nextInt(10);
            csv.append(',').append(f);
            double leaves = ((LEAVING_PATTERNS >> pattern & 1) == 1 ? 0.7 : 0.1) + 0.02 * f;
            csv.append(random.nextDouble() < leaves ? ",yes\n" : ",no\n");
        }
        return csv.toString();
    }

    /** @param ofLast further attributes of column f */
    static String columns(String ofLast) {
        StringBuilder columns = new StringBuilder("id: {role: id}\n");
        for (char name = 'a'; name <= 'f'; name++) {
            String more = name == 'f' ? ofLast : "";
            columns.append(name)
                    .append(": {role: feature, kind: number")
                    .append(more)
                    .append("}\n");
        }
        return columns + "churn: {role: label, kind: category, positive: \"yes\"}\n";
    }

    /** Per tree, the inputs it asks about. */
    static List<List<Integer>> trees(AdditiveParts parts) {
        return parts.terms().stream()
                .filter(ForestTerm.class::isInstance)
                .map(ForestTerm.class::cast)
                .flatMap(forest -> forest.trees().stream()
                        .map(tree -> tree.questions().stream()
                                .map(question ->
                                        forest.questions().get(question).input())
                                .toList()))
                .toList();
    }
}
