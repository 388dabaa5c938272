package io.holdfast.scoring.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferencePopulationTest {
    @Test
    void keepsAllOfFewScoresInOrder() {
        assertThat(ReferencePopulation.quantiles(new double[] {3, -1, 2, 2})).containsExactly(-1.0, 2.0, 2.0, 3.0);
        assertThat(ReferencePopulation.quantiles(new double[] {7})).containsExactly(7.0);
    }

    @Test
    void keepsAThousandAndOneOfManyAtEvenRanksWithBothEnds() {
        List<Double> kept = ReferencePopulation.quantiles(
                DoubleStream.iterate(50_000, score -> score - 1).limit(50_001).toArray());

        assertThat(kept).hasSize(1001);
        assertThat(kept)
                .isEqualTo(
                        IntStream.rangeClosed(0, 1000).mapToObj(i -> i * 50.0).toList());
    }

    @Test
    void leavesTheScoresAsTheyWere() {
        double[] scores = {3, 1, 2};
        ReferencePopulation.quantiles(scores);
        assertThat(scores).containsExactly(3, 1, 2);
    }

    @Test
    void refusesScoresThatNoPopulationHas() {
        assertThatThrownBy(() -> population(List.of())).hasMessageContaining("1 to 1001");
        assertThatThrownBy(() -> population(List.of(Double.NaN))).hasMessageContaining("finite and ascending");
        assertThatThrownBy(() -> population(List.of(1.0, 0.5))).hasMessageContaining("finite and ascending");
        assertThatThrownBy(() -> population(Collections.nCopies(1002, 0.0))).hasMessageContaining("1002 scores");
    }

    private static ReferencePopulation population(List<Double> logOdds) {
        return new ReferencePopulation(10, 3, logOdds, List.of(), List.of());
    }

    @Test
    void keepsTheLastDateOfTrainingAndReadsFilesWithoutOne() {
        ReferencePopulation undated = population(List.of(0.0));
        ReferencePopulation dated = new ReferencePopulation(10, 3, List.of(0.0), List.of(), List.of(), "2025-05-01");

        assertThat(new String(StrictJson.write(undated), StandardCharsets.UTF_8))
                .doesNotContain("lastAsOf");
        assertThat(StrictJson.read("r", StrictJson.write(undated), ReferencePopulation.class))
                .isEqualTo(undated);
        assertThat(StrictJson.read("r", StrictJson.write(dated), ReferencePopulation.class))
                .isEqualTo(dated);
        assertThat(undated.lastDay()).isEmpty();
        assertThat(dated.lastDay()).contains(LocalDate.of(2025, 5, 1));
        assertThatThrownBy(() -> new ReferencePopulation(10, 3, List.of(0.0), List.of(), List.of(), "May 2025"))
                .hasMessageContaining("lastAsOf: May 2025 (expected: a date, ISO 8601)");
    }

    @Test
    void stillReadsNoFileWithAKeyMissingOrTooMany() {
        String json = new String(StrictJson.write(population(List.of(0.0))), StandardCharsets.UTF_8);

        for (String damaged : List.of(
                json.replace("\"rows\"", "\"lines\""),
                json.replace("\"positives\": 3,", ""),
                json.replace("\"logOdds\": [", "\"logOdds\": null, \"x\": ["),
                json.replace("\"rows\": 10", "\"rows\": 10, \"lastAsOf\": 5"),
                json.replace("\"rows\": 10", "\"rows\": 10, \"lastAsOf\": \"soon\""))) {
            assertThat(damaged).isNotEqualTo(json);
            assertThatThrownBy(() ->
                            StrictJson.read("r", damaged.getBytes(StandardCharsets.UTF_8), ReferencePopulation.class))
                    .isInstanceOf(InputException.class);
        }
    }

    @Test
    void handsOutTheSketchOfItsFingerprints() {
        RowSketch rows = new RowSketch();
        rows.add(RowSketch.fingerprint(List.of("C-1", "12")));

        RowSketch again = new ReferencePopulation(10, 3, List.of(0.0), List.of(), rows.texts()).sketch();

        assertThat(again.contains(RowSketch.fingerprint(List.of("C-1", "12")))).isTrue();
        assertThat(again.contains(RowSketch.fingerprint(List.of("C-11", "2")))).isFalse();
    }

    @Test
    void aSketchKeepsTheSmallestAndKnowsWhatItCannotKnow() {
        List<Long> rows = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            rows.add(RowSketch.fingerprint(List.of("row", Integer.toString(i))));
        }
        RowSketch sketch = new RowSketch();
        rows.forEach(sketch::add);
        rows.forEach(sketch::add);

        assertThat(sketch.texts()).hasSize(RowSketch.KEPT).isSorted().doesNotHaveDuplicates();
        List<Long> smallest = rows.stream()
                .sorted(Long::compareUnsigned)
                .limit(RowSketch.KEPT)
                .toList();
        assertThat(rows.stream().filter(sketch::covers)).containsExactlyInAnyOrderElementsOf(smallest);
        assertThat(smallest).allMatch(sketch::contains);
    }

    @Test
    void aSketchReadsOnlyItsOwnTexts() {
        assertThat(RowSketch.of(List.of("00000000000000ff", "ff00000000000000")).texts())
                .hasSize(2);
        for (List<String> wrong : List.of(
                List.of("ff"),
                List.of("FF00000000000000"),
                List.of("zz00000000000000"),
                List.of("ff00000000000000", "00000000000000ff"),
                List.of("00000000000000ff", "00000000000000ff"))) {
            assertThatThrownBy(() -> RowSketch.of(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
