package io.holdfast.serving.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.care.decision.Care;
import io.holdfast.care.decision.CareDecision;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.reason.ExplainOptions;
import io.holdfast.scoring.reason.Explainer;
import io.holdfast.scoring.reason.Explanation;
import io.holdfast.scoring.reason.ReasonShare;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.Scorer;
import io.holdfast.scoring.score.TableRecords;
import io.holdfast.scoring.table.NumberText;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchScoringTest {
    @TempDir
    private Path folder;

    private ScoredList list;

    @BeforeEach
    void begin() {
        list = new ScoredList(folder);
    }

    @Test
    void writesTheColumnsInTheirOrder() throws Exception {
        list.score(ScoredList.customers(1), ScoredList.settings());

        assertThat(list.text().lines().findFirst().orElseThrow())
                .isEqualTo(
                        "customer_id,status,error_code,prediction_id,probability,score,percentile,band,as_of,valid_until,"
                                + "horizon_days,base_log_odds,log_odds,reason_1_code,reason_1_text,reason_1_share,reason_1_impact,"
                                + "reason_2_code,reason_2_text,reason_2_share,reason_2_impact,reason_3_code,reason_3_text,"
                                + "reason_3_share,reason_3_impact,other_impact,care_status,care_action,care_text,warnings,"
                                + "schema_version,model_id,model_digest,playbook_digest,scored_at");
    }

    @Test
    void saysOfEveryRowWhatTheScorerSays() throws Exception {
        for (Language language : Language.values()) {
            List<Map<String, String>> rows =
                    list.rows(ScoredList.customers(700), ScoredList.settings(OutputSettings.defaults(language)));

            ModelBundle bundle = TinyBundles.bundle();
            Scorer scorer = new Scorer(bundle);
            Explainer explainer = new Explainer(bundle);
            Care decider = Care.by(Optional.of(ScoredList.PLAYBOOK));
            ExplainOptions options = new ExplainOptions(3, 0, language);
            try (TableReader table = TableReader.open(list.table(), TableFormat.csv())) {
                TableRecords records = new TableRecords("t", table.header(), bundle.description(), TinyBundles.AS_OF);
                for (Map<String, String> row : rows) {
                    assertThat(table.advance()).isTrue();
                    ChurnScore score = scorer.score(records.read(table.row()));
                    Explanation explanation = explainer.explain(score, options);
                    assertScore(row, score);
                    assertReasons(row, explanation);
                    assertCare(row, decider.decide(score, explanation.ranking(), false), language);
                }
                assertThat(table.advance()).isFalse();
            }
        }
    }

    private static void assertScore(Map<String, String> row, ChurnScore score) {
        assertThat(row)
                .containsEntry("customer_id", score.customer().id())
                .containsEntry("status", score.warnings().isEmpty() ? "ok" : "warned")
                .containsEntry("error_code", "")
                .containsEntry("prediction_id", score.predictionId())
                .containsEntry("probability", NumberText.write(score.probability()))
                .containsEntry("score", Integer.toString(score.score()))
                .containsEntry("percentile", NumberText.write(score.percentile()))
                .containsEntry("band", score.band().code())
                .containsEntry("base_log_odds", NumberText.write(score.baseLogOdds()))
                .containsEntry("log_odds", NumberText.write(score.logOdds()));
        String warnings = String.join(
                ";",
                score.warnings().stream()
                        .map(warning -> warning.code() + ":" + warning.field())
                        .toList());
        assertThat(row).containsEntry("warnings", warnings);
    }

    private static void assertReasons(Map<String, String> row, Explanation explanation) {
        for (int rank = 1; rank <= 3; rank++) {
            String prefix = "reason_" + rank + "_";
            if (rank > explanation.reasons().size()) {
                assertThat(row)
                        .containsEntry(prefix + "code", "")
                        .containsEntry(prefix + "text", "")
                        .containsEntry(prefix + "share", "")
                        .containsEntry(prefix + "impact", "");
            } else {
                ReasonShare reason = explanation.reasons().get(rank - 1);
                assertThat(row)
                        .containsEntry(prefix + "code", reason.code())
                        .containsEntry(prefix + "text", reason.text())
                        .containsEntry(prefix + "share", NumberText.write(reason.share()))
                        .containsEntry(prefix + "impact", NumberText.write(reason.impact()));
            }
        }
        assertThat(row).containsEntry("other_impact", NumberText.write(explanation.otherImpact()));
    }

    private static void assertCare(Map<String, String> row, CareDecision decision, Language language) {
        String text = decision.text(language);
        assertThat(row)
                .containsEntry("care_status", decision.status().code())
                .containsEntry(
                        "care_action",
                        decision.action().map(action -> action.code()).orElse(""))
                .containsEntry("care_text", text.startsWith("=") ? "'" + text : text);
    }

    @Test
    void baseReasonsAndOtherAddUpToTheLogOdds() throws Exception {
        for (int reasons : new int[] {0, 1, 3, 10}) {
            OutputSettings output = OutputSettings.defaults(Language.ENGLISH).withReasons(reasons);
            for (Map<String, String> row : list.rows(ScoredList.customers(300), ScoredList.settings(output))) {
                double sum = number(row, "base_log_odds") + number(row, "other_impact");
                for (int rank = 1; rank <= reasons; rank++) {
                    String impact = row.getOrDefault("reason_" + rank + "_impact", "");
                    sum += impact.isEmpty() ? 0 : NumberText.parse(impact);
                }

                assertThat(sum).isCloseTo(number(row, "log_odds"), within(1e-9));
            }
        }
    }

    private static double number(Map<String, String> row, String column) {
        return NumberText.parse(row.getOrDefault(column, ""));
    }

    @Test
    void writesTheSameBytesOnAnyNumberOfThreads() throws Exception {
        String customers = ScoredList.customers(5000);
        list.score(customers, ScoredList.settings().withThreads(1));
        String alone = list.text();

        for (int threads : new int[] {2, 3, 8}) {
            list.score(customers, ScoredList.settings().withThreads(threads));

            assertThat(list.text()).isEqualTo(alone);
        }
    }

    @Test
    void countsWhatBecameOfTheRows() throws Exception {
        String customers = ScoredList.HEADER + """
                C-1,2,95.5,monthly,none,yes
                C-2,abc,95.5,monthly,none,yes
                C-3,2,95.5,monthly,gold,yes
                """;

        BatchSummary summary = list.score(customers, ScoredList.settings().withMaxRejected(1));

        assertThat(summary.ok()).isEqualTo(1);
        assertThat(summary.warned()).isEqualTo(1);
        assertThat(summary.refused()).isEqualTo(1);
        assertThat(summary.rows()).isEqualTo(3);
        assertThat(summary.firstRefused()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.refusal().field()).isEqualTo("tenure");
        });
    }

    @Test
    void aTableWithoutRowsGivesAListWithoutRows() throws Exception {
        BatchSummary summary = list.score(ScoredList.HEADER, ScoredList.settings());

        assertThat(summary.rows()).isZero();
        assertThat(list.text().lines()).hasSize(1);
    }

    @Test
    void statesHorizonDatesModelAndInstant() throws Exception {
        Map<String, String> row =
                list.rows(ScoredList.customers(1), ScoredList.settings()).get(0);

        assertThat(row)
                .containsEntry("horizon_days", "30")
                .containsEntry("as_of", "2026-02-01")
                .containsEntry("valid_until", "2026-02-15")
                .containsEntry("schema_version", "1")
                .containsEntry("model_id", "tiny-1")
                .containsEntry("model_digest", TinyBundles.bundle().manifest().digest())
                .containsEntry("playbook_digest", ScoredList.PLAYBOOK.digest())
                .containsEntry("scored_at", "2026-02-03T04:05:06Z");
    }

    @Test
    void takesTheDayOfScoringWhereNobodySaysAnother() {
        BatchSettings settings =
                BatchSettings.defaults(ScoredList.SCORED_AT, OutputSettings.defaults(Language.ENGLISH));

        assertThat(settings.asOf()).isEqualTo(LocalDate.of(2026, 2, 3));
    }

    @Test
    void scoresOnlyTheRowsAskedFor() throws Exception {
        BatchSettings odd = ScoredList.settings().withFilter(row -> row.number() % 2 == 1);

        assertThat(list.rows(ScoredList.customers(600), odd))
                .hasSize(300)
                .extracting(row -> row.get("customer_id"))
                .startsWith("C-1", "C-3", "C-5")
                .endsWith("C-599");
    }

    @Test
    void aWithheldCustomersActionStandsThereWithoutText() throws Exception {
        List<Map<String, String>> rows = list.rows(ScoredList.customers(300), ScoredList.settings());

        assertThat(rows)
                .filteredOn(row -> "withheld".equals(row.get("care_status")))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row).doesNotContainEntry("care_action", "").containsEntry("care_text", ""));
        assertThat(rows)
                .filteredOn(row -> "recommended".equals(row.get("care_status")))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).doesNotContainEntry("care_text", ""));
    }

    @Test
    void withoutAPlaybookNobodyGetsCare() throws Exception {
        list.score(ScoredList.customers(50), ScoredList.settings(), Optional.empty());

        assertThat(list.rows())
                .hasSize(50)
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("care_status", "none")
                        .containsEntry("care_action", "")
                        .containsEntry("playbook_digest", ""));
    }

    @Test
    void aScoreThatIsTooOldCarriesNoCare() throws Exception {
        LocalDate lastValidStart = LocalDate.of(2026, 1, 20);

        assertThat(list.rows(ScoredList.customers(100), ScoredList.settings().withAsOf(lastValidStart)))
                .anySatisfy(row -> assertThat(row).doesNotContainEntry("care_status", "none"));
        assertThat(list.rows(ScoredList.customers(100), ScoredList.settings().withAsOf(lastValidStart.minusDays(1))))
                .allSatisfy(row -> {
                    assertThat(row).containsEntry("care_status", "none").containsEntry("status", "warned");
                    assertThat(row.get("warnings")).matches("([a-z_]+:[a-z_]+;)*stale");
                });
    }

    @Test
    void everyRowHasItsOwnDayWhateverItsNeighboursHave() throws Exception {
        ModelBundle dated = ModelBundle.of(TinyBundles.content(
                TinyBundles.parts(),
                TinyBundles.datasetYaml().replace("region: {role: ignore}", "day: {role: date}"),
                Map.of()));
        List<String> days = List.of("2026-02-03", "2026-01-20", "2026-01-19", "2026-02-05", "2026-02-01");
        StringBuilder csv = new StringBuilder(ScoredList.HEADER.replace("\n", ",day\n"));
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 400; i++) {
            csv.append("C-").append(i).append(",2,95.5,monthly,").append(i % 3 == 0 ? "none" : "basic");
            csv.append(",yes,")
                    .append(days.get(random.nextInt(1 + i % days.size())))
                    .append('\n');
        }
        ScoredList.write(list.table(), csv.toString());

        new BatchScoring(dated, Optional.of(ScoredList.PLAYBOOK))
                .score(
                        list.table(),
                        TableFormat.csv(),
                        list.output(),
                        ScoredList.settings(OutputSettings.defaults(Language.ENGLISH)
                                        .withKeep(List.of("day")))
                                .withMaxRejected(400),
                        Progress.SILENT);

        assertThat(list.rows()).hasSize(400).allSatisfy(row -> {
            String day = row.getOrDefault("day", "?");
            boolean future = day.equals("2026-02-05");
            assertThat(row.get("status")).isEqualTo(future ? "refused" : isStale(day) ? "warned" : "ok");
            assertThat(row.get("as_of")).isEqualTo(future ? "" : day);
            assertThat(row.get("valid_until"))
                    .isEqualTo(future ? "" : LocalDate.parse(day).plusDays(14).toString());
            assertThat(row.get("error_code")).isEqualTo(future ? "as_of_in_future" : "");
            assertThat(row.get("warnings")).isEqualTo(isStale(day) ? "stale" : "");
        });
    }

    private static boolean isStale(String day) {
        return day.equals("2026-01-19");
    }

    @Test
    void theSameCustomerGetsTheSamePredictionIdInAnyList() throws Exception {
        String first =
                list.rows(ScoredList.customers(3), ScoredList.settings()).get(0).getOrDefault("prediction_id", "");
        String line = ScoredList.customers(3).lines().skip(1).findFirst().orElseThrow();

        assertThat(list.rows(ScoredList.HEADER + line + "\n", ScoredList.settings()))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("prediction_id", first));
    }

    @Test
    void columnsMayStandInAnyOrderBesideOthers() throws Exception {
        String shuffled = """
                note,paperless,support,contract,monthly_charge,tenure,customer_id
                x,yes,none,monthly,95.5,2,C-1
                """;
        Map<String, String> there = list.rows(shuffled, ScoredList.settings()).get(0);
        Map<String, String> here = list.rows(ScoredList.HEADER + "C-1,2,95.5,monthly,none,yes\n", ScoredList.settings())
                .get(0);

        assertThat(there).isEqualTo(here);
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        ScoredList.write(list.table(), ScoredList.customers(1000));
        List<Long> told = new java.util.ArrayList<>();

        new BatchScoring(TinyBundles.bundle(), Optional.empty())
                .score(
                        list.table(),
                        TableFormat.csv(),
                        list.output(),
                        ScoredList.settings(),
                        (what, done, total) -> told.add(done));

        assertThat(told).isSorted().doesNotHaveDuplicates().endsWith(1000L);
    }
}
