package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataFlowTableTest {
    private static final Path README = Path.of("..", "README.md");

    @Test
    void readsModulesPackagesAndTypes() {
        DataFlowTable table = DataFlowTable.parse("""
                | step | in -> out | module: package | main types |
                |---|---|---|---|
                | score | customer -> risk | scoring: `score`; lists: serving: `batch` | `Scorer`, `BatchScoring` |
                | fit | table -> model | model-training: `data`, `logistic` | `LogisticTrainer` |
                """);

        assertThat(table.rows())
                .containsExactly(
                        new DataFlowTable.Row(
                                "score",
                                List.of("io.holdfast.scoring.score", "io.holdfast.serving.batch"),
                                List.of("Scorer", "BatchScoring")),
                        new DataFlowTable.Row(
                                "fit",
                                List.of("io.holdfast.training.data", "io.holdfast.training.logistic"),
                                List.of("LogisticTrainer")));
    }

    @Test
    void passesOverOtherTables() {
        assertThat(DataFlowTable.parse("| a | b | c | d |\n|---|---|---|---|\n| plain | text | x: y | `Z` |")
                        .rows())
                .isEmpty();
    }

    @Test
    void everyTypeTheReadmeNamesStandsWhereItSays() throws IOException {
        assumeTrue(Files.exists(README), "there is no README.md yet, so there is no table to check");
        DataFlowTable table = DataFlowTable.parse(Files.readString(README));

        List<String> absent = new ArrayList<>();
        for (DataFlowTable.Row row : table.rows()) {
            for (String type : row.types()) {
                if (row.packages().stream().noneMatch(place -> exists(place + "." + type))) {
                    absent.add(row.step() + ": " + type + " in " + row.packages());
                }
            }
        }

        assertThat(table.rows()).as("rows of the data-flow table").isNotEmpty();
        assertThat(absent).isEmpty();
    }

    @Test
    void everyPackageTheReadmeNamesExists() throws IOException {
        assumeTrue(Files.exists(README), "there is no README.md yet, so there is no table to check");
        DataFlowTable table = DataFlowTable.parse(Files.readString(README));

        assertThat(table.rows())
                .allSatisfy(row -> assertThat(row.packages())
                        .allSatisfy(place -> assertThat(exists(place + ".package-info"))
                                .as(place)
                                .isTrue()));
    }

    private static boolean exists(String type) {
        try {
            Class.forName(type, false, DataFlowTableTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
