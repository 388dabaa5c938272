package io.holdfast.training.additive;

import io.holdfast.training.additive.boosting.Objective;
import io.holdfast.training.additive.boosting.PairedFall;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which of two models is published where categories have many levels of few rows: the one with a cell for every level, or the one in which every row sees levels in an order that
 * other rows gave them (cross-fitted, as {@link io.holdfast.training.additive.binning.BinningSettings#rowsOfSureLevel} says). Cells of their own let levels act together with other
 * columns, but they are sorted by the very rows that are fitted: among L levels that say nothing, the best cut in two gains about 2 L / pi by chance, where a number gains a few
 * units (the mean of |z| is the root of 2 / pi). Out-of-bag rows tell which of the two counts for more.
 */
final class LevelChoice {
    private static final String FACT = "levels";

    /** As trees have to show it in tables of one date. What pairs win by cells of their own shows by far more; what sorting over-fits shows by less than it costs, as an out-of-bag score is that of one bag. */
    private static final double NEEDED_Z = 2;

    private LevelChoice() {}

    /**
     * The model with ordered levels unless the out-of-bag loss of the one with a cell for every level is lower by two standard errors, paired by row; its facts say which and why.
     *
     * @param names of the categories in question
     */
    static LearnedTables between(Objective objective, LearnedTables plain, LearnedTables ordered, String names) {
        double z = PairedFall.z(objective, ordered.outOfBag(), plain.outOfBag());
        boolean apart = z >= NEEDED_Z;
        LearnedTables chosen = apart ? plain : ordered;
        Map<String, String> facts = new TreeMap<>(chosen.facts());
        facts.put(
                FACT,
                "of %s, %s; a cell for each lowers the out-of-bag loss by z %s where %s is needed"
                        .formatted(
                                names,
                                apart ? "a cell for each" : "ordered by what other rows say of them",
                                new BigDecimal(z)
                                        .setScale(1, RoundingMode.HALF_EVEN)
                                        .toPlainString(),
                                NEEDED_Z));
        return new LearnedTables(
                chosen.intercept(), chosen.inputs(), chosen.terms(), chosen.outOfBag(), chosen.bags(), facts);
    }
}
