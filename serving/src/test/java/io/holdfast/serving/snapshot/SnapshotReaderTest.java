package io.holdfast.serving.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.bundle.Sha256;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fixture.TinyBundles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 3);
    private static final String HEADER =
            "as_of,line_id,customer_id,tenure,monthly_charge,contract,support,paperless,objects,left_on,plan\n";
    private static final String GOOD = HEADER + "2026-02-01,L-1,K-1,2,95.5,monthly,none,yes,no,,p1\n";
    private static final ModelBundle LINES = bundle(
            TinyBundles.datasetYaml()
                    .replace(
                            "  customer_id: {role: id}\n",
                            "  as_of: {role: date}\n  line_id: {role: id}\n  customer_id: {role: ignore}\n  objects: {role: objection}\n  left_on: {role: departure}\n"));

    @TempDir
    private Path folder;

    private static ModelBundle bundle(String yaml) {
        return ModelBundle.of(TinyBundles.content(TinyBundles.parts(), yaml, Map.of()));
    }

    private CustomerSnapshot read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), text);
        return read(LINES, file);
    }

    private static CustomerSnapshot read(ModelBundle bundle, Path file) {
        SnapshotFile.PlanMark mark = new SnapshotFile.PlanMark("plan", "p1");
        return new SnapshotReader(bundle, new SnapshotFile(file, Optional.of(mark))).read(TODAY);
    }

    private void refused(String text, String code, String sentence) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessage(sentence.replace("f.csv", folder.resolve("f.csv").toString()));
    }

    @Test
    void readsPackedTablesAndTellsTheirDigest() throws IOException {
        Path packed = folder.resolve("f.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }

        CustomerSnapshot snapshot = read(LINES, packed);

        assertThat(snapshot.rows()).isEqualTo(1);
        assertThat(snapshot.asOf()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(snapshot.digest()).isEqualTo(Sha256.hex(Files.readAllBytes(packed)));
        assertThat(snapshot.find("L-1")).isInstanceOf(Match.Found.class);
    }

    @Test
    void refusesWhatWasMadeByAnotherPlanOrForAnotherSchema() {
        refused(
                GOOD.replace(",p1\n", ",p0\n"),
                "snapshot_of_another_plan",
                "f.csv line 2: the features were made by the plan 'p0', the model learned from those of the plan 'p1';"
                        + " expected 'holdfast features --bundle' with this model's bundle");
        refused(
                GOOD.replace(",plan\n", ",plans\n"),
                "snapshot_unmarked",
                "f.csv has no column 'plan', which says by which plan its features were made; expected a table as"
                        + " 'holdfast features --bundle' writes it");
        refused(
                GOOD.replace("tenure", "months"),
                "missing_column",
                "f.csv has no column 'tenure', which is a feature in the description of tiny");
        refused(
                GOOD.replace("as_of,", "day,"),
                "snapshot_undated",
                "f.csv has no column with the role date, so nobody could know how old its values are; expected a table as"
                        + " 'holdfast features --bundle' writes it");
    }

    @Test
    void refusesRowsThatCannotBeRight() {
        refused(HEADER, "snapshot_empty", "f.csv has no rows; expected at least one customer");
        refused(
                GOOD + "2026-01-01,L-2,K-1,2,95.5,monthly,none,yes,no,,p1\n",
                "snapshot_of_several_days",
                "f.csv line 3: the row is as of '2026-01-01', those before it are as of 2026-02-01; expected one day, as"
                        + " 'holdfast features' writes it");
        refused(
                GOOD.replace("2026-02-01", "2026-02-05"),
                "as_of_in_future",
                "f.csv line 2: the as-of day 2026-02-05 lies in the future; expected a day on which the values were"
                        + " already known");
        refused(
                GOOD.replace("2026-02-01", "1.2.2026"),
                "wrong_type",
                "f.csv line 2: the as-of day is '1.2.2026'; expected a date such as 2026-01-31");
        refused(
                GOOD + "2026-02-01,L-1,K-9,2,95.5,monthly,none,yes,no,,p1\n",
                "duplicate_id",
                "f.csv has the id 'L-1' in its row 1 and in its row 2; expected each once");
        refused(
                GOOD.replace("95.5", "x"),
                "wrong_type",
                "f.csv line 2: column 'monthly_charge' holds 'x' (expected: a number such as 12.5)");
        refused(
                GOOD.replace("yes,no,,p1", "yes,perhaps,,p1"),
                "wrong_type",
                "f.csv line 2: column 'objects' holds 'perhaps' (expected: one of 1, true, yes, y for yes or 0, false, no, n"
                        + " for no)");
    }

    @Test
    void refusesParquetAndSaysWhatToDo() {
        assertThatThrownBy(() -> read(LINES, folder.resolve("f.Parquet")))
                .hasMessageEndingWith("f.Parquet is Parquet, which a server does not read; expected CSV: let 'holdfast"
                        + " features' write it with -o and a name that ends in .csv or .csv.gz");
    }

    @Test
    void refusesAModelWithoutIds() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), GOOD);
        ModelBundle anonymous =
                bundle(TinyBundles.datasetYaml().replace("  customer_id: {role: id}\n", "  as_of: {role: date}\n"));

        assertThatThrownBy(() -> read(anonymous, file)).hasMessageContaining("the model knows no column with ids");
    }

    @Test
    void meansNobodyByAnIdThatIsOneCustomersUnitAndAnotherCustomer() throws IOException {
        String row = ",2,95.5,monthly,none,yes,no,,p1\n";
        CustomerSnapshot snapshot = read(HEADER + "2026-02-01,7,8" + row + "2026-02-01,9,7" + row + "2026-02-01,8a,8"
                + row + "2026-02-01,5,5" + row + "2026-02-01,5b,5" + row);

        assertThat(snapshot.find("7")).isEqualTo(Match.AMBIGUOUS);
        assertThat(((Match.Found) snapshot.find("8")).rows())
                .extracting(SnapshotRow::id)
                .containsExactly("7", "8a");
        assertThat(((Match.Found) snapshot.find("5")).rows())
                .extracting(SnapshotRow::id)
                .containsExactly("5");
        assertThat(snapshot.find("6")).isEqualTo(Match.NOBODY);
    }

    @Test
    void keepsNothingOfWhoObjects() throws IOException {
        CustomerSnapshot snapshot =
                read(GOOD.replace("yes,no,,p1", "yes,yes,,p1") + "2026-02-01,L-2,K-1,3,1,yearly,none,no,no,,p1\n");

        assertThat(snapshot.find("L-1")).isEqualTo(Match.OBJECTED);
        assertThat(snapshot.find("K-1")).isEqualTo(Match.OBJECTED);
        SnapshotRow other = ((Match.Found) snapshot.find("L-2")).rows().get(0);
        assertThat(other.number(TinyBundles.TENURE)).isEqualTo(3);
        assertThat(other.level(TinyBundles.CONTRACT)).isEqualTo("yearly");
        assertThat(other.worth()).isEqualTo(1);
    }

    @Test
    void knowsWhoHasLeftByUnitAndByCustomerIfNothingOfTheirsIsLeft() throws IOException {
        CustomerSnapshot snapshot =
                read(GOOD + "2026-02-01,L-2,K-1,,,,,,,2026-01-15,p1\n" + "2026-02-01,L-3,K-2,,,,,,,2026-01-15,p1\n");

        assertThat(snapshot.find("L-2")).isEqualTo(Match.LEFT);
        assertThat(snapshot.find("L-3")).isEqualTo(Match.LEFT);
        assertThat(snapshot.find("K-2")).isEqualTo(Match.LEFT);
        assertThat(((Match.Found) snapshot.find("K-1")).rows())
                .extracting(SnapshotRow::id)
                .containsExactly("L-1");
        assertThat(snapshot.rows()).isEqualTo(1);
    }

    @Test
    void refusesATableOfNobodyWhoIsStillThere() {
        refused(
                HEADER + "2026-02-01,L-2,K-1,,,,,,,2026-01-15,p1\n",
                "snapshot_empty",
                "f.csv has nobody but who had left; expected at least one customer who is still there");
    }

    @Test
    void takesFewBytesForACustomer() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder(HEADER);
        int rows = 50_000;
        for (int row = 0; row < rows; row++) {
            text.append("2026-02-01,L-")
                    .append(row)
                    .append(",K-")
                    .append(row)
                    .append(',')
                    .append(random.nextInt(72));
            text.append(',').append(random.nextInt(10_000) / 100.0).append(",monthly,none,yes,no,,p1\n");
        }

        CustomerSnapshot snapshot = read(text.toString());

        assertThat(snapshot.memory() / rows).isLessThan(80);
    }
}
