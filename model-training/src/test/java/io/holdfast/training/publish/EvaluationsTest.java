package io.holdfast.training.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.training.evaluation.EvaluationSettings;
import io.holdfast.training.evaluation.Metric;
import io.holdfast.training.fixture.Customers;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.fixture.TrainedCustomers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationsTest {
    private static final int ROWS = 2000;
    private static final String CSV = Customers.csv(ROWS, 1);
    private static final EvaluationSettings SETTINGS = new EvaluationSettings(1, 100);

    @TempDir
    private static Path trainingFolder;

    private static TrainingResult trained;
    private static ModelBundle bundle;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() {
        trained = TrainedCustomers.train(Tables.write(trainingFolder, Tables.yaml(Tables.COLUMNS), CSV));
        bundle = TrainedCustomers.bundle(trained);
    }

    private EvaluationResult evaluate(String csv) {
        return evaluate(bundle, csv, bundle.description().format());
    }

    private EvaluationResult evaluate(ModelBundle model, String csv, TableFormat format) {
        try {
            Path table = Files.writeString(folder.resolve("other.csv"), csv, format.encoding());
            return Evaluations.evaluate(model, table, format, 0, SETTINGS, Progress.SILENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(boolean heldOut) {
        List<String> all = CSV.lines().skip(1).toList();
        List<String> chosen = new ArrayList<>();
        for (int row = 0; row < all.size(); row++) {
            if (trained.heldOut().contains(row + 1) == heldOut) {
                chosen.add(all.get(row));
            }
        }
        return chosen;
    }

    private static String csv(List<String> lines) {
        return Tables.HEADER + String.join("\n", lines) + "\n";
    }

    @Test
    void ofTheTrainingTableOnlyTheHeldOutRowsAreUsed() {
        EvaluationResult again = evaluate(CSV);

        assertThat(again.evaluation()).isEqualTo(trained.evaluation());
        assertThat(again.notes().get(0)).contains(trained.heldOut().size() + " held-out rows of 2,000");
    }

    @Test
    void theTrainingTableIsKnownHoweverItIsWritten() {
        TableFormat german = new TableFormat(';', StandardCharsets.UTF_16LE, Set.of(""));

        EvaluationResult again = evaluate(bundle, CSV.replace(',', ';').replace("\n", "\r\n"), german);

        assertThat(again.evaluation()).isEqualTo(trained.evaluation());
    }

    @Test
    void newCustomersAreAllUsed() {
        String others = Customers.csv(500, 99).replace("\nC", "\nD");

        EvaluationResult result = evaluate(others);

        assertThat(result.evaluation().rows()).isEqualTo(500);
        assertThat(result.evaluation().model().measure(Metric.ROC_AUC).known().orElseThrow())
                .isGreaterThan(0.7);
        assertThat(result.notes()).noneMatch(note -> note.contains("trained on") || note.contains("earlier"));
    }

    @Test
    void heldOutRowsExportedByThemselvesAreAllUsed() {
        EvaluationResult result = evaluate(csv(lines(true)));

        assertThat(result.evaluation().rows())
                .isEqualTo(trained.heldOut().size())
                .isBetween(399L, 401L);
        assertThat(result.evaluation().model().measure(Metric.LOG_LOSS).known())
                .isEqualTo(trained.evaluation().model().measure(Metric.LOG_LOSS).known());
    }

    @Test
    void shuffledTrainingRowsAreRefusedWithTheirNumber() {
        List<String> shuffled = new ArrayList<>(CSV.lines().skip(1).toList());
        Collections.shuffle(shuffled, new Random(1));

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> evaluate(csv(shuffled)))
                .withMessageContaining("other.csv")
                .withMessageContaining("holds rows that tiny-additive (digest ")
                .withMessageContaining(String.format(
                        Locale.ROOT,
                        "%,d of the 2,000 rows that can be checked",
                        ROWS - trained.heldOut().size()))
                .withMessageContaining("80.");
    }

    @Test
    void aFewTrainingRowsAmongNewOnesAreRefusedToo() {
        List<String> mixed = new ArrayList<>(
                Customers.csv(1000, 99).replace("\nC", "\nD").lines().skip(1).toList());
        mixed.addAll(lines(false).subList(0, 3));

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> evaluate(csv(mixed)))
                .withMessageContaining("3 of the 1,003 rows")
                .withMessageContaining("line 1002");
    }

    @Test
    void aTrainedCustomerWithNewValuesIsNoOverlap() {
        String moved = csv(lines(false)).replaceAll("(?m)^(C\\d+),[^,]*,", "$1,100,");

        assertThat(evaluate(moved).evaluation().rows())
                .isEqualTo(ROWS - trained.heldOut().size());
    }

    @Test
    void aTableWithoutLabelIsRefused() {
        String unlabelled = CSV.replaceAll("(?m),[a-z]+$", "");

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> evaluate(unlabelled))
                .withMessageContaining("'churn'");
    }

    @Test
    void withoutIdsSomeEqualRowsMayBeChanceAndManyAreNot() {
        String columns = Tables.COLUMNS.replace("id: {role: id}\n", "cents: {role: feature, kind: number}\n");
        String training = withCents(CSV, 1, 2000);
        ModelBundle idless =
                TrainedCustomers.bundle(TrainedCustomers.train(Tables.write(folder, Tables.yaml(columns), training)));
        List<String> known = training.lines().skip(1).limit(60).toList();
        List<String> fresh =
                withCents(Customers.csv(1500, 99), 2, 1500).lines().skip(1).toList();
        String header = training.lines().findFirst().orElseThrow() + "\n";

        List<String> few = new ArrayList<>(fresh);
        few.addAll(known.subList(0, 20));
        EvaluationResult result = evaluate(idless, header + String.join("\n", few) + "\n", TableFormat.csv());
        assertThat(result.notes().get(0)).contains("may be chance");

        List<String> many = new ArrayList<>(fresh.subList(0, 300));
        many.addAll(known);
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> evaluate(idless, header + String.join("\n", many) + "\n", TableFormat.csv()))
                .withMessageContaining("trained on");
    }

    /** The id gives way to a number that hardly two customers share. */
    private static String withCents(String csv, long seed, int rows) {
        Random random = new Random(seed);
        StringBuilder wider = new StringBuilder("cents,tenure,plan,autopay,churn\n");
        csv.lines()
                .skip(1)
                .limit(rows)
                .forEach(line -> wider.append(random.nextInt(10_000_000))
                        .append(line.substring(line.indexOf(',')))
                        .append('\n'));
        return wider.toString();
    }

    @Test
    void whatTrainingDidNotKnowAndWhoStandsTwiceIsTold() {
        String csv = Tables.HEADER + "N1,10,basic,1,yes\nN2,4000,bronze,1,no\nN3,5,steel,0,no\nN1,11,basic,1,no\n";

        EvaluationResult result = evaluate(csv);

        assertThat(result.notes())
                .contains(
                        "Some rows hold categories that training saw rarely or never, by column: 'plan' in 2 rows.",
                        "Some rows hold numbers outside the range of training, by column: 'tenure' in 1 row.",
                        "1 of the rows is of a customer who stands in an earlier one already; all are counted.");
    }

    @Test
    void labelsThatTheModelDoesNotKnowAreRefused() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> evaluate(Tables.HEADER + "N1,10,basic,1,yes\nN2,20,basic,1,unknown\n"))
                .withMessageEndingWith(
                        "other.csv: the label 'churn' holds 'unknown' (expected: 'yes' or 'no', the labels the"
                                + " model was trained on)");
    }

    @Test
    void rowsOfOneClassAreSaidToLeaveNothingToRank() {
        EvaluationResult stayed = evaluate(Tables.HEADER + "N1,10,basic,1,no\nN2,20,basic,1,no\n");
        EvaluationResult left = evaluate(Tables.HEADER + "N1,10,basic,1,yes\nN2,20,basic,1,yes\n");

        assertThat(stayed.notes())
                .contains(
                        "Nobody in these rows left, so the measures that rank leavers above stayers (ROC AUC, PR AUC, lift)"
                                + " are undefined.");
        assertThat(left.notes()).anyMatch(note -> note.startsWith("Everybody in these rows left"));
    }
}
