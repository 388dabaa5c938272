package io.holdfast.care.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real randomised campaign whose treatment is shuffled, so that there is no effect to be found. */
@Tag("slow")
final class ShuffledTreatmentTest {
    private static final int TIMES = 200;

    @Test
    void claimsNothingWhereNothingIs() throws IOException {
        Path file =
                Path.of(System.getenv().getOrDefault("HOLDFAST_DATA", ""), "insurance_uplift", "insurance_uplift.csv");
        assumeThat(Files.exists(file))
                .as("HOLDFAST_DATA names a folder with insurance_uplift/insurance_uplift.csv")
                .isTrue();
        List<String> lines = Files.readAllLines(file);
        List<String> header = List.of(lines.get(0).replace("\"", "").split(",", -1));
        int treatment = header.indexOf("TREATMENT");
        int purchase = header.indexOf("PURCHASE");
        List<String[]> rows =
                lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
        boolean[] treated = new boolean[rows.size()];
        boolean[] bought = new boolean[rows.size()];
        for (int i = 0; i < treated.length; i++) {
            treated[i] = rows.get(i)[treatment].equals("1");
            bought[i] = rows.get(i)[purchase].equals("1");
        }
        SplittableRandom random = new SplittableRandom(20261129);
        int claimed = 0;
        int found = 0;
        int outside = 0;
        for (int time = 0; time < TIMES; time++) {
            for (int i = treated.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                boolean kept = treated[i];
                treated[i] = treated[other];
                treated[other] = kept;
            }
            EffectReport report = report(treated, bought, random);
            claimed += report.estimates().stream().anyMatch(ShuffledTreatmentTest::isClaimed) ? 1 : 0;
            found += report.explored().stream().anyMatch(ExploredCell::finding) ? 1 : 0;
            outside += report.estimates().stream()
                            .filter(estimate -> estimate.metric() == EffectMetric.RETURN_RATE)
                            .anyMatch(estimate -> estimate.comparison()
                                    .orElseThrow()
                                    .difference()
                                    .excludesZero())
                    ? 1
                    : 0;
        }
        assertThat(claimed).as("any claim in %d shuffles", TIMES).isLessThanOrEqualTo(TIMES / 20);
        // One in 20 shuffles finds something by chance: one try in 1,000 would have more than twice as many.
        assertThat(found).as("any finding").isLessThanOrEqualTo(TIMES / 10);
        assertThat(outside).as("fixed intervals without 0").isLessThanOrEqualTo(TIMES / 10);
    }

    private static boolean isClaimed(EffectEstimate estimate) {
        return estimate.verdict() == Verdict.HELPS || estimate.verdict() == Verdict.HARMS;
    }

    /** Everybody has one of four reasons, by chance. */
    private static EffectReport report(boolean[] treated, boolean[] bought, SplittableRandom random) {
        List<DecidedUnit> units = new ArrayList<>();
        IntStream.range(0, treated.length).forEach(i -> {
            DatedOutcome[] outcomes =
                    bought[i] ? new DatedOutcome[] {Units.outcome(OutcomeKind.RETURNED, 30, 0)} : new DatedOutcome[0];
            DecidedUnit unit = Units.unit("c" + i, treated[i] ? Side.ASSIGNED : Side.SHADOW, outcomes);
            units.add(Units.lost(Units.with(unit, 0.5, false, false, "reason-" + random.nextInt(4))));
        });
        return new EffectStudy(units, Units.reported(Units.after(200)))
                .answer(new EffectQuestion(Optional.empty(), List.of(Cut.REASON)));
    }
}
