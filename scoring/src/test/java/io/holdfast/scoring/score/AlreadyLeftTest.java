package io.holdfast.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.table.TableReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody scores who has left by the day of the row. */
class AlreadyLeftTest {
    private static final String ROW = ",2,95.5,monthly,none,yes,2026-01-31,";

    private static DatasetDescription description(String more) {
        String yaml = TinyBundles.datasetYaml()
                .replace(
                        "  customer_id: {role: id}\n",
                        "  customer_id: {role: id}\n  day: {role: date}\n  left_on: {role: departure" + more
                                + "}\n  objects: {role: objection}\n");
        return DatasetDescription.read("dataset.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static String verdict(String row) {
        String csv = "customer_id,tenure,monthly_charge,contract,support,paperless,day,left_on,objects\n" + row + "\n";
        try (TableReader reader = TableReader.open(
                "t.csv",
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                description("").format())) {
            TableRecords records = new TableRecords("t.csv", reader.header(), description(""), TinyBundles.AS_OF);
            assertThat(reader.advance()).isTrue();
            return records.barred(reader.row()).map(Refusal::code).orElse("scored");
        } catch (RefusedException e) {
            return e.refusal().code() + " " + e.refusal().field();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-30, already_left",
        "2026-01-31, already_left",
        "2026-02-01, scored",
        "'', scored",
        "yesterday, wrong_type left_on",
        "2026-02-30, wrong_type left_on"
    })
    void isWhoLeftOnTheDayOrBefore(String cell, String verdict) {
        assertThat(verdict("C-1" + ROW + cell + ",")).isEqualTo(verdict);
    }

    @Test
    void comesAfterAnObjectionAndBeforeWhateverElseTheRowHolds() {
        assertThat(verdict("C-1" + ROW + "2026-01-01,yes")).isEqualTo("profiling_objection");
        assertThat(verdict("C-1" + ROW.replace(",2,", ",x,") + "2026-01-01,")).isEqualTo("already_left");
        assertThat(verdict(ROW + "2026-01-01,")).startsWith("id_invalid");
    }

    @Test
    void saysSoInBothLanguages() {
        assertThat(AlreadyLeft.REFUSAL.text().in(Language.ENGLISH)).startsWith("The customer had already left");
        assertThat(AlreadyLeft.REFUSAL.text().in(Language.CHINESE)).contains("已流失");
    }

    @Test
    void needsADateAndNoColumnInATableToLearnFrom() {
        assertThatThrownBy(() -> description(", kind: flag"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("says on which day the customer left; expected kind date");
        description("")
                .requireForTraining(
                        "t.csv",
                        List.of(
                                "customer_id",
                                "tenure",
                                "monthly_charge",
                                "contract",
                                "support",
                                "paperless",
                                "day",
                                "objects",
                                "left"));
    }
}
