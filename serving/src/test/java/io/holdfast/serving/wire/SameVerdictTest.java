package io.holdfast.serving.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.InputWarning;
import io.holdfast.scoring.score.Refusal;
import io.holdfast.scoring.score.RefusedException;
import io.holdfast.scoring.score.Scorer;
import io.holdfast.scoring.score.TableRecords;
import io.holdfast.scoring.table.TableReader;
import io.holdfast.serving.answer.CustomerQuery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same customer fares the same in a table and in a request. */
final class SameVerdictTest {
    private static final LocalDate DAY = TinyBundles.AS_OF;

    private ModelBundle bundle = TinyBundles.bundle();

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "C-1,2,95.5,monthly,none,yes    | {\"tenure\": 2, \"contract\": \"monthly\", \"support\": \"none\"}",
                "C-1,1e999,95.5,monthly,none,yes | {\"tenure\": 1e999, \"contract\": \"monthly\", \"support\": \"none\"}",
                "C-1,x,95.5,monthly,none,yes    | {\"tenure\": \"x\", \"contract\": \"monthly\", \"support\": \"none\"}",
                "C-1,,95.5,monthly,none,yes     | {\"tenure\": null, \"contract\": \"monthly\", \"support\": \"none\"}",
                "C-1,2,95.5,,none,yes           | {\"tenure\": 2, \"contract\": \"\", \"support\": \"none\"}",
                "C-1,2,95.5,NA,none,yes         | {\"tenure\": 2, \"contract\": \"NA\", \"support\": \"none\"}",
                "C-1,2,95.5,gold,none,yes       | {\"tenure\": 2, \"contract\": \"gold\", \"support\": \"none\"}",
                "C-1,-0.0,95.5,gold,none,yes    | {\"tenure\": -0.0, \"contract\": \"gold\", \"support\": \"none\"}",
                "C-1,1000,95.5,gold,none,yes    | {\"tenure\": 1000, \"contract\": \"gold\", \"support\": \"none\"}"
            })
    void isGivenByBothWays(String row, String features) throws IOException, MalformedRequestException {
        for (String missing : List.of("[\"\"]", "[\"\", \"NA\"]", "[\"NA\"]")) {
            String yaml = TinyBundles.datasetYaml().replace("path: tiny.csv", "path: tiny.csv\n  missing: " + missing);
            DatasetDescription description =
                    DatasetDescription.read("dataset.yaml", yaml.getBytes(StandardCharsets.UTF_8));
            String all = features.replace("}", ", \"monthly_charge\": 95.5, \"paperless\": true}");
            if (!missing.contains("\"\"") && row.contains("C-1,,")) {
                // An empty cell is then no missing number, and JSON has no other word for it than null.
                continue;
            }

            assertThat(ofRequest(description, all)).as(missing).isEqualTo(ofTable(description, row));
        }
    }

    @Test
    void ofAMissingValueThatIsAnAnswerIsNoWarningByBothWays() throws IOException, MalformedRequestException {
        bundle = ModelBundle.of(TinyBundles.content(
                TinyBundles.parts(),
                TinyBundles.datasetYaml().replace("reason: profile", "reason: profile\n    mayBeMissing: true"),
                Map.of()));

        String verdict = ofTable(bundle.description(), "C-1,,95.5,monthly,none,yes");

        assertThat(verdict).endsWith(" []");
        assertThat(
                        ofRequest(
                                bundle.description(),
                                "{\"tenure\": null, \"monthly_charge\": 95.5, \"contract\": \"monthly\", \"support\": \"none\", \"paperless\": true}"))
                .isEqualTo(verdict);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "C-1,2,95.5,monthly,none,yes,yes    | \"tenure\": 2, \"objects\": true                  | profiling_objection:",
                "C-1,x,95.5,monthly,none,yes,yes    | \"tenure\": \"x\", \"objects\": true              | profiling_objection:",
                "C-1,x,95.5,monthly,none,yes,yes    | \"objects\": true, \"tenure\": \"x\"              | profiling_objection:",
                "C-1,2,95.5,monthly,none,yes,maybe  | \"tenure\": 2, \"objects\": \"maybe\"             | wrong_type:objects",
                "C-1,x,95.5,monthly,none,yes,no     | \"tenure\": \"x\", \"objects\": false             | wrong_type:tenure"
            })
    void ofWhoObjectsToBeingProfiledIsTheSameByBothWays(String row, String features, String verdict)
            throws IOException, MalformedRequestException {
        DatasetDescription description = objecting();
        String all = "{" + features
                + ", \"monthly_charge\": 95.5, \"contract\": \"monthly\", \"support\": \"none\", \"paperless\": true}";

        assertThat(ofTable(description, row)).isEqualTo(verdict);
        assertThat(ofRequest(description, all)).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "C-1,2,95.5,monthly,none,yes,2020-01-31 | \"tenure\": 2, \"left_on\": \"2020-01-31\"    | already_left:",
                "C-1,x,95.5,monthly,none,yes,2020-01-31 | \"tenure\": \"x\", \"left_on\": \"2020-01-31\" | already_left:",
                "C-1,x,95.5,monthly,none,yes,2020-01-31 | \"left_on\": \"2020-01-31\", \"tenure\": \"x\" | already_left:",
                "C-1,2,95.5,monthly,none,yes,soon       | \"tenure\": 2, \"left_on\": \"soon\"          | wrong_type:left_on",
                "C-1,x,95.5,monthly,none,yes,2999-01-31 | \"tenure\": \"x\", \"left_on\": \"2999-01-31\" | wrong_type:tenure",
                "C-1,x,95.5,monthly,none,yes,^^         | \"tenure\": \"x\", \"left_on\": \"\"           | wrong_type:tenure"
            })
    void ofWhoHasLeftIsTheSameByBothWays(String row, String features, String verdict)
            throws IOException, MalformedRequestException {
        String all = "{" + features
                + ", \"monthly_charge\": 95.5, \"contract\": \"monthly\", \"support\": \"none\", \"paperless\": true}";

        assertThat(ofTable(departing(), row.replace("^^", ""))).isEqualTo(verdict);
        assertThat(ofRequest(departing(), all)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"2999-01-31, '\"2999-01-31\"'", "'', null"})
    void whoIsStillThereIsScoredAsWithoutTheColumn(String cell, String value)
            throws IOException, MalformedRequestException {
        String row = "C-1,2,95.5,monthly,none,yes";
        String features =
                "{\"tenure\": 2, \"monthly_charge\": 95.5, \"contract\": \"monthly\", \"support\": \"none\", \"paperless\": true";
        String scored = ofTable(bundle.description(), row);

        assertThat(ofTable(departing(), row + "," + cell)).isEqualTo(scored);
        assertThat(ofRequest(departing(), features + ", \"left_on\": " + value + "}"))
                .isEqualTo(scored);
    }

    @ParameterizedTest
    @CsvSource({"no, false", "'', null"})
    void whoDoesNotObjectIsScoredAsWithoutTheColumn(String cell, String value)
            throws IOException, MalformedRequestException {
        String row = "C-1,2,95.5,monthly,none,yes";
        String features =
                "{\"tenure\": 2, \"monthly_charge\": 95.5, \"contract\": \"monthly\", \"support\": \"none\", \"paperless\": true";
        String scored = ofTable(bundle.description(), row);

        assertThat(ofTable(objecting(), row + "," + cell)).isEqualTo(scored);
        assertThat(ofRequest(objecting(), features + ", \"objects\": " + value + "}"))
                .isEqualTo(scored);
        assertThat(ofRequest(objecting(), features + "}")).isEqualTo(scored);
    }

    private static DatasetDescription objecting() {
        return with("objects: {role: objection}");
    }

    private static DatasetDescription departing() {
        return with("left_on: {role: departure}");
    }

    private static DatasetDescription with(String column) {
        String yaml = TinyBundles.datasetYaml()
                .replace("  customer_id: {role: id}\n", "  customer_id: {role: id}\n  " + column + "\n");
        return DatasetDescription.read("dataset.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private String ofTable(DatasetDescription description, String row) throws IOException {
        Path csv = Files.writeString(
                directory.resolve("table.csv"),
                "customer_id,tenure,monthly_charge,contract,support,paperless"
                        + (description.column("objects").isPresent() ? ",objects" : "")
                        + (description.column("left_on").isPresent() ? ",left_on" : "") + "\n" + row + "\n");
        try (TableReader reader = TableReader.open(csv, description.format())) {
            TableRecords records = new TableRecords("table.csv", reader.header(), description, DAY);
            assertThat(reader.advance()).isTrue();
            Optional<Refusal> bar = records.barred(reader.row());
            return bar.isPresent()
                    ? bar.get().code() + ":"
                    : verdict(new Scorer(bundle).score(records.read(reader.row())));
        } catch (RefusedException e) {
            return e.refusal().code() + ":" + e.refusal().field();
        }
    }

    private String ofRequest(DatasetDescription description, String features) throws MalformedRequestException {
        String body = "{\"customers\": [{\"customerId\": \"C-1\", \"features\": " + features + "}]}";
        CustomerQuery query = new ScoreRequestReader(description)
                .read(body.getBytes(StandardCharsets.UTF_8))
                .queries(new Knowledge(DAY, Optional.empty()))
                .get(0);
        if (query instanceof CustomerQuery.Barred barred) {
            return barred.refusal().code() + ":" + barred.refusal().field();
        }
        return query instanceof CustomerQuery.Legible legible
                ? verdict(new Scorer(bundle).score(legible.units().get(0)))
                : ((CustomerQuery.Illegible) query).refusal().code() + ":"
                        + ((CustomerQuery.Illegible) query).refusal().field();
    }

    private static String verdict(ChurnScore score) {
        return score.predictionId() + " " + score.logOdds() + " "
                + score.warnings().stream().map(InputWarning::code).toList();
    }
}
