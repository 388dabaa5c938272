package io.holdfast.training.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.training.fixture.Customers;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.fixture.TrainedCustomers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCardTest {
    @TempDir
    private Path folder;

    private String card(String yaml, String csv) {
        TrainingResult result = TrainedCustomers.train(Tables.write(folder, yaml, csv));
        return new String(result.content().documents().get("model-card.md"), StandardCharsets.UTF_8);
    }

    private static String dated() {
        StringBuilder csv = new StringBuilder("id,tenure,plan,autopay,churn,day\n");
        List<String> rows = Customers.csv(2000, 1).lines().skip(1).toList();
        for (int row = 0; row < rows.size(); row++) {
            csv.append(rows.get(row))
                    .append(String.format(Locale.ROOT, ",2025-%02d-01", 1 + row % 10))
                    .append('\n');
        }
        return csv.toString();
    }

    @Test
    void aDatedTableHasAHorizonAndASplitByTime() {
        String yaml = Tables.yaml("horizonDays: 30\nleadDays: 7\n", Tables.COLUMNS + "day: {role: date, kind: date}\n");

        String card = card(yaml, dated());

        assertThat(card)
                .contains("within 30 days, beginning 7 days after the as-of date")
                .contains("- split by time\n")
                .contains("- left out, outcome not known in time: 400 rows (20.0 %)")
                .containsPattern(
                        "- training: 1,000 rows \\(50\\.0 %\\), \\d+ left \\(\\d\\d\\.\\d %\\), 2025-01-01 to 2025-05-01\n")
                .containsPattern("- test \\(judges\\): 400 rows .*, 2025-09-01 to 2025-10-01\n")
                .doesNotContain("no dates");
    }

    @Test
    void anUndatedTableSaysForWhomItsFiguresHold() {
        String card = card(Tables.yaml(Tables.COLUMNS), Customers.csv(1000, 1));

        assertThat(card)
                .contains("split at random, with equal shares of leavers, seed 1\n")
                .contains("- training: 600 rows (60.0 %)", "- validation (calibrates and chooses): 200 rows (20.0 %)")
                .containsPattern(
                        "- validation: ROC AUC 0\\.\\d{4}, log loss 0\\.\\d{4}; test: ROC AUC 0\\.\\d{4}, log loss")
                .contains("- playbook: none")
                .contains("standard errors (needed: 2.00)")
                .contains("bands begin at percentiles of the training population's scores: elevated")
                .contains("| measure | model | logistic regression | model less that, paired | base rate only |")
                .containsPattern(
                        "\\| log loss \\| [^|]+ \\| [^|]+ \\| [+-]0\\.\\d{4} \\(-?0\\.\\d{4} to -?0\\.\\d{4}\\) \\|")
                .contains("A reason is not named where it moves the log-odds by less than 0.05, or has less than 5 %")
                .contains("The table has no dates")
                .contains("No column is described as sensitive")
                .contains("Estimand usual-care");
    }

    @Test
    void groupsSensitiveColumnsBandsAndEstimandAreStated() {
        String columns = Tables.COLUMNS.replace("autopay: {role: feature", "autopay: {sensitive: true, role: feature")
                + "home: {role: group}\n";
        StringBuilder csv = new StringBuilder("id,tenure,plan,autopay,churn,home\n");
        List<String> rows = Customers.csv(1000, 1).lines().skip(1).toList();
        for (int row = 0; row < rows.size(); row++) {
            csv.append(rows.get(row)).append(",H").append(row / 2).append('\n');
        }
        String more =
                "title: {en: Tiny customers}\nestimand: no-care\nbands: {elevated: 40, high: 75, critical: 97.5}\n";

        String card = card(Tables.yaml(more, columns), csv.toString());

        assertThat(card)
                .contains("Tiny customers: the probability that a customer leaves (`churn` is `yes`)")
                .contains("groups on one side")
                .contains("How groups by autopay fare")
                .containsPattern(
                        "- Of 2 groups large enough to compare, (none has|these have) probabilities off beyond chance")
                .contains("elevated from the 40th, high from the 75th, critical from the 97.5th percentile")
                .contains("Estimand no-care");
    }

    @Test
    void whatWasNotedStandsUnderLimits() {
        StringBuilder csv = new StringBuilder();
        int leavers = 0;
        for (String line : Customers.csv(600, 1).lines().toList()) {
            leavers += line.endsWith(",yes") ? 1 : 0;
            csv.append(leavers % 5 != 0 ? line.replace(",yes", ",no") : line).append('\n');
        }

        String card = card(Tables.yaml(Tables.COLUMNS), csv.toString());

        assertThat(card.substring(card.indexOf("## Limits"))).contains("training rows have the label 'yes'");
    }
}
