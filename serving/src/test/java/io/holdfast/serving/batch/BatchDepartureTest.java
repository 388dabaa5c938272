package io.holdfast.serving.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.fixture.TinyBundles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has left keeps the line, gets neither number nor care, and is no fault of the list. */
class BatchDepartureTest {
    private static final String HEADER = ScoredList.HEADER.replace("\n", ",left_on\n");

    @TempDir
    private Path folder;

    private ScoredList list() {
        String yaml = TinyBundles.datasetYaml()
                .replace("  customer_id: {role: id}\n", "  customer_id: {role: id}\n  left_on: {role: departure}\n");
        return new ScoredList(folder, ModelBundle.of(TinyBundles.content(TinyBundles.parts(), yaml, Map.of())));
    }

    @Test
    void excludesThemWithoutNumbersWhateverElseTheRowHolds() throws Exception {
        ScoredList list = list();
        BatchSummary summary = list.score(
                HEADER + "C-1,2,95.5,monthly,none,yes,\nC-2,2,95.5,monthly,none,yes,2020-01-01\n"
                        + "C-3,,,,,,2020-01-01\nC-4,2,95.5,monthly,none,yes,2999-01-01\n",
                ScoredList.settings());
        List<Map<String, String>> rows = list.rows();

        assertThat(rows).extracting(row -> row.get("status")).containsExactly("ok", "excluded", "excluded", "ok");
        assertThat(rows)
                .extracting(row -> row.get("error_code"))
                .containsExactly("", "already_left", "already_left", "");
        for (Map<String, String> excluded : rows.subList(1, 3)) {
            List<String> columns = List.copyOf(excluded.keySet());
            assertThat(columns.subList(3, columns.indexOf("schema_version")))
                    .allSatisfy(column -> assertThat(excluded).containsEntry(column, ""));
        }
        assertThat(summary.left()).isEqualTo(2);
        assertThat(summary.objecting()).isZero();
        assertThat(summary.refused()).isZero();
        assertThat(summary.rows()).isEqualTo(4);
    }

    @Test
    void refusesADayThatIsNone() throws Exception {
        List<Map<String, String>> rows = list().rows(
                        HEADER + "C-1,2,95.5,monthly,none,yes,soon\n",
                        ScoredList.settings().withMaxRejected(1));

        assertThat(rows.get(0)).containsEntry("status", "refused").containsEntry("warnings", "wrong_type:left_on");
    }
}
