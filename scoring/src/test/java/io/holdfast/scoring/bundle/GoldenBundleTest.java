package io.holdfast.scoring.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.scoring.model.ForestTerm;
import io.holdfast.scoring.model.LinearTerm;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.scoring.model.TableTerm;
import io.holdfast.scoring.model.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles that version 0.1.0 wrote, and the scores it gave: they are kept for ever. */
class GoldenBundleTest {
    private static final Path GOLDEN = Path.of("src/test/resources/io/holdfast/scoring/bundle/golden");

    private static AdditiveModel model(String name) {
        return BundleReader.read(GOLDEN.resolve(name)).model();
    }

    private static Stream<Class<?>> kinds(String name) {
        return model(name).terms().stream().map(Term::getClass);
    }

    @Test
    void holdEveryKindOfTermAndEveryNumberOfInputs() {
        assertThat(kinds("linear")).contains(LinearTerm.class, TableTerm.class);
        assertThat(kinds("trees")).contains(ForestTerm.class, TableTerm.class);
        assertThat(model("tables").terms().stream().map(term -> term.inputs().size()))
                .contains(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"linear", "tables", "trees"})
    void giveTheScoresAndReasonsOfThatDayToTheBit(String name) throws IOException {
        AdditiveModel model = model(name);
        int inputs = model.inputs().size();
        List<String> lines = Files.readAllLines(GOLDEN.resolve(name + ".csv"));
        assertThat(lines).hasSize(11);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            double[] expected = Stream.of(cells)
                    .skip(inputs)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double[] contributions = new double[inputs];

            double logOdds = model.logOdds(row(model, cells), contributions);

            assertThat(model.intercept()).isEqualTo(expected[0]);
            assertThat(logOdds).as(line).isEqualTo(expected[1]);
            assertThat(contributions).as(line).containsExactly(Arrays.copyOfRange(expected, 2, 2 + inputs));
        }
    }

    private static CodedRow row(AdditiveModel model, String[] cells) {
        CodedRow row = model.newRow();
        for (int input = 0; input < model.inputs().size(); input++) {
            if (cells[input].isEmpty()) {
                row.missing(input);
            } else if (model.inputs().get(input).coding() instanceof NumberCoding) {
                row.number(input, Double.parseDouble(cells[input]));
            } else {
                row.level(input, cells[input]);
            }
        }
        return row;
    }

    @ParameterizedTest
    @ValueSource(strings = {"linear", "tables", "trees"})
    void areWrittenAgainAsTheyWere(String name) throws IOException {
        Path file = GOLDEN.resolve(name).resolve(BundleFile.MODEL);

        assertThat(model(name).serialize().toByteArray()).isEqualTo(Files.readAllBytes(file));
    }
}
