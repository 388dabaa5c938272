package io.holdfast.care.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class KaplanMeierTest {
    private static final int[] ENDED = {6, 6, 6, 7, 10, 13, 16, 22, 23};
    private static final int[] WATCHED = {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};
    private static final int[] PLACEBO = {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23};

    private static List<FollowUp> arm(int[] ended, int[] watched, double probability) {
        List<FollowUp> all = new ArrayList<>();
        for (int days : ended) {
            all.add(new FollowUp("e" + all.size(), probability, days, true));
        }
        for (int days : watched) {
            all.add(new FollowUp("w" + all.size(), probability, days, false));
        }
        return all;
    }

    private static List<FollowUp> treated() {
        return arm(ENDED, WATCHED, 0.5);
    }

    private static List<String> reference() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(KaplanMeierTest.class.getResourceAsStream("kaplan-meier.csv"), "reference")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(2)
                    .toList();
        }
    }

    @Test
    void sharesAndBandsAreThoseOfAnotherTool() throws IOException {
        KaplanMeier treated = KaplanMeier.of(treated());
        KaplanMeier placebo = KaplanMeier.of(arm(PLACEBO, new int[0], 1));
        int compared = 0;
        for (String line : reference()) {
            String[] cells = line.split(",", -1);
            KaplanMeier.Point point = (cells[0].equals("placebo") ? placebo : treated).on(Integer.parseInt(cells[1]));

            assertThat(point.day()).isEqualTo(Integer.parseInt(cells[1]));
            assertThat(point.share()).as(line).isCloseTo(Double.parseDouble(cells[2]), within(1e-10));
            assertThat(point.low()).as(line).isCloseTo(Double.parseDouble(cells[3]), within(1e-9));
            assertThat(point.high()).as(line).isCloseTo(Double.parseDouble(cells[4]), within(1e-9));
            compared++;
        }

        assertThat(compared)
                .isEqualTo(treated.points().size() + placebo.points().size());
    }

    @Test
    void whoIsNoLongerWatchedWasAtRiskUntilThen() {
        KaplanMeier curve = KaplanMeier.of(treated());

        assertThat(curve.atRisk(0)).isEqualTo(21);
        assertThat(curve.atRisk(6)).isEqualTo(21);
        assertThat(curve.atRisk(7)).isEqualTo(17);
        assertThat(curve.atRisk(35)).isEqualTo(1);
        assertThat(curve.atRisk(36)).isZero();
        assertThat(curve.on(8).share()).isEqualTo(curve.on(7).share());
    }

    @Test
    void theOrderOfCustomersDoesNotMatter() {
        List<FollowUp> shuffled = treated();
        Collections.shuffle(shuffled, new Random(3));

        assertThat(KaplanMeier.of(shuffled)).isEqualTo(KaplanMeier.of(treated()));
    }

    @Test
    void whoStandsForTwiceAsManyCountsTwice() {
        List<FollowUp> weighted = new ArrayList<>();
        List<FollowUp> repeated = new ArrayList<>();
        for (FollowUp each : treated()) {
            boolean heavy = weighted.size() % 3 == 0;
            weighted.add(new FollowUp(each.cluster(), heavy ? 0.25 : 0.5, each.days(), each.ended()));
            repeated.add(each);
            if (heavy) {
                repeated.add(new FollowUp("again " + each.cluster(), 0.5, each.days(), each.ended()));
            }
        }
        KaplanMeier one = KaplanMeier.of(weighted);
        KaplanMeier other = KaplanMeier.of(repeated);

        assertThat(one.on(20).share()).isCloseTo(other.on(20).share(), within(1e-12));
        assertThat(one.on(20).high() - one.on(20).low())
                .as("unequal weights are worth fewer customers than twice as many rows")
                .isGreaterThan(other.on(20).high() - other.on(20).low());
    }

    @Test
    void aHouseholdIsWorthOneCustomer() {
        List<FollowUp> pairs = IntStream.range(0, 42)
                .mapToObj(i -> new FollowUp(
                        "household " + i / 2,
                        0.5,
                        treated().get(i / 2).days(),
                        treated().get(i / 2).ended()))
                .toList();
        KaplanMeier households = KaplanMeier.of(pairs);
        KaplanMeier alone = KaplanMeier.of(treated());

        assertThat(households.atRisk(1)).isEqualTo(42);
        for (int week : new int[] {6, 13, 23}) {
            assertThat(households.on(week).share()).isCloseTo(alone.on(week).share(), within(1e-12));
            assertThat(households.on(week).low()).isCloseTo(alone.on(week).low(), within(1e-12));
            assertThat(households.on(week).high()).isCloseTo(alone.on(week).high(), within(1e-12));
        }
    }

    @Test
    void whereNobodyOrEverybodyEndsThereIsNoBand() {
        KaplanMeier none = KaplanMeier.of(arm(new int[0], new int[] {3, 5}, 0.9));
        KaplanMeier all = KaplanMeier.of(arm(new int[] {2, 2}, new int[0], 0.9));

        assertThat(none.points())
                .allSatisfy(point -> assertThat(List.of(point.share(), point.low(), point.high()))
                        .containsOnly(1.0));
        assertThat(all.on(2)).isEqualTo(new KaplanMeier.Point(2, 0, 0, 0, 2));
    }

    @Test
    void refusesWhatIsNoFollowUp() {
        assertThatThrownBy(() -> new FollowUp("c", 0, 1, true)).hasMessageContaining("probability: 0.0");
        assertThatThrownBy(() -> new FollowUp("c", 1, -1, true)).hasMessageContaining("days: -1");
        assertThatThrownBy(() -> KaplanMeier.of(List.of())).hasMessageContaining("nobody");
    }
}
