package io.holdfast.training.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.fixture.Customers;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.fixture.TrainedCustomers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training refuses what cannot give an honest model, with the reason and the way out. */
class TrainingRefusalTest {
    @TempDir
    private Path folder;

    private TrainingResult train(String columns, String csv) {
        return TrainedCustomers.train(Tables.write(folder, Tables.yaml(columns), csv));
    }

    private void assertRefused(String yaml, String csv, String code, String... words) {
        Path description = Tables.write(folder, yaml, csv);
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> TrainedCustomers.train(description))
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo(code);
                    assertThat(fault.getMessage()).contains(words).doesNotContain("\n");
                });
    }

    /** The customers with one more column. */
    private static String with(String name, String csv, UnaryOperator<String> cellOfLabel) {
        StringBuilder wider = new StringBuilder();
        for (String line : csv.lines().toList()) {
            String label = line.substring(line.lastIndexOf(',') + 1);
            String cell = wider.isEmpty() ? name : cellOfLabel.apply(label);
            wider.append(line).append(',').append(cell).append('\n');
        }
        return wider.toString();
    }

    @Test
    void oneClass() {
        String yaml = Tables.yaml(Tables.COLUMNS);

        assertRefused(
                yaml,
                Customers.csv(300, 1).replace(",yes\n", ",no\n"),
                "one_class",
                "table.csv",
                "all 300 rows",
                "'no'",
                "'yes'");
        assertRefused(yaml, Customers.csv(300, 1).replace(",no\n", ",yes\n"), "one_class", "'yes'");
    }

    @Test
    void fewerThanTwentyLeaversToLearnFrom() {
        StringBuilder csv = new StringBuilder(Tables.HEADER);
        int leavers = 0;
        for (String line : Customers.csv(500, 1).lines().skip(1).toList()) {
            leavers += line.endsWith(",yes") ? 1 : 0;
            csv.append(leavers % 8 != 0 ? line.replace(",yes", ",no") : line).append('\n');
        }

        assertRefused(
                Tables.yaml(Tables.COLUMNS),
                csv.toString(),
                "too_few_rows",
                " training rows have the label",
                "'yes'",
                "at least 20");
    }

    @Test
    void fewerThanAHundredAreNoted() {
        TrainingResult result = train(Tables.COLUMNS, Customers.csv(300, 1));

        assertThat(result.notes()).anyMatch(note -> note.startsWith("Only ") && note.contains("'yes'"));
    }

    @Test
    void aColumnThatKnowsTheLabel() {
        String csv = with("closed", Customers.csv(1000, 1), label -> label.equals("yes") ? "1" : "0");
        String columns = Tables.COLUMNS + "closed: {role: feature, kind: flag}\n";

        assertRefused(Tables.yaml(columns), csv, "leak_suspected", "'closed'", "role ignore", "acknowledged");
    }

    @Test
    void aLeakThatSomebodyAnswersForIsNoted() {
        String csv = with("closed", Customers.csv(1000, 1), label -> label.equals("yes") ? "1" : "0");
        String columns = Tables.COLUMNS + "closed: {role: feature, kind: flag, acknowledged: known at signing}\n";

        TrainingResult result = train(columns, csv);

        assertThat(result.notes())
                .anyMatch(note -> note.contains("'closed'") && note.endsWith("Acknowledged: known at signing"));
    }

    @Test
    void idsThatPredict() {
        List<String> rows = Customers.csv(1000, 1).lines().skip(1).toList();
        StringBuilder csv = new StringBuilder(Tables.HEADER);
        int next = 1;
        for (String label : new String[] {",no", ",yes"}) {
            for (String row : rows) {
                if (row.endsWith(label)) {
                    csv.append('N')
                            .append(next++)
                            .append(row.substring(row.indexOf(',')))
                            .append('\n');
                }
            }
        }

        assertRefused(Tables.yaml(Tables.COLUMNS), csv.toString(), "leak_suspected", "'id'", "predictive-ids");
        Path acknowledged = Tables.write(
                folder,
                Tables.yaml("acknowledged: {predictive-ids: numbered by age}\n", Tables.COLUMNS),
                csv.toString());
        assertThat(TrainedCustomers.train(acknowledged).notes()).anyMatch(note -> note.endsWith("numbered by age"));
    }

    @Test
    void columnsThatSayNothingAreNoted() {
        String columns =
                Tables.COLUMNS + "same: {role: feature, kind: number}\n" + "none: {role: feature, kind: category}\n";
        String csv = with("none", with("same", Customers.csv(1000, 1), label -> "7"), label -> "");

        TrainingResult result = train(columns, csv);

        assertThat(result.notes())
                .contains(
                        "Column 'same' is the same in all training rows; it contributes nothing.",
                        "Column 'none' is missing in all training rows; it contributes nothing.");
        String card = new String(result.content().documents().get("model-card.md"), StandardCharsets.UTF_8);
        assertThat(card).contains("Column 'same'");
    }

    @Test
    void aColumnOfWordsThatHardlyRepeatIsNoted() {
        String columns = Tables.COLUMNS + "device: {role: feature, kind: category}\n"
                + "city: {role: feature, kind: category}\n";
        int[] row = {0};
        String csv = with(
                "city",
                with("device", Customers.csv(1000, 1), label -> "D-" + (row[0]++ % 20 == 0 ? 0 : row[0])),
                label -> "C-" + row[0]++ % 250);

        assertThat(train(columns, csv).notes())
                .filteredOn(note -> note.contains("different values"))
                .singleElement()
                .asString()
                .startsWith("Column 'device' has 5")
                .contains(" different values in 600 training rows, like an id or free text", "give it the role ignore");
    }

    @Test
    void columnsThatHardlyVaryOrHoldOutliersAreNoted() {
        String columns =
                Tables.COLUMNS + "rare: {role: feature, kind: number}\n" + "wild: {role: feature, kind: number}\n";
        int[] row = {0};
        String csv = with(
                "wild",
                with("rare", Customers.csv(1000, 1), label -> row[0]++ % 400 == 0 ? "1" : "0"),
                label -> row[0]++ % 300 == 7 ? "9000000000" : Integer.toString(row[0] % 60));

        TrainingResult result = train(columns, csv);

        assertThat(result.notes())
                .anyMatch(note -> note.startsWith("Column 'rare' is '0' in all training rows but "))
                .anyMatch(
                        note -> note.startsWith("Column 'wild' reaches 9000000000, while 98 % of its training values"));
    }

    @Test
    void aModelNoBetterThanTheBaseRateIsNoted() {
        TrainingResult result = train(Tables.COLUMNS, Customers.shuffledLabels(300, 3));

        assertThat(result.notes()).anyMatch(note -> note.contains("nobody should act"));
    }

    @Test
    void aModelThatLearnedNothingSaysSoOnceAndDrawsNoEmptyPictures() {
        TrainingResult result = train(Tables.COLUMNS, Customers.shuffledLabels(300, 3));

        assertThat(result.evaluation().sameForAll()).isTrue();
        assertThat(result.notes())
                .filteredOn(note -> note.contains("nobody should act"))
                .singleElement()
                .asString()
                .startsWith("The model gives all held-out customers the same risk");
        assertThat(result.notes()).noneMatch(note -> note.contains("does not lie above 0.5"));
        String page = new String(result.content().documents().get("report.html"), StandardCharsets.UTF_8);
        assertThat(page)
                .contains("no column is sure to help", "没有任何列确有帮助", "The model uses no column, so it has no reasons.")
                .doesNotContain(
                        "importance-columns", "Better than logistic regression by", "Above zero raises the risk");
    }

    /** Each column alone is honest enough: together they decide. */
    private static String decided() {
        StringBuilder csv = new StringBuilder("id,tenure,plan,autopay,noise,churn\n");
        SplittableRandom random = new SplittableRandom(1);
        for (int row = 0; row < 800; row++) {
            int tenure = random.nextInt(100);
            boolean basic = random.nextBoolean();
            boolean autopay = random.nextBoolean();
            boolean left = tenure + (basic ? 40 : 0) + (autopay ? 40 : 0) >= 110;
            csv.append("C").append(random.nextInt(1_000_000_000)).append(',');
            csv.append(tenure)
                    .append(basic ? ",basic," : ",gold,")
                    .append(autopay)
                    .append(',');
            csv.append(random.nextInt(50)).append(left ? ",yes\n" : ",no\n");
        }
        return csv.toString();
    }

    @Tag("slow")
    @Test
    void columnsThatTogetherKnowTheLabel() {
        String columns = Tables.COLUMNS + "noise: {role: feature, kind: number}\n";

        assertRefused(
                Tables.yaml(columns),
                decided(),
                "leak_suspected",
                "too good to be true",
                "together 'tenure', 'plan', 'autopay' alone reach",
                "role ignore",
                "acknowledged");
    }

    @Tag("slow")
    @Test
    void columnsThatTogetherKnowTheLabelAndAreAnsweredForAreNoted() {
        String columns = (Tables.COLUMNS + "noise: {role: feature, kind: number}\n")
                .replace("tenure: {", "tenure: {acknowledged: known at signing, ")
                .replace("plan: {", "plan: {acknowledged: known at signing, ")
                .replace("autopay: {", "autopay: {acknowledged: known at signing, ");

        TrainingResult result = train(columns, decided());

        assertThat(result.notes())
                .anyMatch(note -> note.contains("too good to be true") && note.endsWith("known at signing"));
    }

    @Test
    void tooFewLeaversAreToldBeforeIdsThatPredict() {
        List<String> rows = Customers.csv(1000, 1).lines().skip(1).toList();
        StringBuilder csv = new StringBuilder(Tables.HEADER);
        for (int row = 0; row < rows.size(); row++) {
            csv.append(rows.get(row).replaceFirst("(yes|no)$", row < 15 ? "yes" : "no"))
                    .append('\n');
        }

        assertRefused(Tables.yaml(Tables.COLUMNS), csv.toString(), "too_few_rows", "at least 20");
    }

    @Test
    void groupsOfWhichNoneIsLeftToJudgeTheModelBy() {
        List<String> rows = Customers.csv(900, 1).lines().skip(1).toList();
        StringBuilder csv = new StringBuilder("house," + Tables.HEADER);
        for (int row = 0; row < rows.size(); row++) {
            csv.append("h").append(row % 3).append(',').append(rows.get(row)).append('\n');
        }

        assertRefused(
                Tables.yaml("house: {role: group}\n" + Tables.COLUMNS), csv.toString(), "too_few_groups", "3 groups");
    }

    @Test
    void rowsLeftOutBetweenThePartsOfADatedTableAreNoted() {
        StringBuilder csv = new StringBuilder("id,tenure,plan,autopay,churn,day\n");
        List<String> rows = Customers.csv(2000, 1).lines().skip(1).toList();
        for (int row = 0; row < rows.size(); row++) {
            csv.append(rows.get(row))
                    .append(",2025-")
                    .append(String.format("%02d", 1 + row % 10))
                    .append("-01\n");
        }
        String yaml = Tables.yaml("horizonDays: 40\n", Tables.COLUMNS + "day: {role: date, kind: date}\n");

        TrainingResult result = TrainedCustomers.train(Tables.write(folder, yaml, csv.toString()));

        assertThat(result.notes()).anyMatch(note -> note.startsWith("400 rows were left out"));
        assertThat(result.evaluation().rows()).isEqualTo(400);
    }

    @Test
    void aDescriptionThatIsNotThere() {
        TrainingRequest request = TrainingRequest.of(folder.resolve("none.yaml"), 1, Instant.EPOCH);

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> TrainingRun.run(request, Progress.SILENT))
                .withMessageContaining("none.yaml");
    }

    @Test
    void aTableThatIsNotThere() {
        Path yaml = Tables.write(folder, Tables.yaml(Tables.COLUMNS).replace("table.csv", "gone.csv"), "");

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> TrainedCustomers.train(yaml))
                .withMessageContaining("gone.csv");
    }

    @Test
    void customersInSeveralRowsAreKeptWhenTheRequestSaysSo() {
        Path yaml = Tables.write(
                folder, Tables.yaml(Tables.COLUMNS), Customers.csv(1000, 1).replace("\nC2,", "\nC1,"));

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> TrainedCustomers.train(yaml))
                .withMessageContaining("--allow-duplicate-ids");
        TrainingRequest allowing =
                TrainingRequest.of(yaml, 1, Instant.EPOCH).withResamples(100).withDuplicateIds(true);
        assertThat(TrainingRun.run(allowing, Progress.SILENT)
                        .content()
                        .training()
                        .tableRows())
                .isEqualTo(1000);
    }
}
