package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GroupTableTest {
    private static final EvaluationSettings QUICK = new EvaluationSettings(1, 100);

    @Test
    void groupsTogetherAreAllRows() {
        ScoredRows rows = SimulatedScores.grouped(SimulatedScores.calibrated(900, 1), "female", "0", "1", "");

        List<GroupResult> groups = Evaluator.evaluate(rows, QUICK).groups();

        assertThat(groups).extracting(GroupResult::value).containsExactlyInAnyOrder("0", "1", "");
        assertThat(groups.stream().mapToLong(GroupResult::rows).sum()).isEqualTo(900);
        double inTop = groups.stream()
                .mapToDouble(group -> group.topDecileShare() * group.rows())
                .sum();
        assertThat(inTop).isCloseTo(90, within(1e-9));
    }

    @Test
    void aGroupTheModelOverstatesShowsAGap() {
        ScoredRows fair = SimulatedScores.calibrated(2000, 4);
        double[] raised = fair.probabilities().clone();
        for (int row = 0; row < raised.length; row += 2) {
            raised[row] = Math.min(1, raised[row] + 0.1);
        }
        ScoredRows rows =
                SimulatedScores.grouped(new ScoredRows(raised, fair.positives(), Map.of()), "senior", "yes", "no");

        List<GroupResult> groups = Evaluator.evaluate(rows, QUICK).groups();

        assertThat(gap(groups, "yes").low()).isPositive();
        assertThat(gap(groups, "no").covers(0)).isTrue();
    }

    @Test
    void onlyAGroupThatIsOffBeyondChanceIsCalledSo() {
        ScoredRows fair = SimulatedScores.calibrated(2000, 4);
        double[] raised = fair.probabilities().clone();
        for (int row = 0; row < raised.length; row += 2) {
            raised[row] = Math.min(1, raised[row] + 0.1);
        }
        ChurnEvaluation evaluation = Evaluator.evaluate(
                SimulatedScores.grouped(new ScoredRows(raised, fair.positives(), Map.of()), "senior", "yes", "no"),
                QUICK);

        assertThat(evaluation.groups())
                .extracting(group -> group.value() + " " + group.off())
                .containsExactly("no false", "yes true");
        assertThat(EvaluationText.groupsOff(evaluation))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .isEqualTo(
                                        "Of 2 groups large enough to compare, these have probabilities off beyond chance"
                                                + " (5 %, Holm):"),
                        group -> assertThat(group)
                                .matches("  senior yes: said less left \\+0\\.\\d{4} \\(0\\.\\d{4} to 0\\.\\d{4}\\)"));
    }

    /** Of 200 fair tables with 8 groups each, one in twenty may name any group; without the correction a third would. */
    @Tag("slow")
    @Test
    void manyFairGroupsAreSeldomCalledOff() {
        assertThat(namedOf(200)).isBetween(1, 20);
    }

    @Test
    void fairGroupsAreSeldomCalledOff() {
        assertThat(namedOf(30)).isLessThanOrEqualTo(6);
    }

    /** In how many tables some group is named. */
    private static int namedOf(int tables) {
        int named = 0;
        for (int seed = 0; seed < tables; seed++) {
            ScoredRows rows = SimulatedScores.grouped(
                    SimulatedScores.calibrated(1600, 100 + seed), "region", "a", "b", "c", "d", "e", "f", "g", "h");
            ChurnEvaluation evaluation = Evaluator.evaluate(rows, QUICK);
            named += evaluation.groups().stream().anyMatch(GroupResult::off) ? 1 : 0;
        }
        return named;
    }

    @Test
    void groupsThatAreFairAreSaidToBe() {
        ScoredRows rows = SimulatedScores.grouped(SimulatedScores.calibrated(900, 1), "female", "0", "1");

        assertThat(EvaluationText.groupsOff(Evaluator.evaluate(rows, QUICK)))
                .containsExactly(
                        "Of 2 groups large enough to compare, none has probabilities off beyond chance (5 %, Holm).");
        assertThat(EvaluationText.groupsOff(Evaluator.evaluate(SimulatedScores.calibrated(900, 1), QUICK)))
                .isEmpty();
    }

    private static Interval gap(List<GroupResult> groups, String value) {
        return groups.stream()
                .filter(group -> group.value().equals(value))
                .map(group -> ((Measure.Estimated) group.calibrationGap()).interval())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSmallGroupIsTooFew() {
        ScoredRows all = SimulatedScores.calibrated(1000, 2);
        List<String> cells = IntStream.range(0, 1000)
                .mapToObj(row -> row < 30 ? "few" : "many")
                .toList();

        List<GroupResult> groups = Evaluator.evaluate(
                        new ScoredRows(all.probabilities(), all.positives(), Map.of("region", cells)), QUICK)
                .groups();

        assertThat(groups).extracting(GroupResult::value).containsExactly("many", "few");
        assertThat(groups.get(1).rocAuc()).isEqualTo(new Measure.Undefined("too few"));
        assertThat(groups.get(1).calibrationGap()).isEqualTo(new Measure.Undefined("too few"));
        assertThat(groups.get(1).calibrationGapP()).isEqualTo(new Measure.Undefined("too few"));
        assertThat(groups.get(1).off()).isFalse();
        assertThat(groups.get(0).rocAuc()).isInstanceOf(Measure.Estimated.class);
    }

    @Test
    void rareValuesAreTakenTogether() {
        ScoredRows all = SimulatedScores.calibrated(2000, 2);
        List<String> cells = IntStream.range(0, 2000)
                .mapToObj(row -> "v" + (row < 1500 ? row % 11 : row % 40))
                .toList();

        List<GroupResult> groups = Evaluator.evaluate(
                        new ScoredRows(all.probabilities(), all.positives(), Map.of("region", cells)), QUICK)
                .groups();

        assertThat(groups).hasSize(12);
        assertThat(groups)
                .filteredOn(GroupResult::rest)
                .singleElement()
                .satisfies(rest -> assertThat(rest.rows())
                        .isEqualTo(IntStream.range(1500, 2000)
                                .filter(row -> row % 40 > 10)
                                .count()));
    }
}
