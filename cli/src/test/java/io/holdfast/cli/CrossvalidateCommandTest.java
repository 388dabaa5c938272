package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossvalidateCommandTest {
    private static final String TELCO = "../datasets/telco/dataset.yaml";

    @TempDir
    Path folder;

    @Test
    void judgesATableOnItsFoldsAndWritesWhatWasSaidOfEveryRow() throws Exception {
        Files.copy(CommandRun.CHECKOUT.resolve("datasets/telco/dataset.yaml"), folder.resolve("dataset.yaml"));
        Files.copy(CommandRun.CHECKOUT.resolve("datasets/telco/playbook.yaml"), folder.resolve("playbook.yaml"));
        for (String name : new String[] {"telco.csv", "folds.csv"}) {
            List<String> lines = Files.readAllLines(
                    CommandRun.CHECKOUT.resolve("datasets/telco").resolve(name));
            Files.write(folder.resolve(name), lines.subList(0, 1 + 700));
        }

        judgesOnFolds(folder.resolve("dataset.yaml"), folder.resolve("folds.csv"), 700);
    }

    @Tag("slow")
    @Test
    void judgesTelcoOnItsFoldsAndWritesWhatWasSaidOfEveryRow() throws Exception {
        judgesOnFolds(Path.of(TELCO), Path.of("../datasets/telco/folds.csv"), 7043);
    }

    private void judgesOnFolds(Path dataset, Path folds, int rows) throws Exception {
        Path predictions = folder.resolve("predictions.csv");
        Path json = folder.resolve("figures.json");

        CommandRun run = CommandRun.of(
                "crossvalidate",
                dataset,
                "--folds",
                folds,
                "--predictions",
                predictions.toString(),
                "--json",
                json.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("Means over 10 held-out folds", "logistic", "base rate", "paired by fold");
        assertThat(Files.readAllLines(predictions)).hasSize(1 + 2 * rows);
        assertThat(Files.readString(json)).contains("\"rocAuc\"");
    }

    /** Nearly all who left stand in one fold, so outside of it there is next to nobody to learn leaving from. */
    @Test
    void namesTheFoldOutsideOfWhichTooLittleIsLeft() throws Exception {
        Files.copy(CommandRun.CHECKOUT.resolve("datasets/telco/dataset.yaml"), folder.resolve("dataset.yaml"));
        List<String> table = Files.readAllLines(CommandRun.CHECKOUT.resolve("datasets/telco/telco.csv"))
                .subList(0, 701);
        Files.write(folder.resolve("telco.csv"), table);
        StringBuilder folds = new StringBuilder("even,uneven\n");
        int seen = 0;
        for (int row = 1; row < table.size(); row++) {
            boolean left = table.get(row).split(",", 3)[1].equals("\"Yes\"");
            folds.append(row % 2)
                    .append(',')
                    .append(left && seen++ > 4 ? 1 : row % 2 * (left ? 0 : 1))
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("uneven.csv"), folds);

        CommandRun run = CommandRun.of("crossvalidate", folder.resolve("dataset.yaml"), "--folds", file);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err())
                .contains("telco.csv: outside of fold 1 of repeat 'uneven' only 5 of the ")
                .contains("expected: at least 20, better hundreds, of either label");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(CommandRun.of("crossvalidate", TELCO, "--count", "1").err())
                .contains("--count 1; expected a whole number from 2 to 100");
        CommandRun both = CommandRun.of("crossvalidate", TELCO, "--folds", "x.csv", "--repeats", "2");
        assertThat(both.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(both.err()).contains("--folds gives the folds; expected neither --count nor --repeats beside it");
        CommandRun missing = CommandRun.of("crossvalidate", TELCO, "--folds", "no-such-folds.csv");
        assertThat(missing.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(missing.err()).contains("no-such-folds.csv");
        CommandRun overwrites = CommandRun.of("crossvalidate", TELCO, "--predictions", TELCO);
        assertThat(overwrites.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(overwrites.err()).contains("would replace what the command reads");
    }

    @Test
    void figuresThatAreThereAreNotReplacedUnlessAsked() throws Exception {
        Path there = Files.writeString(folder.resolve("there"), "kept");

        CommandRun run = CommandRun.of("crossvalidate", TELCO, "--json", there);

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("there exists already", "--overwrite");
        assertThat(there).hasContent("kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "crossvalidate"})
    void aTableIsNoDescription(String command) {
        CommandRun run = command.equals("train")
                ? CommandRun.of(command, "../datasets/telco/telco.csv", "-o", folder.resolve("x.bundle"))
                : CommandRun.of(command, "../datasets/telco/telco.csv");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("telco.csv is a table; expected the dataset.yaml")
                .endsWith("; this drafts one: holdfast inspect ../datasets/telco/telco.csv -o dataset.yaml");
    }
}
