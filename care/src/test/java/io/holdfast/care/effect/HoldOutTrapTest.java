package io.holdfast.care.effect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Care reaches those who would rather have stayed: whoever reads it the usual ways sees harm or wonders, and the lot sees the truth. */
final class HoldOutTrapTest {
    private static final long SEED = 20261129;

    /** Of 25 intervals of 95 %, one or two miss the truth; hardly one try in 1,000 would miss more than 5. */
    @Test
    void coversTheTruthAndNamesTheWrongReadings() {
        HoldOutTrap trap = new HoldOutTrap(20_000, SEED);
        HoldOutTrap.Tally tally = trap.repeat(25);

        assertThat(tally.truth())
                .as("points by which fewer of the assigned leave")
                .isBetween(-0.018, -0.014);
        assertThat(tally.meanEstimate()).isBetween(tally.truth() - 0.015, tally.truth() + 0.015);
        assertThat(tally.meanAgainstEverybody()).as("care seems to harm").isGreaterThan(0.08);
        assertThat(tally.meanReached()).as("care seems to work wonders").isLessThan(2 * tally.truth());
        assertThat(tally.covered()).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void staysTrueForThoseWhoLookEveryDay() {
        HoldOutTrap.Tally tally = new HoldOutTrap(20_000, SEED).lookDaily(15, 180);

        assertThat(tally.covered()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    @Tag("slow")
    void coversTheTruthIn95Of100Of2000Repetitions() {
        HoldOutTrap.Tally tally = new HoldOutTrap(20_000, SEED).repeat(2000);

        assertThat(tally.meanAgainstEverybody()).isGreaterThan(0.08);
        assertThat(tally.meanReached()).isLessThan(2 * tally.truth());
        assertThat(tally.covered()).isBetween(0.94, 0.96);
    }

    @Test
    @Tag("slow")
    void staysTrueForThoseWhoLookEveryDayIn2000Repetitions() {
        HoldOutTrap.Tally tally = new HoldOutTrap(20_000, SEED).lookDaily(2000, 180);

        assertThat(tally.covered()).isGreaterThanOrEqualTo(0.95);
    }
}
