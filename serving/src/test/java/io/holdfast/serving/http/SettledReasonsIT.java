package io.holdfast.serving.http;

import static io.holdfast.serving.http.Customers.request;
import static io.holdfast.serving.http.Customers.risky;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.bundle.BundleReader;
import io.holdfast.scoring.bundle.BundleWriter;
import io.holdfast.scoring.bundle.ModelShapes;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.table.NumberText;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import io.holdfast.serving.batch.BatchScoring;
import io.holdfast.serving.batch.BatchSettings;
import io.holdfast.serving.batch.OutputSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The risky customer's price is a reason that one of the model's two bags turns round. */
final class SettledReasonsIT {
    private static final byte[] PLAYBOOK = Playbooks.SMALL.getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Path bundle;

    @BeforeEach
    void writeBundle() {
        // Where the test server looks for one.
        bundle = folder.resolve("tiny.bundle");
        Map<String, byte[]> files = Map.of("playbook.yaml", PLAYBOOK, ModelShapes.FILE, TinyBundles.doubtedCharge());
        BundleWriter.write(TinyBundles.content(files), bundle, false);
    }

    private JsonNode reply() {
        try (TestServer server = TestServer.start(folder)) {
            return server.score(request(risky("C-1"))).result(0);
        }
    }

    private Map<String, String> row() throws Exception {
        Path table = Files.writeString(folder.resolve("tiny.csv"), TinyBundles.tableCsv());
        Path scores = folder.resolve("scores.csv");
        new BatchScoring(BundleReader.read(bundle), Optional.of(Playbook.read("playbook.yaml", PLAYBOOK)))
                .score(
                        table,
                        TableFormat.csv(),
                        scores,
                        BatchSettings.defaults(TestServer.NOW, OutputSettings.defaults(Language.ENGLISH))
                                .withAsOf(TinyBundles.AS_OF),
                        Progress.SILENT);
        Map<String, String> row = new LinkedHashMap<>();
        try (TableReader reader = TableReader.open(scores, TableFormat.csv())) {
            assertThat(reader.advance()).isTrue();
            for (int column = 0; column < reader.header().size(); column++) {
                row.put(reader.header().get(column), reader.row().cell(column));
            }
        }
        return row;
    }

    @Test
    void isNamedByNeitherAReplyNorAList() throws Exception {
        JsonNode reply = reply();
        List<String> codes = new ArrayList<>();
        reply.path("reasons").forEach(reason -> codes.add(reason.path("code").textValue()));

        assertThat(codes).containsExactly("inconvenience", "profile", "neglect");
        Map<String, String> row = row();
        for (int i = 0; i < codes.size(); i++) {
            JsonNode reason = reply.path("reasons").path(i);
            String prefix = "reason_" + (i + 1) + "_";
            assertThat(row)
                    .containsEntry(prefix + "code", codes.get(i))
                    .containsEntry(prefix + "text", reason.path("text").textValue())
                    .containsEntry(
                            prefix + "share",
                            NumberText.write(reason.path("share").doubleValue()))
                    .containsEntry(
                            prefix + "impact",
                            NumberText.write(reason.path("impact").doubleValue()));
        }
        assertThat(row)
                .containsEntry(
                        "probability",
                        NumberText.write(reply.path("probability").doubleValue()));
        assertThat(row)
                .containsEntry(
                        "other_impact",
                        NumberText.write(reply.path("otherImpact").doubleValue()));
    }

    @Test
    void isNotAnsweredByCare() throws Exception {
        // The playbook answers price alone.
        assertThat(reply().path("care").path("cause").textValue()).isEqualTo("no_action");
        assertThat(row()).containsEntry("care_status", "none");
    }

    @Test
    void countsInTheSumAllTheSame() {
        JsonNode reply = reply();
        double sum = reply.path("baseLogOdds").doubleValue()
                + reply.path("otherImpact").doubleValue();
        for (JsonNode reason : reply.path("reasons")) {
            sum += reason.path("impact").doubleValue();
        }

        assertThat(reply.path("otherImpact").doubleValue()).isCloseTo(.875, within(1e-12));
        assertThat(sum).isCloseTo(reply.path("logOdds").doubleValue(), within(1e-9));
    }
}
