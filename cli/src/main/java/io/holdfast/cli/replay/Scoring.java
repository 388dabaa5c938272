package io.holdfast.cli.replay;

import io.holdfast.care.plan.CustomerReason;
import io.holdfast.simulation.hazard.Cause;
import io.holdfast.simulation.hazard.Intensities;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Stands for a model: the risk of the next 90 days by the truth of the month, with an error of its own, and the reasons that the errors leave. All policies see the
 * same scores.
 */
public final class Scoring {
    /** Standard deviation of the error of a cause's log intensity. */
    private static final double ERROR = 0.4;

    /** Of what pulls now, so many months' worth, as troubles pass; and what comes anew, for everybody. */
    private static final double MONTHS = 1.8;

    private static final double ANEW = 0.016;
    private static final double LEAST_SHARE = 0.05;

    private final long seed;

    /** Scores for customers of this seed. */
    public Scoring(long seed) {
        this.seed = seed;
    }

    /**
     * What a model says.
     *
     * @param risk of leaving within 90 days, 0 to 1
     * @param reasons the strongest first
     */
    public record Score(double risk, List<CustomerReason> reasons) {
        /** Keeps a copy. */
        public Score {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * The score of a unit.
     *
     * @param truth what pulls at it
     * @param month from 0
     */
    public Score score(Intensities truth, int unit, int month) {
        SplittableRandom chance = new SplittableRandom(seed * 1_000_003 + unit * 1_009L + month);
        chance.nextLong();
        double[] seen = new double[Cause.all().size()];
        double sum = 0;
        for (Cause cause : Cause.voluntary()) {
            seen[cause.index()] = truth.of(cause) * StrictMath.exp(ERROR * normal(chance) - ERROR * ERROR / 2);
            sum += seen[cause.index()];
        }
        List<CustomerReason> reasons = new ArrayList<>();
        for (Cause cause : Cause.voluntary()) {
            double share = sum > 0 ? seen[cause.index()] / sum : 0;
            if (share >= LEAST_SHARE) {
                reasons.add(new CustomerReason(cause.reason(), share, Math.min(1, share)));
            }
        }
        reasons.sort(Collections.reverseOrder(Comparator.comparingDouble(CustomerReason::share)));
        return new Score(-StrictMath.expm1(-(MONTHS * sum + ANEW)), reasons);
    }

    /** Box and Muller. */
    private static double normal(SplittableRandom chance) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - chance.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * chance.nextDouble());
    }
}
