package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.table.TableFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTextTest {
    @TempDir
    private Path folder;

    @Test
    void whatToKnowFirstStandsFirst() throws IOException {
        String text = report(
                        "id,tenure,months,plan,note,empty,closed,churn",
                        row -> "c" + row + "," + row * 7 % 61 + "," + row * 7 % 61 * 2 + ",p" + row % 3 + ",same,,"
                                + (row % 4 == 0 ? "2026" : "") + "," + (row % 4 == 0 ? "Yes" : "No"))
                .text();

        assertThat(text.substring(text.indexOf(": 400"))).isEqualTo("""
                : 400 rows, 8 columns

                  label        churn = 'Yes': 100 left (25.0 %), 300 stayed (guessed)
                  duplicates   117 rows repeat an earlier row in everything but ids
                  near-copies  Not looked for: that takes 200 rows and 3 columns that tell customers apart.
                  leaks        SUSPECTED. Column 'closed' takes 2 values, missing being one, each of which goes with one label only.
                  constant     note, empty
                  redundant    months follows tenure
                  ids          id

                  column  kind      role    missing  values  lowest .. median .. highest, or commonest
                  id      category  id                  400                                             tells rows apart
                  tenure  number                         61  0 .. 30 .. 60
                  months  number                         61  0 .. 60 .. 120                             copy of tenure
                  plan    category                        3  p0 34 %, p1 33 %, p2 33 %
                  note    category  ignore                1  same 100 %                                 constant
                  empty   category  ignore  100.0 %       0                                             always missing
                  closed  number             75.0 %       1  2026 .. 2026 .. 2026                       may give the label away
                  churn   flag      label                 2  No 75 %, Yes 25 %
                """);
    }

    @Test
    void rowsThatAreAlikeByChanceAreToldBesideTheirChance() throws IOException {
        SplittableRandom random = new SplittableRandom(1);

        assertThat(report(
                                "churn,a,b,c,d",
                                row -> row % 2 + "," + random.nextDouble() + "," + random.nextDouble() + ","
                                        + random.nextDouble() + "," + random.nextDouble())
                        .text())
                .containsPattern(
                        "near-copies  (no|not clearly) more than chance would make \\(\\d+ % of 400 sampled rows"
                                + " have another row that is nearly the same; by chance \\d+ %\\)\n");
    }

    @Test
    void manyNamesAreCutShort() throws IOException {
        StringBuilder header = new StringBuilder("churn");
        StringBuilder constants = new StringBuilder();
        for (int c = 0; c < 9; c++) {
            header.append(",k").append(c);
            constants.append(",1");
        }

        assertThat(report(header.toString(), row -> row % 2 + constants.toString())
                        .text())
                .contains("constant     k0, k1, k2, k3, k4, k5, and 3 more");
    }

    @Test
    void cellsCannotSteerTheTerminal() throws IOException {
        String text = report(
                        "churn,plan",
                        row -> row % 2 + "," + (row % 4 == 0 ? "\u001b[31mred" : "a very long name of a plan indeed"))
                .text();

        assertThat(text)
                .contains("\\u001B[31mred 25 %", "a very long name of a .. 75 %")
                .doesNotContain("\u001b");
    }

    @Test
    void withoutALabelLeaksAreNotLookedFor() throws IOException {
        assertThat(report("a,b", row -> row % 3 + "," + row % 4).text())
                .contains("label        none: no column has two values")
                .contains("leaks        not looked for without a label");
    }

    @Test
    void rareGapsAreToldAsSuch() throws IOException {
        List<String> lines = new ArrayList<>();
        report(2000, "churn,n", row -> row % 2 + "," + (row == 7 ? "" : row % 9))
                .text()
                .lines()
                .filter(line -> line.startsWith("  n "))
                .forEach(lines::add);

        assertThat(lines).singleElement().asString().contains("<0.1 %");
    }

    private InspectionReport report(String header, IntFunction<String> row) throws IOException {
        return report(400, header, row);
    }

    private InspectionReport report(int rows, String header, IntFunction<String> row) throws IOException {
        StringBuilder csv = new StringBuilder(header).append('\n');
        for (int i = 0; i < rows; i++) {
            csv.append(row.apply(i)).append('\n');
        }
        Path table = Files.writeString(folder.resolve("table.csv"), csv);
        return Inspection.inspect(table, TableFormat.csv(), InspectionSettings.defaults(), Progress.SILENT);
    }
}
