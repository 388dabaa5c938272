package io.holdfast.serving.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.fixture.TinyBundles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who objects to being profiled keeps the line, gets no number, and is no fault of the list. */
class BatchObjectionTest {
    private static final String HEADER = ScoredList.HEADER.replace("\n", ",objects\n");

    @TempDir
    private Path folder;

    private ScoredList list() {
        String yaml = TinyBundles.datasetYaml()
                .replace("  customer_id: {role: id}\n", "  customer_id: {role: id}\n  objects: {role: objection}\n");
        return new ScoredList(folder, ModelBundle.of(TinyBundles.content(TinyBundles.parts(), yaml, Map.of())));
    }

    @Test
    void excludesThemWithoutNumbersWhateverElseTheRowHolds() throws Exception {
        ScoredList list = list();
        BatchSummary summary = list.score(
                HEADER + "C-1,2,95.5,monthly,none,yes,no\nC-2,2,95.5,monthly,none,yes,yes\n"
                        + "C-3,x,95.5,monthly,none,yes,TRUE\nC-4,2,95.5,monthly,none,yes,\n",
                ScoredList.settings());
        List<Map<String, String>> rows = list.rows();

        assertThat(rows).extracting(row -> row.get("status")).containsExactly("ok", "excluded", "excluded", "ok");
        assertThat(rows)
                .extracting(row -> row.get("error_code"))
                .containsExactly("", "profiling_objection", "profiling_objection", "");
        for (Map<String, String> excluded : rows.subList(1, 3)) {
            List<String> columns = List.copyOf(excluded.keySet());
            assertThat(columns.subList(3, columns.indexOf("schema_version")))
                    .allSatisfy(column -> assertThat(excluded).containsEntry(column, ""));
        }
        assertThat(summary.excluded()).isEqualTo(2);
        assertThat(summary.refused()).isZero();
        assertThat(summary.rows()).isEqualTo(4);
    }

    @Test
    void refusesARowThatSaysNeither() throws Exception {
        List<Map<String, String>> rows = list().rows(
                        HEADER + "C-1,2,95.5,monthly,none,yes,perhaps\n,2,95.5,monthly,none,yes,yes\n",
                        ScoredList.settings().withMaxRejected(2));

        assertThat(rows).extracting(row -> row.get("status")).containsExactly("refused", "refused");
        assertThat(rows).extracting(row -> row.get("error_code")).containsExactly("wrong_type", "id_invalid");
        assertThat(rows.get(0)).containsEntry("warnings", "wrong_type:objects");
    }

    @Test
    void scoresATableWithoutTheColumn() throws Exception {
        List<Map<String, String>> rows =
                list().rows(ScoredList.HEADER + "C-1,2,95.5,monthly,none,yes\n", ScoredList.settings());

        assertThat(rows).extracting(row -> row.get("status")).containsExactly("ok");
    }
}
