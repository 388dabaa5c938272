package io.holdfast.scoring.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fixture.RandomModels;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.scoring.table.NumberText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SelfTestTest {
    private final AdditiveModel model = TinyBundles.content().model();
    private final String csv = Tampering.text(Tampering.files(), BundleFile.SELF_TEST);

    private void verify(String changed) {
        SelfTest.verify("self-test.csv", model, changed.getBytes(StandardCharsets.UTF_8));
    }

    private String withFirstScore(UnaryOperator<String> change) {
        String[] lines = csv.split("\n", -1);
        int comma = lines[1].indexOf(',');
        lines[1] = change.apply(lines[1].substring(0, comma)) + lines[1].substring(comma);
        return String.join("\n", lines);
    }

    private static UnaryOperator<String> shiftedBy(double difference) {
        return score -> NumberText.write(NumberText.parse(score) + difference);
    }

    @Test
    void acceptsItsOwnRowsForModelsOfEveryShape() {
        verify(csv);
        for (long seed = 0; seed < 100; seed++) {
            long current = seed;
            assertThatCode(() -> RandomModels.bundle(current))
                    .as("seed %d", seed)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void coversMissingUnseenAndOutlyingValuesAndCuts() {
        List<String[]> rows = Arrays.stream(csv.split("\n"))
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();

        assertThat(rows).hasSize(64);
        assertThat(rows).anyMatch(row -> row[1].isEmpty()).anyMatch(row -> row[3].isEmpty());
        assertThat(rows).anyMatch(row -> row[4].equals("unseen"));
        assertThat(rows).anyMatch(row -> row[1].equals("6")).anyMatch(row -> row[2].equals("80"));
        assertThat(rows.stream().map(row -> row[3]).distinct()).contains("monthly", "yearly");
    }

    @Test
    void refusesADifferenceAboveTheTolerance() {
        assertThatCode(() -> verify(withFirstScore(shiftedBy(0.9e-9)))).doesNotThrowAnyException();
        assertThatThrownBy(() -> verify(withFirstScore(shiftedBy(1.1e-9))))
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.code()).isEqualTo("self_test_failed"))
                .hasMessageContaining("self-test.csv line 2: this machine computes")
                .hasMessageContaining("allowed difference: 1e-9");
        assertThatThrownBy(() -> verify(withFirstScore(shiftedBy(-1.1e-9)))).isInstanceOf(InputException.class);
    }

    @Test
    void refusesWhatIsNoSelfTest() {
        assertThatThrownBy(() -> verify(withFirstScore(score -> "NaN"))).hasMessageContaining("bad number");
        assertThatThrownBy(() -> verify(withFirstScore(score -> ""))).hasMessageContaining("bad number");
        assertThatThrownBy(() -> verify(csv.substring(0, csv.indexOf('\n') + 1)))
                .hasMessageContaining("has no rows");
        assertThatThrownBy(() -> verify(csv.replaceFirst("tenure", "months")))
                .hasMessageContaining("does not have the model's columns");
        assertThatThrownBy(() -> verify("")).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> verify(csv + "1,2\n")).isInstanceOf(InputException.class);
    }

    @Test
    void aColumnMayBeCalledLikeTheColumnOfScores() {
        AdditiveParts parts = new AdditiveParts(
                "names",
                "yes",
                "no",
                0,
                List.of(
                        new ModelInput("log_odds", new NumberCoding(List.of(), 0, 1)),
                        new ModelInput("log_odds_", new NumberCoding(List.of(), 0, 1))),
                List.of(),
                Map.of());
        String yaml = """
                format: 1
                name: names
                table: {path: t.csv}
                columns:
                  left: {role: label, positive: "yes"}
                  log_odds: {role: feature, kind: number}
                  log_odds_: {role: feature, kind: number}
                """;

        assertThat(Tampering.text(BundleFiles.of(TinyBundles.content(parts, yaml, Map.of())), "self-test.csv"))
                .startsWith("log_odds__,log_odds,log_odds_\n");
        assertThat(ModelBundle.of(TinyBundles.content(parts, yaml, Map.of()))
                        .model()
                        .inputs())
                .hasSize(2);
    }
}
