package io.holdfast.care.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
    private static final double[] LONG = values(40, 3, 17);
    private static final double[] SHORT = values(33, 7, 11);

    private static double[] values(int count, int step, int modulus) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = (i * step) % modulus;
        }
        return values;
    }

    /** Newcombe 1998, table II, comparison (a), method 10: 56/70 against 48/80 gives 0.0524 to 0.3339. */
    @Test
    void agreesWithNewcombesTable() {
        Estimate difference = Comparison.ofRates(Observations.counted(56, 70, 48, 80))
                .orElseThrow()
                .difference();

        assertThat(difference.point()).isCloseTo(0.2, within(1e-12));
        assertThat(difference.low()).isCloseTo(0.0524, within(5e-5));
        assertThat(difference.high()).isCloseTo(0.3339, within(5e-5));
    }

    @Test
    void saysTheSameOfSidesTheOtherWayRound() {
        Comparison one =
                Comparison.ofRates(Observations.counted(56, 70, 48, 80)).orElseThrow();
        Comparison other =
                Comparison.ofRates(Observations.counted(48, 80, 56, 70)).orElseThrow();

        assertThat(other.difference().low()).isCloseTo(-one.difference().high(), within(1e-12));
        assertThat(other.pValue()).isCloseTo(one.pValue(), within(1e-12));
        Estimate ratio = one.relative().orElseThrow();
        Estimate inverse = other.relative().orElseThrow();
        assertThat(1 / (1 + inverse.high())).isCloseTo(1 + ratio.low(), within(1e-9));
        assertThat(1 / (1 + inverse.low())).isCloseTo(1 + ratio.high(), within(1e-9));
        assertThat(ratio.contains(56.0 / 70 / (48.0 / 80) - 1)).isTrue();
    }

    /** Welch's p-value by commons-math3, which knows nothing of clusters and weights. */
    @Test
    void agreesWithWelchWhereEverybodyIsAlone() {
        Comparison found = Comparison.ofMeans(Observations.values(LONG, SHORT)).orElseThrow();

        assertThat(found.pValue()).isCloseTo(new TTest().tTest(LONG, SHORT), within(1e-9));
        assertThat(found.difference().excludesZero()).isEqualTo(found.pValue() < 0.05);
    }

    @Test
    void countsHouseholdsNotHeads() {
        List<Observation> alone = Observations.values(LONG, SHORT);
        List<Observation> twins = new ArrayList<>(alone);
        twins.addAll(alone);

        Comparison one = Comparison.ofMeans(alone).orElseThrow();
        Comparison two = Comparison.ofMeans(twins).orElseThrow();

        assertThat(two.assigned().units()).isEqualTo(2 * one.assigned().units());
        assertThat(two.difference().low()).isCloseTo(one.difference().low(), within(1e-12));
        assertThat(two.variance()).isCloseTo(one.variance(), within(1e-12));
    }

    @Test
    void countsHouseholdsInRatesToo() {
        List<Observation> alone = Observations.counted(20, 100, 30, 100);
        List<Observation> twins = new ArrayList<>(alone);
        twins.addAll(alone);

        Estimate one = Comparison.ofRates(alone).orElseThrow().difference();
        Estimate two = Comparison.ofRates(twins).orElseThrow().difference();

        assertThat(two.low()).isCloseTo(one.low(), within(1e-9));
        assertThat(two.high()).isCloseTo(one.high(), within(1e-9));
    }

    /** In one tier half are held out, in the other a tenth; both tiers leave as they do without care. */
    @Test
    void undoesSharesThatDifferByTier() {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            boolean key = i < 200;
            boolean held = key ? i % 2 == 0 : i % 10 == 0;
            double share = key ? 0.5 : 0.1;
            double leaves = key ? (i / 2 % 2) : (i / 10 % 10 == 0 ? 1 : 0);
            observations.add(new Observation("c" + i, !held, held ? share : 1 - share, leaves));
        }
        double unweighted = observations.stream()
                        .filter(Observation::assigned)
                        .mapToDouble(Observation::value)
                        .average()
                        .orElseThrow()
                - observations.stream()
                        .filter(observation -> !observation.assigned())
                        .mapToDouble(Observation::value)
                        .average()
                        .orElseThrow();

        assertThat(unweighted).isLessThan(-0.1);
        assertThat(Comparison.ofRates(observations).orElseThrow().difference().point())
                .isCloseTo(0, within(1e-12));
    }

    @Test
    void saysNothingOfAFew() {
        assertThat(Comparison.ofRates(Observations.counted(20, 500, 10, 29))).isEmpty();
        assertThat(Comparison.ofRates(Observations.counted(20, 500, 10, 30))).isPresent();
        assertThat(Comparison.ofMeans(List.of())).isEmpty();
    }

    @Test
    void staysUncertainWhereNobodyLeft() {
        Comparison found =
                Comparison.ofRates(Observations.counted(0, 400, 0, 150)).orElseThrow();

        assertThat(found.difference().low()).isLessThan(-0.005);
        assertThat(found.difference().high()).isGreaterThan(0.002);
        assertThat(found.relative()).isEmpty();
        assertThat(found.pValue()).isEqualTo(1);
        assertThat(found.sequence().orElseThrow().excludesZero()).isFalse();
    }

    @Test
    void saysNothingOfMeansThatDoNotVary() {
        double[] same = new double[120];
        Comparison found = Comparison.ofMeans(Observations.values(same, same)).orElseThrow();

        assertThat(found.difference().high()).isInfinite();
        assertThat(found.pValue()).isEqualTo(1);
        assertThat(found.sequence()).isEmpty();
    }

    /** 90 days are 2.9568... months; the mean of 2,000 such numbers is another one by a few units of the last place. */
    @Test
    void takesRoundingForNoEffect() {
        double months = 90 / 30.4375;
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            boolean assigned = i % 10 != 0;
            observations.add(new Observation("c" + i, assigned, assigned ? 0.9 : 0.1, months));
        }
        Comparison found = Comparison.ofMeans(observations).orElseThrow();

        assertThat(found.assigned().variance()).isZero();
        assertThat(found.variance()).isZero();
        assertThat(found.difference().high()).isInfinite();
        assertThat(found.pValue()).isEqualTo(1);
        assertThat(found.sequence()).isEmpty();
    }

    @Test
    void saysHowManyAreTreatedForOneChange() {
        Comparison found = Comparison.ofRates(Observations.counted(800, 10_000, 1000, 10_000))
                .orElseThrow();
        Estimate perSave = found.treatedPerChange().orElseThrow();

        assertThat(perSave.point()).isCloseTo(50, within(1e-9));
        assertThat(perSave.low()).isCloseTo(-1 / found.difference().low(), within(1e-9));
        assertThat(perSave.high()).isCloseTo(-1 / found.difference().high(), within(1e-9));
        assertThat(Comparison.ofRates(Observations.counted(80, 1000, 82, 1000))
                        .orElseThrow()
                        .treatedPerChange())
                .isEmpty();
    }

    /** By hand, in Python: sqrt(v 2 (t r + 1) / (t r) log(sqrt(t r + 1) / 0.05)) with r = (L + log L + 1) / 10,000, L = -2 log 0.05. */
    @Test
    void agreesWithTheSequenceByHand() {
        assertThat(ConfidenceSequence.at(0, 1, 10_000, 0.05).high()).isCloseTo(3.035446396635931, within(1e-12));
        assertThat(ConfidenceSequence.at(1, 4, 500, 0.05).low()).isCloseTo(1 - 9.12790724535868, within(1e-12));
        assertThat(ConfidenceSequence.width(10_000, 0.05 / 14)).isCloseTo(3.8700356478348383, within(1e-12));
    }

    @Test
    void waitsWithTheFirstLook() {
        assertThat(Comparison.ofRates(Observations.counted(20, 500, 10, 99))
                        .orElseThrow()
                        .sequence())
                .isEmpty();
        Comparison found =
                Comparison.ofRates(Observations.counted(20, 500, 10, 100)).orElseThrow();
        Estimate sequence = found.sequence().orElseThrow();
        assertThat(sequence.low()).isLessThan(found.difference().low());
        assertThat(sequence.high()).isGreaterThan(found.difference().high());
    }

    @Test
    void doesNotMindTheOrder() {
        List<Observation> observations = Observations.values(LONG, SHORT);
        List<Observation> shuffled = new ArrayList<>(observations);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            shuffled.set(i, shuffled.set(random.nextInt(i + 1), shuffled.get(i)));
        }
        assertThat(Comparison.ofMeans(shuffled).orElseThrow().difference().low())
                .isCloseTo(
                        Comparison.ofMeans(observations)
                                .orElseThrow()
                                .difference()
                                .low(),
                        within(1e-12));
    }

    @Test
    void refusesWhatIsNoObservation() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Observation("c", true, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Observation("c", true, 1.1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Observation("c", true, 0.5, Double.NaN));
    }
}
