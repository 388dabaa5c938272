package io.holdfast.care.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RatePairTest {
    private static List<Observation> sides(int assigned, int assignedLeft, int shadow, int shadowLeft) {
        List<Observation> all = new ArrayList<>();
        for (int i = 0; i < assigned; i++) {
            all.add(new Observation("a" + i, true, 0.9, i < assignedLeft ? 1 : 0));
        }
        for (int i = 0; i < shadow; i++) {
            all.add(new Observation("s" + i, false, 0.1, i < shadowLeft ? 1 : 0));
        }
        return all;
    }

    private static RatePair pair(int assigned, int assignedLeft, int shadow, int shadowLeft) {
        return RatePair.of(sides(assigned, assignedLeft, shadow, shadowLeft)).orElseThrow();
    }

    /** The log-likelihood of both counts at the best shadow rate, looked for point by point. */
    private static double bestOf(RatePair pair, double logRatio) {
        double best = Double.NEGATIVE_INFINITY;
        for (double rate = 1e-5; rate < 1 && rate * Math.exp(logRatio) < 1; rate += 1e-5) {
            double other = rate * Math.exp(logRatio);
            best = Math.max(
                    best,
                    pair.assignedCases() * Math.log(other)
                            + (pair.assignedSize() - pair.assignedCases()) * Math.log1p(-other)
                            + pair.shadowCases() * Math.log(rate)
                            + (pair.shadowSize() - pair.shadowCases()) * Math.log1p(-rate));
        }
        return best;
    }

    @Test
    void takesTheMostLikelyRatesOfARatio() {
        RatePair pair = pair(1000, 80, 100, 10);

        for (double logRatio : new double[] {-1.5, -0.2, 0, 0.4, 1.2}) {
            assertThat(pair.logLikelihood(logRatio)).isCloseTo(bestOf(pair, logRatio), within(1e-4));
        }
    }

    @Test
    void theSlopeIsThatOfTheLikelihoodAnd0AtTheRatioOfTheRates() {
        RatePair pair = pair(1000, 80, 100, 10);

        for (double logRatio : new double[] {-1.5, -0.2, 0, 0.4, 1.2}) {
            double slope = (pair.logLikelihood(logRatio + 1e-5) - pair.logLikelihood(logRatio - 1e-5)) / 2e-5;
            assertThat(pair.slope(logRatio)).isCloseTo(slope, within(1e-4));
        }
        assertThat(pair.slope(Math.log(0.08 / 0.1))).isCloseTo(0, within(1e-9));
    }

    /** At the ratio that was seen: the inverse of the usual variance of a log ratio (Katz et al., Biometrics 34, 1978). */
    @Test
    void theInformationIsTheInverseOfTheUsualVariance() {
        double variance = 1.0 / 80 - 1.0 / 1000 + 1.0 / 10 - 1.0 / 100;

        assertThat(1 / pair(1000, 80, 100, 10).information(Math.log(0.08 / 0.1)))
                .isCloseTo(variance, within(1e-9));
    }

    @Test
    void oneSideWithoutACaseStillSaysSomething() {
        RatePair none = pair(300, 5, 30, 0);

        assertThat(none.slope(0)).isPositive();
        assertThat(none.slope(3)).isPositive().isLessThan(none.slope(0));
        assertThat(none.information(0)).isCloseTo(1 / (325.0 / 5 * (1.0 / 300 + 1.0 / 30)), within(1e-9));
    }

    @Test
    void saysNothingWhereNobodyLeftAndStaysFiniteWhereEverybodyDid() {
        RatePair nobody = pair(300, 0, 30, 0);
        RatePair everybody = pair(300, 300, 30, 30);

        assertThat(nobody.information(0.5)).isLessThan(1e-6);
        assertThat(nobody.slope(0.5)).isZero();
        assertThat(everybody.information(0)).isFinite();
        assertThat(everybody.slope(-0.05)).isFinite().isPositive();
        assertThat(everybody.slope(0.05)).isFinite().isNegative();
        assertThat(everybody.logLikelihood(0)).isFinite();
    }

    /** A household of three goes together: it tells as much as one customer, on a side without a case, too. */
    @Test
    void householdsThatGoTogetherCountOnceOnBothSides() {
        SplittableRandom chance = new SplittableRandom(3);
        List<Observation> all = new ArrayList<>();
        for (int i = 0; i < 2200; i++) {
            boolean assigned = i % 11 != 0;
            double value = assigned && chance.nextDouble() < 0.05 ? 1 : 0;
            for (int member = 0; member < 3; member++) {
                all.add(new Observation("h" + i, assigned, assigned ? 10 / 11.0 : 1 / 11.0, value));
            }
        }
        RatePair pair = RatePair.of(all).orElseThrow();

        assertThat(pair.assigned()).isEqualTo(6000);
        assertThat(pair.assignedSize()).isCloseTo(2000, within(10.0));
        assertThat(pair.shadowSize()).isCloseTo(200, within(1.0));
        assertThat(pair.shadowCases()).isZero();
    }

    /** Half weigh 1, half weigh 3, as their chances of the other side do: Kish's size is four fifths of all. */
    @Test
    void unevenWeightsTellLess() {
        List<Observation> all = new ArrayList<>(sides(0, 0, 100, 10));
        for (int i = 0; i < 1000; i++) {
            all.add(new Observation("a" + i, true, i % 2 == 0 ? 0.9 : 0.7, i % 20 < 2 ? 1 : 0));
        }
        RatePair pair = RatePair.of(all).orElseThrow();

        assertThat(pair.assignedSize()).isBetween(780.0, 800.0);
        assertThat(pair.assignedCases() / pair.assignedSize()).isCloseTo(0.1, within(1e-9));
    }

    /** A thousand on each side of an even lot tell about 500; the 20 shadows that a lot of 2 % adds may not take from that what they would by weighing 25 times as much. */
    @Test
    void aFewShadowsOfASmallShareDoNotDrownThoseOfAnEvenLot() {
        List<Observation> all = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            all.add(new Observation("a" + i, true, 0.5, i % 10 == 0 ? 1 : 0));
            all.add(new Observation("s" + i, false, 0.5, i % 10 == 0 ? 1 : 0));
            all.add(new Observation("b" + i, true, 0.98, i % 10 == 0 ? 1 : 0));
        }
        for (int i = 0; i < 20; i++) {
            all.add(new Observation("t" + i, false, 0.02, i % 10 == 0 ? 1 : 0));
        }
        RatePair pair = RatePair.of(all).orElseThrow();

        assertThat(pair.shadowSize()).isBetween(990.0, 1020.0);
        assertThat(pair.assignedSize()).isBetween(1000.0, 1100.0);
        assertThat(pair.assignedCases() / pair.assignedSize()).isCloseTo(0.1, within(1e-9));
    }

    /** Two lots of different shares, for customers of different risk: what is compared is the same mixture on both sides. */
    @Test
    void lotsOfSeveralSharesAreComparedLikeWithLike() {
        List<Observation> all = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            boolean shadow = i % 2 == 0;
            all.add(new Observation("x" + i, !shadow, 0.5, i / 2 % 10 < 3 ? 1 : 0));
            boolean rare = i % 10 == 0;
            all.add(new Observation("y" + i, !rare, rare ? 0.1 : 0.9, i / 10 % 10 < 1 ? 1 : 0));
        }
        RatePair pair = RatePair.of(all).orElseThrow();

        assertThat(pair.assignedCases() / pair.assignedSize())
                .isCloseTo(pair.shadowCases() / pair.shadowSize(), within(1e-9));
    }

    @Test
    void whoseLotCouldFallOneWayOnlyTellsNothing() {
        List<Observation> all = sides(300, 30, 60, 6);
        RatePair without = RatePair.of(all).orElseThrow();
        all.add(new Observation("sure", true, 1, 1));

        assertThat(RatePair.of(all)).contains(without);
    }

    @Test
    void isNoneWithTooFewInAnArm() {
        assertThat(RatePair.of(sides(300, 5, 29, 3))).isEmpty();
    }
}
