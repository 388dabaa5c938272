package io.holdfast.training.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.fixture.Customers;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.fixture.TrainedCustomers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldOutTest {
    @TempDir
    private Path folder;

    private TrainingResult trained;
    private ModelBundle bundle;

    @BeforeEach
    void train() {
        trained = TrainedCustomers.train(Tables.write(folder, Tables.yaml(Tables.COLUMNS), Customers.csv(1000, 1)));
        bundle = TrainedCustomers.bundle(trained);
    }

    @Test
    void isAFifthOfTheRowsNumberedFromOne() {
        HeldOut heldOut = trained.heldOut();

        assertThat(heldOut.size()).isEqualTo(200);
        assertThat(heldOut.numbers()).hasSize(200).allMatch(heldOut::contains).isSorted();
        assertThat(heldOut.contains(0)).isFalse();
        assertThat(heldOut.contains(1001)).isFalse();
        assertThat(heldOut.contains(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void aBundleFindsItsHeldOutRowsAgain() {
        HeldOut again = HeldOut.of(bundle, folder.resolve("table.csv"), 0, Progress.SILENT);

        assertThat(again.numbers().toArray())
                .isEqualTo(trained.heldOut().numbers().toArray());
    }

    @Test
    void anAlteredTableIsRefused() throws IOException {
        Path altered = folder.resolve("altered.csv");
        Files.writeString(altered, Customers.csv(1000, 1).replaceFirst("\nC1,", "\nX1,"));

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> HeldOut.of(bundle, altered, 0, Progress.SILENT))
                .withMessageContaining("altered.csv")
                .withMessageContaining("tiny-additive");
    }
}
