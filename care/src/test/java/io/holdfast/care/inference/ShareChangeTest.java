package io.holdfast.care.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.care.inference.ShareChange.Month;
import io.holdfast.care.inference.ShareChange.Overlap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ShareChangeTest {
    private static Estimate change(int did, int all, int didBefore, int allBefore) {
        return ShareChange.of(new Month(did, all), new Month(didBefore, allBefore), Overlap.NONE)
                .difference();
    }

    /** Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10, cases a, b and c. */
    @Test
    void withNobodyInBothItIsNewcombesInterval() {
        Estimate a = change(56, 70, 48, 80);
        Estimate b = change(9, 10, 3, 10);
        Estimate c = change(6, 7, 2, 7);

        assertThat(a.low()).isCloseTo(0.0524, within(5e-5));
        assertThat(a.high()).isCloseTo(0.3339, within(5e-5));
        assertThat(b.low()).isCloseTo(0.1705, within(5e-5));
        assertThat(b.high()).isCloseTo(0.8090, within(5e-5));
        assertThat(c.low()).isCloseTo(0.0582, within(5e-5));
        assertThat(c.high()).isCloseTo(0.8062, within(5e-5));
    }

    @Test
    void theSameCustomersWithTheSameTraitDidNotChange() {
        ShareChange same = ShareChange.of(new Month(50, 100), new Month(50, 100), new Overlap(100, 50, 50, 50));

        assertThat(same.difference().low()).isCloseTo(0, within(1e-12));
        assertThat(same.difference().high()).isCloseTo(0, within(1e-12));
        assertThat(same.pValue()).isEqualTo(1);
    }

    @Test
    void whoIsInBothMakesTheIntervalNarrower() {
        Month now = new Month(60, 200);
        Month before = new Month(40, 200);
        ShareChange apart = ShareChange.of(now, before, Overlap.NONE);
        ShareChange together = ShareChange.of(now, before, new Overlap(150, 45, 32, 30));

        assertThat(together.difference().point()).isEqualTo(apart.difference().point());
        assertThat(together.difference().high() - together.difference().low())
                .isLessThan(apart.difference().high() - apart.difference().low());
        assertThat(together.pValue()).isLessThan(apart.pValue());
    }

    /** Half of the customers are in both months, and three quarters of those keep what they had. */
    @Test
    void holdsTheTruthAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(11);
        int held = 0;
        int rejected = 0;
        for (int repetition = 0; repetition < 2000; repetition++) {
            int[] counts = new int[5];
            for (int i = 0; i < 300; i++) {
                boolean both = i < 150;
                boolean before = random.nextDouble() < 0.2;
                boolean now = (both && random.nextDouble() < 0.75) ? before : random.nextDouble() < 0.2;
                counts[0] += now ? 1 : 0;
                counts[1] += before ? 1 : 0;
                counts[2] += both && now ? 1 : 0;
                counts[3] += both && before ? 1 : 0;
                counts[4] += both && now && before ? 1 : 0;
            }
            ShareChange change = ShareChange.of(
                    new Month(counts[0], 300),
                    new Month(counts[1], 300),
                    new Overlap(150, counts[2], counts[3], counts[4]));
            held += change.difference().contains(0) ? 1 : 0;
            rejected += change.pValue() <= 0.05 ? 1 : 0;
        }

        assertThat(held / 2000.0).isBetween(0.935, 0.965);
        assertThat(rejected / 2000.0).isBetween(0.035, 0.065);
    }

    @Test
    void nobodyAndEverybodyHaveAnInterval() {
        Estimate grown = change(20, 20, 0, 20);

        assertThat(grown.point()).isEqualTo(1);
        assertThat(grown.low()).isBetween(0.7, 1.0);
        assertThat(grown.high()).isEqualTo(1);
        assertThat(ShareChange.of(new Month(0, 20), new Month(0, 20), Overlap.NONE)
                        .pValue())
                .isEqualTo(1);
    }
}
