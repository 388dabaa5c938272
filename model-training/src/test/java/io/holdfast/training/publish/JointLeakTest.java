package io.holdfast.training.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.logistic.LogisticSettings;
import io.holdfast.training.logistic.LogisticTrainer;
import io.holdfast.training.split.Split;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A straight line over two columns that know the label together; {@link TrainingRefusalTest} goes the whole way. */
class JointLeakTest {
    private static final String COLUMNS =
            Tables.COLUMNS.replace("plan: {role: feature, kind: category}", "plan: {role: feature, kind: number}");

    @TempDir
    private Path folder;

    /** Who left is said by tenure and plan together, and by neither alone. */
    private TrainingTable table(String columns) {
        StringBuilder csv = new StringBuilder(Tables.HEADER);
        for (int row = 0; row < 400; row++) {
            int tenure = row % 20;
            int plan = row / 20;
            csv.append("C" + row + "," + tenure + "," + plan + "," + (row % 3 == 0));
            csv.append(tenure + plan >= 19 ? ",yes\n" : ",no\n");
        }
        return Tables.read(folder, columns, csv.toString());
    }

    private static AdditiveModel line(TrainingTable table) {
        int[] alone = IntStream.range(0, table.rows()).toArray();
        AdditiveParts parts = new LogisticTrainer(LogisticSettings.defaults())
                .train(table, Split.trainingOnly(alone), 1, Progress.SILENT);
        return new AdditiveModel(parts);
    }

    private static int[] rows(TrainingTable table) {
        return IntStream.range(0, table.rows()).toArray();
    }

    @Test
    void namesTheColumnsThatKnowItTogether() {
        TrainingTable table = table(COLUMNS);

        assertThatThrownBy(() -> JointLeak.check(line(table), table, rows(table)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("too good to be true; the columns together 'tenure', 'plan' alone reach")
                .hasMessageContaining("still to be said of 'tenure', 'plan'");
    }

    @Test
    void whatIsAnsweredForIsNoted() {
        TrainingTable table = table(COLUMNS.replace("kind: number}", "kind: number, acknowledged: known at signing}"));

        List<String> notes = JointLeak.check(line(table), table, rows(table));

        assertThat(notes)
                .singleElement()
                .asString()
                .contains("'tenure', 'plan'")
                .endsWith("Acknowledged: known at signing");
    }

    @Test
    void anHonestModelIsNoneOfItsBusiness() {
        TrainingTable table = table(COLUMNS);
        AdditiveModel line = line(table);
        TrainingTable other = Tables.read(
                folder,
                COLUMNS,
                Tables.HEADER + "A,1,1,true,yes\nB,1,1,true,no\nC,19,19,false,yes\nD,19,19,false,no\n");

        assertThat(JointLeak.check(line, other, new int[] {0, 1, 2, 3})).isEmpty();
    }
}
