package io.holdfast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.training.layout.DisplayWidth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplayFiguresTest {
    private static ReplayRun run(ReplayPolicy policy, long seed, double margin) {
        return new ReplayRun(policy, seed, List.of(new ReplayMonth(1, margin, 3, 1.239, 2)), 40);
    }

    /** Net margins of two seeds. */
    private static List<ReplayRun> runs(Map<ReplayPolicy, List<Double>> margins) {
        List<ReplayRun> runs = new ArrayList<>();
        margins.forEach((policy, both) -> {
            for (int seed = 0; seed < both.size(); seed++) {
                runs.add(run(policy, seed, both.get(seed)));
            }
        });
        return runs;
    }

    private static ReplayFigures figures(Map<ReplayPolicy, List<Double>> margins) {
        Map<ReplayPolicy, Map<Long, ReplayRun>> bySeed = new LinkedHashMap<>();
        runs(margins)
                .forEach(run -> bySeed.computeIfAbsent(run.policy(), policy -> new LinkedHashMap<>())
                        .put(run.seed(), run));
        return new ReplayFigures(bySeed);
    }

    private static final Map<ReplayPolicy, List<Double>> ALL = Map.of(
            ReplayPolicy.NOBODY, List.of(1000.0, 2000.0),
            ReplayPolicy.ORACLE, List.of(1100.0, 2200.0),
            ReplayPolicy.LOOP, List.of(1050.0, 2150.0),
            ReplayPolicy.RISKIEST, List.of(1040.0, 2010.0),
            ReplayPolicy.RISK_MARGIN, List.of(1020.0, 2100.0),
            ReplayPolicy.EVERYBODY, List.of(900.0, 1900.0));

    private static double[] values(OptionalDouble[] bySeed) {
        return Arrays.stream(bySeed).mapToDouble(OptionalDouble::orElseThrow).toArray();
    }

    @Test
    void comparesSeedBySeed() {
        ReplayFigures figures = figures(ALL);

        assertThat(values(figures.shareOfOracle(ReplayPolicy.LOOP)))
                .containsExactly(new double[] {0.5, 0.75}, within(1e-12));
        assertThat(values(figures.overBestSimple(ReplayPolicy.LOOP)))
                .containsExactly(new double[] {10, 50}, within(1e-9));
        assertThat(values(figures.multipleOfBestSimple(ReplayPolicy.LOOP)))
                .containsExactly(new double[] {1.25, 1.5}, within(1e-12));
        assertThat(values(figures.relative(ReplayPolicy.LOOP, ReplayPolicy.RISK_MARGIN)))
                .containsExactly(new double[] {1050.0 / 1020 - 1, 2150.0 / 2100 - 1}, within(1e-12));
        assertThat(values(figures.lossOfAtRisk())).containsExactly(new double[] {-1.25, -3.75}, within(1e-12));
    }

    /** Student's t of two values: the half-width is 12.706 standard errors. */
    @Test
    void saysTheMeanWithItsIntervalOverSeeds() {
        assertThat(figures(ALL).lines(false))
                .contains(
                        "  Share of the oracle's gain, loop: 0.625 (-0.963 to 2.213)",
                        "  loop above the best simple policy, nobody included: 30 (-224 to 284)");
        assertThat(figures(ALL).lines(true))
                .contains("  占先知增益的比例，loop：0.625（-0.963 至 2.213）", "  loop 高出最佳简单策略（含无人关怀）：30（-224 至 284）");
    }

    @Test
    void saysThatThereIsNoShareOfNothing() {
        ReplayFigures nothingToGain = figures(Map.of(
                ReplayPolicy.NOBODY, List.of(1000.0, 2000.0),
                ReplayPolicy.ORACLE, List.of(1000.0, 2001.0),
                ReplayPolicy.LOOP, List.of(990.0, 1990.0),
                ReplayPolicy.RISKIEST, List.of(900.0, 1900.0)));

        assertThat(nothingToGain.shareOfOracle(ReplayPolicy.LOOP)[0]).isEmpty();
        assertThat(nothingToGain.overBestSimple(ReplayPolicy.LOOP))
                .as("not every simple policy was run")
                .containsOnly(OptionalDouble.empty());
        assertThat(nothingToGain.lines(false))
                .containsExactly(
                        "  Share of the oracle's gain, loop: none (with 1 of 2 seeds there is nothing above 0 to divide by)",
                        "  Net margin of loop against oracle: -0.77 % (-3.64 % to +2.09 %)",
                        "  Loss of loop against nobody, as a share of what it had put at risk: 0.250 (0.250 to 0.250)");
        assertThat(nothingToGain.lines(true)).contains("  占先知增益的比例，loop：无（2 个种子中有 1 个的除数不大于零）");
    }

    @Test
    void ofAMarginOfNothingOrLessThereIsNoShare() {
        ReplayFigures figures = figures(
                Map.of(ReplayPolicy.LOOP, List.of(100.0, 50.0), ReplayPolicy.RISK_MARGIN, List.of(-100.0, 0.0)));

        assertThat(figures.relative(ReplayPolicy.LOOP, ReplayPolicy.RISK_MARGIN))
                .containsOnly(OptionalDouble.empty());
        assertThat(figures.lines(false))
                .containsExactly(
                        "  Net margin of loop against risk-margin: none (with 2 of 2 seeds there is nothing above 0 to divide by)");
    }

    @Test
    void chineseLinesHaveChineseIntervalsAndEndWhereTheEnglishOnesDo() {
        List<ReplayRun> runs = runs(ALL);
        List<String> chinese = new ReplayTable(runs, Language.CHINESE).lines();

        assertThat(chinese).noneMatch(line -> line.contains(" to ")).anyMatch(line -> line.contains(" 至 "));
        assertThat(DisplayWidth.of(chinese.get(chinese.size() - 1)))
                .as("a line by month, under the names of the policies")
                .isEqualTo(DisplayWidth.of(chinese.get(chinese.size() - 2)));
    }

    @Test
    void largeFiguresStayApart() {
        List<ReplayRun> runs =
                runs(Map.of(ReplayPolicy.LOOP, List.of(1e11, -3e11), ReplayPolicy.RISKIEST, List.of(-2e11, 4e11)));

        List<String> lines = new ReplayTable(runs, Language.ENGLISH).lines();

        String last = lines.get(lines.size() - 1);
        assertThat(last.strip().split(" {2,}", -1)).as(last).hasSize(3);
    }

    @Test
    void theFileHasMoneyInCents(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("replay.csv");
        new ReplayTable(List.of(run(ReplayPolicy.LOOP, 1, 1234.56789)), Language.ENGLISH).write(file);

        assertThat(Files.readAllLines(file))
                .containsExactly("policy,seed,month,net_margin,treated,spent,left", "loop,1,1,1234.57,3,1.24,2");
    }
}
