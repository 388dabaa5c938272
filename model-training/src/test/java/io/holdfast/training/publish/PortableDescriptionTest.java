package io.holdfast.training.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.training.fixture.Customers;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.fixture.TrainedCustomers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortableDescriptionTest {
    @TempDir
    private Path folder;

    private static String portable(String table) {
        String yaml = Tables.yaml(Tables.COLUMNS).replace("table: {path: table.csv}", table);
        DatasetDescription read = DatasetDescription.read("dataset.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        return PortableDescription.of("dataset.yaml", yaml, read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "table: {path: /home/somebody/in/table.csv}",
                "table: {path: ../in/table.csv, delimiter: \";\"}",
                "table: {delimiter: \";\", path: \"/home/some\\u0062ody/table.csv\" }",
                "table:\n  path: '/home/it''s/table.csv'    # here",
                "table:\n  path: /home/a, b/table.csv\n  delimiter: \",\"",
                "table:\n  # path: /home/somebody\n  \"path\": C:\\Users\\somebody\\table.csv",
            })
    void onlyTheNameOfTheFileIsKept(String table) {
        String text = portable(table);

        assertThat(DatasetDescription.read("dataset.yaml", text.getBytes(StandardCharsets.UTF_8))
                        .tablePath())
                .isEqualTo("table.csv");
        assertThat(text.replaceAll("# .*", "")).doesNotContain("home", "Users", "..");
    }

    @Test
    void aFileNameStaysAsItIsWritten() {
        assertThat(portable("table: {path:   'table.csv'}")).contains("table: {path:   'table.csv'}");
    }

    @Test
    void theBundleOfATableElsewhereHoldsNoPath() throws IOException {
        Path yaml = Tables.write(folder, Tables.yaml(Tables.COLUMNS), Customers.csv(1000, 1));
        TrainingResult beside = TrainedCustomers.train(yaml);
        Path table = Files.move(
                folder.resolve("table.csv"),
                Files.createDirectory(folder.resolve("elsewhere")).resolve("table.csv"));
        Files.writeString(yaml, Tables.yaml(Tables.COLUMNS).replace("table.csv", table.toString()));

        TrainingResult elsewhere = TrainedCustomers.train(yaml);

        assertThat(elsewhere.content().datasetYaml())
                .isEqualTo(beside.content().datasetYaml())
                .doesNotContain(folder.toString());
    }
}
