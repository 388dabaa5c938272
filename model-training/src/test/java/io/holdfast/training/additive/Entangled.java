package io.holdfast.training.additive;

import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fixture.Tables;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Customers whose leaving depends on columns together: calls count for more on plan "a", and with a
 * bundle the number of visits says which way.
 * One number of calls in ten is not known; the shop says nothing.
 */
final class Entangled {
    /** Inputs in order: calls, plan, bundle, visits, shop. */
    static final String COLUMNS = """
            id: {role: id}
            calls: {role: feature, kind: number}
            plan: {role: feature, kind: category}
            bundle: {role: feature, kind: flag}
            visits: {role: feature, kind: number}
            shop: {role: feature, kind: category}
            churn: {role: label, kind: category, positive: "yes"}
            """;

    private Entangled() {}

    static TrainingTable table(Path folder, int rows, long seed) {
        return Tables.read(folder, COLUMNS, csv(rows, seed));
    }

    static String csv(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder csv = new StringBuilder("id,calls,plan,bundle,visits,shop,churn\n");
        for (int row = 0; row < rows; row++) {
            int calls = random.nextInt(6);
            boolean unknown = random.nextInt(10) == 0;
            int plan = random.nextInt(3);
            boolean bundle = random.nextBoolean();
            int visits = random.nextInt(4);
            int shop = random.nextInt(3);
            double logOdds = -1
                    + (plan == 0 ? 0.8 * (calls - 2) : 0.1 * calls)
                    + (bundle ? (visits < 2 ? 1 : -1) * (calls - 1) : 0.3 * visits)
                    + (unknown ? 0.5 : 0);
            boolean left = random.nextDouble() < 1 / (1 + StrictMath.exp(-logOdds));
            csv.append('C').append(row).append(',').append(unknown ? "" : calls).append(',');
            csv.append((char) ('a' + plan)).append(',').append(bundle ? 1 : 0).append(',');
            csv.append(visits).append(',').append((char) ('x' + shop)).append(left ? ",yes\n" : ",no\n");
        }
        return csv.toString();
    }
}
