package io.holdfast.scoring.score;

import static io.holdfast.scoring.fixture.TinyBundles.AS_OF;
import static io.holdfast.scoring.fixture.TinyBundles.CONTRACT;
import static io.holdfast.scoring.fixture.TinyBundles.MONTHLY_CHARGE;
import static io.holdfast.scoring.fixture.TinyBundles.PAPERLESS;
import static io.holdfast.scoring.fixture.TinyBundles.SUPPORT;
import static io.holdfast.scoring.fixture.TinyBundles.TENURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.table.TableReader;
import io.holdfast.scoring.table.Tables;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableRecordsTest {
    private static final String HEADER = "customer_id,tenure,monthly_charge,contract,support,paperless\n";

    private static DatasetDescription described(String yaml) {
        return DatasetDescription.read("dataset.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<CustomerRecord> read(String yaml, String csv) throws RefusedException {
        DatasetDescription description = described(yaml);
        List<CustomerRecord> records = new ArrayList<>();
        try (TableReader reader = TableReader.open(
                "t.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), description.format())) {
            TableRecords table = new TableRecords("t.csv", reader.header(), description, AS_OF);
            while (reader.advance()) {
                records.add(table.read(reader.row()));
            }
        }
        return records;
    }

    private static CustomerRecord readRow(String row) throws RefusedException {
        return read(TinyBundles.datasetYaml(), HEADER + row + "\n").get(0);
    }

    private static void assertRefused(String yaml, String csv, String code, String field, String message) {
        assertThatThrownBy(() -> read(yaml, csv))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal()).isEqualTo(new Refusal(code, field, LocalizedText.same(message))));
    }

    @Test
    void rowsOfTwoReadersAreNotMixedUp() throws RefusedException {
        DatasetDescription description = described(TinyBundles.datasetYaml());
        List<String> contracts = new ArrayList<>();
        try (TableReader one = Tables.open(HEADER + "1,2,3,monthly,basic,Y\n4,5,6,yearly,basic,Y\n");
                TableReader other = Tables.open(HEADER + "7,8,9,yearly,basic,N\n10,11,12,monthly,basic,N\n")) {
            TableRecords table = new TableRecords("t.csv", one.header(), description, AS_OF);
            while (one.advance() && other.advance()) {
                contracts.add(table.read(one.row()).level(CONTRACT));
                contracts.add(table.read(other.row()).level(CONTRACT));
            }
        }

        assertThat(contracts).containsExactly("monthly", "yearly", "yearly", "monthly");
    }

    @Test
    void readsARow() throws RefusedException {
        CustomerRecord record = readRow("007,12.5,80,monthly,basic,Y");

        assertThat(record.id()).isEqualTo("007");
        assertThat(record.asOf()).isEqualTo(AS_OF);
        assertThat(record.number(TENURE)).isEqualTo(12.5);
        assertThat(record.number(MONTHLY_CHARGE)).isEqualTo(80);
        assertThat(record.level(CONTRACT)).isEqualTo("monthly");
        assertThat(record.level(SUPPORT)).isEqualTo("basic");
        assertThat(record.level(PAPERLESS)).isEqualTo("true");
        assertThat(record.value()).hasValue(80);
    }

    @Test
    void equalCellsOfAColumnAreKnownByANumberThatNothingElseHas() throws RefusedException {
        List<CustomerRecord> records = read(
                TinyBundles.datasetYaml(),
                HEADER + "A,2,80,monthly,basic,Y\nB,2,2,basic,basic,\nC,3,80,monthly,none,\nD,,80,monthly,none,yes\n");
        CustomerRecord first = records.get(0);
        CustomerRecord second = records.get(1);
        CustomerRecord third = records.get(2);

        assertThat(first.recurring(TENURE)).isNotZero().isEqualTo(second.recurring(TENURE));
        assertThat(first.recurring(MONTHLY_CHARGE)).isEqualTo(third.recurring(MONTHLY_CHARGE));
        assertThat(second.recurring(PAPERLESS)).isNotZero().isEqualTo(third.recurring(PAPERLESS));
        assertThat(List.of(
                        first.recurring(TENURE),
                        third.recurring(TENURE),
                        records.get(3).recurring(TENURE),
                        second.recurring(MONTHLY_CHARGE),
                        second.recurring(CONTRACT),
                        second.recurring(SUPPORT),
                        second.recurring(PAPERLESS)))
                .doesNotHaveDuplicates()
                .doesNotContain(0L);
    }

    @Test
    void aValueOfWhichNobodyKnowsOthersHasNoNumber() {
        assertThat(TinyBundles.built(TinyBundles.risky("C-1")).recurring(TENURE))
                .isZero();
    }

    @Test
    void theWorthOfEveryRowIsItsOwn() throws RefusedException {
        String yaml = TinyBundles.datasetYaml()
                .replace("    value: true\n", "")
                .replace("region: {role: ignore}", "region: {role: ignore, kind: number, value: true}");
        StringBuilder rows = new StringBuilder(HEADER.replace("\n", ",region\n"));
        for (int i = 0; i < 3000; i++) {
            rows.append("C").append(i).append(",1,2,a,b,yes,");
            rows.append(i % 7 == 0 ? "" : i % 3 == 0 ? "-0" : Integer.toString(i % 1000))
                    .append('\n');
        }

        List<CustomerRecord> records = read(yaml, rows.toString());

        for (int i = 0; i < 3000; i++) {
            OptionalDouble expected =
                    i % 7 == 0 ? OptionalDouble.empty() : OptionalDouble.of(i % 3 == 0 ? 0 : i % 1000);
            assertThat(records.get(i).value()).as("row %d", i).isEqualTo(expected);
        }
    }

    @Test
    void bindsColumnsByNameWhateverTheirOrderAndCompany() throws RefusedException {
        Scorer scorer = new Scorer(TinyBundles.bundle());
        CustomerRecord straight = readRow("C-1,2,95.5,monthly,none,yes");
        CustomerRecord mixed = read(TinyBundles.datasetYaml(), """
                        paperless,shoe size,support,monthly_charge,customer_id,contract,left,tenure
                        yes,44,none,95.5,C-1,monthly,?,2
                        """).get(0);

        assertThat(scorer.score(mixed).predictionId())
                .isEqualTo(scorer.score(straight).predictionId());
        assertThat(scorer.score(mixed).logOdds()).isEqualTo(2.125);
    }

    @Test
    void emptyCellsAreMissingAndUnknownLevelsAreLevels() throws RefusedException {
        CustomerRecord record = readRow("C-1,,,gold,,");

        assertThat(record.has(TENURE)).isFalse();
        assertThat(record.value()).isEmpty();
        assertThat(record.level(SUPPORT)).isEmpty();
        assertThat(record.level(CONTRACT)).isEqualTo("gold");
    }

    @Test
    void theDescriptionSaysWhatMeansMissing() throws RefusedException {
        String yaml = TinyBundles.datasetYaml().replace("path: tiny.csv", "path: tiny.csv\n  missing: [\"NA\", \"-\"]");

        CustomerRecord record = read(yaml, HEADER + "C-1,NA,-,,basic,no\n").get(0);

        assertThat(record.has(TENURE)).isFalse();
        assertThat(record.has(MONTHLY_CHARGE)).isFalse();
        assertThat(record.has(CONTRACT)).as("an empty cell is a level here").isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C,x,1,a,b,yes     | tenure         | Column 'tenure' holds 'x' (expected: a number such as 12.5).",
                "C,NaN,1,a,b,yes   | tenure         | Column 'tenure' holds 'NaN' (expected: a number such as 12.5).",
                "C,0x10,1,a,b,yes  | tenure         | Column 'tenure' holds '0x10' (expected: a number such as 12.5).",
                "C,１２,1,a,b,yes   | tenure         | Column 'tenure' holds '１２' (expected: a number such as 12.5).",
                "C,1,\"1,5\",a,b,yes | monthly_charge | Column 'monthly_charge' holds '1,5' (expected: a number such as 12.5).",
                "C,1,\"a\tb\",a,b,yes | monthly_charge | Column 'monthly_charge' holds 'a\\tb' (expected: a number such as 12.5).",
            })
    void refusesWhatIsNoNumber(String row, String field, String message) {
        assertRefused(TinyBundles.datasetYaml(), HEADER + row + "\n", "wrong_type", field, message);
    }

    @Test
    void refusesANumberThatNoDoubleHolds() {
        for (String number : new String[] {"1e999", "-1e999", "+1E+400", "9".repeat(400)}) {
            assertRefused(
                    TinyBundles.datasetYaml(),
                    HEADER + "C," + number + ",1,a,b,yes\n",
                    "not_finite",
                    "tenure",
                    "Column 'tenure' holds " + Excerpt.of(number) + " (expected: at most 1.7E308 in size).");
        }
    }

    @Test
    void refusesWhatIsNoFlagAndSaysWhatOneIs() {
        assertThatThrownBy(() -> readRow("C,1,2,a,b,maybe"))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("Column 'paperless' holds 'maybe' (expected: ")
                .hasMessageContaining("1")
                .hasMessageEndingWith(").");
    }

    @Test
    void refusesABadIdBeforeItLooksAtTheValues() {
        assertThatThrownBy(() -> readRow(",x,2,a,b,yes"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal().code()).isEqualTo("id_invalid"));
    }

    @Test
    void aValueThatIsNoFeatureIsReadAndRefusedLikeOne() throws RefusedException {
        String yaml = TinyBundles.datasetYaml()
                .replace("    value: true\n", "")
                .replace("region: {role: ignore}", "region: {role: ignore, kind: number, value: true}");

        assertThat(read(yaml, HEADER.replace("\n", ",region\n") + "C,1,2,a,b,yes,250\n")
                        .get(0)
                        .value())
                .hasValue(250);
        assertThat(read(yaml, HEADER + "C,1,2,a,b,yes\n").get(0).value()).isEmpty();
        assertRefused(
                yaml,
                HEADER.replace("\n", ",region\n") + "C,1,2,a,b,yes,lots\n",
                "wrong_type",
                "region",
                "Column 'region' holds 'lots' (expected: a number such as 12.5).");
    }

    @Test
    void takesTheAsOfDayFromTheDateColumn() throws RefusedException {
        String yaml = TinyBundles.datasetYaml().replace("region: {role: ignore}", "day: {role: date}");
        String header = HEADER.replace("\n", ",day\n");

        assertThat(read(yaml, header + "C,1,2,a,b,yes,2025-12-24\n").get(0).asOf())
                .isEqualTo(LocalDate.of(2025, 12, 24));
        assertThat(read(yaml, HEADER + "C,1,2,a,b,yes\n").get(0).asOf()).isEqualTo(AS_OF);
        for (String day : List.of("24.12.2025", "2025-02-30", "", "2025-12-24T00:00:00", "tomorrow")) {
            assertRefused(
                    yaml,
                    header + "C,1,2,a,b,yes," + day + "\n",
                    "wrong_type",
                    "day",
                    "Column 'day' holds '" + day + "' (expected: a date such as 2026-01-31).");
        }
    }

    @Test
    void withoutAnIdColumnTheRowsNumberIsTheId() throws RefusedException {
        String yaml = TinyBundles.datasetYaml().replace("  customer_id: {role: id}\n", "");

        List<CustomerRecord> records = read(yaml, HEADER.replace("customer_id,", "") + "1,2,a,b,yes\n2,3,a,b,no\n");

        assertThat(records).extracting(CustomerRecord::id).containsExactly("1", "2");
        assertThat(new TableRecords(
                                "t",
                                List.of("tenure", "monthly_charge", "contract", "support", "paperless"),
                                described(yaml),
                                AS_OF)
                        .idColumn())
                .isEmpty();
    }

    @Test
    void refusesATableThatLacksAColumnTheModelReads() {
        assertThatThrownBy(() -> read(TinyBundles.datasetYaml(), HEADER.replace("support", "suport")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("t.csv has no column 'support'")
                .hasMessageContaining("did you mean 'suport'?");
        assertThatThrownBy(() -> read(TinyBundles.datasetYaml(), HEADER.replace("customer_id,", "")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'customer_id'");
    }

    @Test
    void theFixturesTableScoresAsTheFixtureSays() throws RefusedException {
        ModelBundle bundle = TinyBundles.bundle();
        Scorer scorer = new Scorer(bundle);

        List<CustomerRecord> records = read(TinyBundles.datasetYaml(), TinyBundles.tableCsv());

        assertThat(records).extracting(CustomerRecord::id).containsExactly("C-1", "C-2", "C-3", "C-4", "C-5");
        assertThat(scorer.score(records.get(0)).logOdds()).isEqualTo(2.125);
        assertThat(scorer.score(records.get(3)).warnings()).hasSize(3);
        assertThat(scorer.score(records.get(4)).warnings()).hasSize(2);
    }
}
