package io.holdfast.scoring.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.fault.Faults;
import io.holdfast.scoring.table.TableReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescribedTableTest {
    @Test
    void acceptsATableThatDescribesItself() {
        Descriptions.with("").requireForTraining("small.csv", List.of("churn", "plan", "tenure", "id"));
        Descriptions.read(Descriptions.FULL)
                .requireForTraining(
                        "full.csv",
                        List.of(
                                "客户号",
                                "left",
                                "as_of",
                                "household",
                                "agent",
                                "channel",
                                "may_call",
                                "months",
                                "charge"));
    }

    @Test
    void namesTheColumnATrainingTableLacks() {
        DatasetDescription small = Descriptions.with("");

        assertThat(Faults.of(() -> small.requireForTraining("small.csv", List.of("id", "Tenure", "plan", "churn"))))
                .hasMessage(
                        "small.csv has no column 'tenure', which is a feature in the description of small; did you mean 'Tenure'?");
        assertThat(Faults.of(() -> small.requireForTraining("small.csv", List.of("tenure", "plan", "churn"))))
                .hasMessage("small.csv has no column 'id', which is an id in the description of small");
    }

    @Test
    void namesUpToFiveColumnsThatATableLacks() {
        DatasetDescription full = Descriptions.read(Descriptions.FULL);
        DatasetDescription small = Descriptions.with("");

        assertThat(Faults.of(() -> full.requireForTraining("full.csv", List.of("客户号", "as_of", "household"))))
                .hasMessage("full.csv has no columns 'left', 'agent', 'channel', 'may_call', 'months' and 1 more,"
                        + " which the description of full-table.1 names");
        assertThat(Faults.of(() -> small.requireForScoring("new.csv", List.of("plan", "Tenure"))))
                .hasMessage("new.csv has no columns 'id', 'tenure', which the description of small names;"
                        + " did you mean 'Tenure'?");
        assertThat(Faults.of(() -> small.requireForScoring("new.csv", List.of("id;tenure;plan"))))
                .hasMessage("new.csv has no columns 'id', 'tenure', 'plan', which the description of small names;"
                        + " its only column is 'id;tenure;plan', while every name needs a cell of its own");
    }

    @Test
    void namesTheColumnThatIsNotDescribed() {
        assertThat(Faults.of(() -> Descriptions.with("")
                        .requireForTraining("small.csv", List.of("id", "tenure", "plan", "churn", "left_on"))))
                .hasMessage(
                        "small.csv has the column 'left_on', which the description of small does not name; describe it, or give it the role ignore");
    }

    @Test
    void needsOnlyFeaturesAndIdToScore() {
        DatasetDescription small = Descriptions.with("");

        small.requireForScoring("new.csv", List.of("more", "plan", "tenure", "id"));
        assertThat(Faults.of(() -> small.requireForScoring("new.csv", List.of("id", "tenure", "churn")))
                        .code())
                .isEqualTo("missing_column");
        assertThat(Faults.of(() -> small.requireForScoring("new.csv", List.of("tenure", "plan"))))
                .hasMessage("new.csv has no column 'id', which is an id in the description of small");
    }

    @ParameterizedTest
    @ValueSource(strings = {"telco", "mlc_churn"})
    void describesTheTablesThatComeWithTheProject(String name) {
        Path file = Path.of("..", "datasets", name, "dataset.yaml");
        DatasetDescription description = DatasetDescription.read(file);

        try (TableReader table = TableReader.open(description.table(file), description.format())) {
            description.requireForTraining(table.name(), table.header());
            description.requireForScoring(table.name(), table.header());
            int label = table.column(description.label().name()).orElseThrow();
            long positive = 0;
            while (table.advance()) {
                positive += table.row().cell(label).equals(description.label().positive()) ? 1 : 0;
            }
            assertThat(description.name()).isEqualTo(name);
            assertThat((double) positive / table.rows()).as("share that left").isBetween(0.1, 0.3);
        }
    }
}
