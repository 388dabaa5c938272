package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real purchases, from raw lines to a model judged on its last month beside what needs no learning. The data may not be committed. */
@Tag("slow")
class RealHistoriesTest {
    private static final Path DESCRIPTIONS = CommandRun.CHECKOUT.resolve("benchmarks/real");
    private static final int SAMPLE = 10;

    @TempDir
    private Path folder;

    private CommandRun train(String name) throws IOException {
        Path yaml = Files.copy(DESCRIPTIONS.resolve(name + ".yaml"), folder.resolve("history.yaml"));
        return CommandRun.of("train", yaml, "-o", folder.resolve("model.bundle"));
    }

    @Test
    void invoiceLinesOfAShopWithAllThatIsWrongWithThem() throws IOException {
        Files.copy(data().resolve("online_retail/online_retail.csv.gz"), folder.resolve("online_retail.csv.gz"));

        CommandRun run = train("online_retail");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("135,080 of 541,909 lines have no customer")
                .contains("of 406,829 lines repeat another in every described column")
                .contains("return: 3 events have a 'amount' of more than 50 times")
                .contains("Beside logistic regression: ", "Beside BG/NBD, no purchase in the horizon: ")
                .contains("Beside recency alone: the model gains in ROC AUC (+0.");
    }

    /** Every tenth customer, as in the published sample. */
    @Test
    void purchasesOfOneCohort() throws IOException {
        List<String> lines = Files.readAllLines(data().resolve("cdnow/cdnow.csv"));
        List<String> sample = new ArrayList<>(lines.subList(0, 1));
        for (String line : lines.subList(1, lines.size())) {
            if (Integer.parseInt(line.substring(0, line.indexOf(','))) % SAMPLE == 1) {
                sample.add(line);
            }
        }
        Files.write(folder.resolve("cdnow.csv"), sample);

        CommandRun run = train("cdnow");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("Beside logistic regression: ", "Beside recency alone: ")
                .contains("Beside BG/NBD, no purchase in the horizon: ");
    }

    private static Path data() {
        Optional<String> folder = Optional.ofNullable(System.getenv("HOLDFAST_DATA"));
        assumeThat(folder)
                .as("HOLDFAST_DATA names no folder: histories that may not be committed are not trained on")
                .isPresent();
        return Path.of(folder.orElseThrow());
    }
}
