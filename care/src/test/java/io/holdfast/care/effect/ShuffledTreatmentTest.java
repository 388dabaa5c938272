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
        int outside = 0;
        for (int time = 0; time < TIMES; time++) {
            for (int i = treated.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                boolean kept = treated[i];
                treated[i] = treated[other];
                treated[other] = kept;
            }
            EffectEstimate effect = effect(treated, bought);
            claimed += effect.verdict() == Verdict.HELPS || effect.verdict() == Verdict.HARMS ? 1 : 0;
            outside += effect.comparison().orElseThrow().difference().excludesZero() ? 1 : 0;
        }
        assertThat(claimed).as("claims in %d shuffles", TIMES).isLessThanOrEqualTo(TIMES / 20);
        assertThat(outside).as("fixed intervals without 0").isLessThanOrEqualTo(TIMES / 10);
    }

    private static EffectEstimate effect(boolean[] treated, boolean[] bought) {
        List<DecidedUnit> units = new ArrayList<>();
        IntStream.range(0, treated.length).forEach(i -> {
            DatedOutcome[] outcomes =
                    bought[i] ? new DatedOutcome[] {Units.outcome(OutcomeKind.RETURNED, 30, 0)} : new DatedOutcome[0];
            DecidedUnit unit = Units.unit("c" + i, treated[i] ? Side.ASSIGNED : Side.SHADOW, outcomes);
            units.add(Units.lost(Units.with(unit, 0.5, false, false, "")));
        });
        return new EffectStudy(units, Optional.of(Units.after(200)))
                .answer(new EffectQuestion(Optional.empty(), List.of())).estimates().stream()
                        .filter(estimate -> estimate.metric() == EffectMetric.RETURN_RATE)
                        .findFirst()
                        .orElseThrow();
    }
}
