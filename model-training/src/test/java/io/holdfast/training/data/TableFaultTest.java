package io.holdfast.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.fixture.Tables;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a value refuses the file, in one sentence that says where. */
class TableFaultTest {
    @TempDir
    private Path folder;

    private void assertRefused(String csv, String code, String... words) {
        assertRefusedAs(Tables.COLUMNS, csv, code, words);
    }

    private void assertRefusedAs(String columns, String csv, String code, String... words) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Tables.read(folder, columns, csv))
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo(code);
                    assertThat(fault.getMessage())
                            .contains(words)
                            .contains("table.csv")
                            .doesNotContain("\n");
                });
    }

    @Test
    void aWordWhereANumberShouldStand() {
        assertRefused(
                Tables.HEADER + "a,1,x,1,no\n" + "b,many,x,1,no\n",
                "bad_value",
                "line 3",
                "'tenure'",
                "'many'",
                "a number");
    }

    @Test
    void aNumberThatOnlyLooksLikeOneToJava() {
        assertRefused(Tables.HEADER + "a,0x1p3,x,1,no\n", "bad_value", "line 2", "'0x1p3'");
        assertRefused(Tables.HEADER + "a,NaN,x,1,no\n", "bad_value", "line 2", "'NaN'");
    }

    @Test
    void aFlagThatIsNeitherYesNorNo() {
        assertRefused(
                Tables.HEADER + "a,1,x,perhaps,no\n", "bad_value", "line 2", "'autopay'", "'perhaps'", "expected");
    }

    @Test
    void aThirdLabel() {
        assertRefused(
                Tables.HEADER + "a,1,x,1,no\n" + "b,1,x,1,yes\n" + "c,1,x,1,No\n",
                "bad_label",
                "line 4",
                "'churn'",
                "'No'",
                "'yes'",
                "'no' since line 2");
    }

    @Test
    void aLabelOfFlagsThatIsNone() {
        String columns = Tables.COLUMNS.replace("kind: category, positive: \"yes\"", "kind: flag, positive: \"1\"");

        assertRefusedAs(columns, Tables.HEADER + "a,1,x,1,left\n", "bad_label", "line 2", "'left'");
    }

    @Test
    void aLabelOfFlagsWhosePositiveValueIsNone() {
        String columns = Tables.COLUMNS.replace("kind: category, positive: \"yes\"", "kind: flag, positive: left");

        assertRefusedAs(columns, Tables.HEADER + "a,1,x,1,no\n", "bad_label", "'churn'", "'left'", "expected");
    }

    @Test
    void aMissingLabel() {
        assertRefused(Tables.HEADER + "a,1,x,1,no\n" + "b,1,x,1,\n", "missing_label", "line 3", "'churn'", "expected");
    }

    @Test
    void aCustomerWhoStandsTwice() {
        assertRefused(
                Tables.HEADER + "a,1,x,1,no\n" + "b,1,x,1,no\n" + "a,2,x,1,no\n",
                "duplicate_id",
                "line 4",
                "''...",
                "line 2",
                "--allow-duplicate-ids");
    }

    @Test
    void aCustomerWhoStandsTwiceOnOneDate() {
        String columns = Tables.COLUMNS + "day: {role: date, kind: date}\n";
        String header = "id,tenure,plan,autopay,churn,day\n";

        assertRefusedAs(
                columns,
                header + "a,1,x,1,no,2026-01-31\n" + "a,1,x,1,no,2026-02-28\n" + "a,2,x,1,no,2026-01-31\n",
                "duplicate_id",
                "line 4",
                "line 2",
                "customer and date");
    }

    @Test
    void aDateThatIsNone() {
        String columns = Tables.COLUMNS + "day: {role: date, kind: date}\n";

        assertRefusedAs(columns, """
                        id,tenure,plan,autopay,churn,day
                        a,1,x,1,no,31.01.2026
                        """, "bad_value", "line 2", "31.01.2026");
    }

    @Test
    void anIdThatIsNone() {
        assertRefused(Tables.HEADER + ",1,x,1,no\n", "bad_value", "line 2", "id");
    }

    @Test
    void aCustomerOfWhomNothingIsKnown() {
        assertRefused(
                Tables.HEADER + "a,1,x,1,no\n" + "b,,,,no\n", "bad_value", "line 3", "none of the model's features");
    }

    @Test
    void aSensitiveCellThatIsNotOfItsKind() {
        String columns = Tables.COLUMNS + "age: {role: ignore, kind: number, sensitive: true}\n";

        assertRefusedAs(columns, """
                        id,tenure,plan,autopay,churn,age
                        a,1,x,1,no,old
                        """, "bad_value", "line 2", "'age'", "'old'");
    }

    @Test
    void aTableWithoutRows() {
        assertRefused(Tables.HEADER, "empty_table", "no rows");
    }

    @Test
    void aColumnThatNobodyDescribed() {
        assertRefused("""
                        id,tenure,plan,autopay,churn,extra
                        a,1,x,1,no,?
                        """, "undescribed_column", "'extra'", "role ignore");
    }

    @Test
    void aTableToEvaluateOnWithoutLabel() {
        Path yaml = Tables.write(folder, Tables.yaml(Tables.COLUMNS), """
                id,tenure,plan,autopay
                a,1,x,1
                """);
        DatasetDescription description = DatasetDescription.read(yaml);

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> TrainingTable.readLabelled(
                        description.table(yaml), description, description.format(), Progress.SILENT))
                .withMessageContaining("'churn'")
                .withMessageContaining("label");
    }

    @Test
    void aWeightThatIsMissingOrNoneOrAbsurd() {
        String columns = Tables.COLUMNS + "worth: {role: weight}\n";
        String header = "id,tenure,plan,autopay,churn,worth\n";
        String good = header + "a,1,x,1,no,0.5\n";

        assertRefusedAs(columns, good + "b,1,x,1,no,\n", "missing_weight", "line 3", "'worth' is missing", "leave out");
        for (String bad : new String[] {"0", "-1", "NaN", "1e400", "1e7", "1e-9", "much", "1,5"}) {
            String cell = bad.contains(",") ? '"' + bad + '"' : bad;
            assertRefusedAs(
                    columns,
                    good + "b,1,x,1,no," + cell + "\n",
                    "bad_weight",
                    "line 3: the weight 'worth' holds '" + bad + "'",
                    "expected: a number from 0.000001 to 1000000");
        }
        assertRefusedAs(columns, Tables.HEADER + "a,1,x,1,no\n", "missing_column", "'worth', which is a weight");
    }
}
