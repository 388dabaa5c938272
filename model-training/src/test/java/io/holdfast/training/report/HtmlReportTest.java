package io.holdfast.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.evaluation.Metric;
import io.holdfast.training.fixture.Customers;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.fixture.TrainedCustomers;
import io.holdfast.training.logistic.LogisticSettings;
import io.holdfast.training.logistic.LogisticTrainer;
import io.holdfast.training.publish.TrainingRequest;
import io.holdfast.training.publish.TrainingResult;
import io.holdfast.training.publish.TrainingRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
    /** A column, a level and a title that would end an element, a script or an attribute if they could. */
    private static final String COLUMNS = """
            id: {role: id}
            tenure: {role: feature, kind: number, unit: month | months, names: {en: Time here, zh-CN: 在网时长}}
            "<script>alert(1)</script>": {role: feature, kind: category}
            autopay: {role: feature, kind: flag, sensitive: true}
            churn: {role: label, kind: category, positive: "yes"}
            """;

    private static final Set<String> VOID = Set.of("meta");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\\s[^<>]*)?)>");

    @TempDir
    private static Path folder;

    private static Path description;
    private static String page;
    private static String bare;

    @BeforeAll
    static void train() {
        String csv = Customers.csv(1200, 1)
                .replace(Tables.HEADER, "id,tenure,<script>alert(1)</script>,autopay,churn\n")
                .replace(",basic,", ",</script><b title='x' onclick=\"y\">&amp;,");
        description = Tables.write(folder, Tables.yaml("title: {en: '<i>Ours', zh-CN: 客户}\n", COLUMNS), csv);
        page = report(TrainedCustomers.train(description));
        bare = withoutScripts(page);
    }

    private static String report(TrainingResult result) {
        byte[] bytes = Objects.requireNonNull(result.content().documents().get(HtmlReport.FILE));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String withoutScripts(String html) {
        return html.replaceAll("(?s)(<(script|style)[^>]*>).*?(</\\2>)", "$1$3");
    }

    private static JsonNode charts(String html) throws IOException {
        Matcher data = Pattern.compile("(?s)<script type=\"application/json\" id=\"charts\">(.*?)</script>")
                .matcher(html);
        assertThat(data.find()).isTrue();
        return new ObjectMapper().readTree(data.group(1));
    }

    @Test
    void elementsOpenAndCloseInOrder() {
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = TAG.matcher(bare.substring(bare.indexOf('\n')));
        while (tags.find()) {
            String name = tags.group(2);
            if (tags.group(1).isEmpty()) {
                if (!VOID.contains(name)) {
                    open.push(name);
                }
            } else {
                assertThat(open.poll()).as("what </%s> closes", name).isEqualTo(name);
            }
        }

        assertThat(open).isEmpty();
    }

    @Test
    void tellsWhatTheCustomersWereUsedFor() {
        assertThat(bare)
                .containsPattern("(?s)Customers learned from.{1,300}>720<")
                .contains("calibrated with 240 others, judged by 240", "另有 240 位用于校准，240 位用于评判");
    }

    @Test
    void everySectionHasAHeadingInBothLanguages() {
        Matcher headings = Pattern.compile(
                        "<section id=\"([a-z]+)\">\\s*<h2><span lang=\"en\">([^<]+)</span><span lang=\"zh-CN\">([^<]+)</span>")
                .matcher(bare);
        List<String> sections = new ArrayList<>();
        while (headings.find()) {
            sections.add(headings.group(1));
            assertThat(headings.group(3)).matches(".*\\p{IsHan}.*");
        }

        assertThat(sections)
                .containsExactly(
                        "summary",
                        "quality",
                        "contact",
                        "calibration",
                        "importance",
                        "shapes",
                        "pairs",
                        "stability",
                        "groups",
                        "training",
                        "data",
                        "limits",
                        "provenance");
        assertThat(bare.split("<section ", -1)).hasSize(sections.size() + 1);
    }

    @Test
    void wordsInOneLanguageHaveTheirTwin() {
        int english = bare.split("<span lang=\"en\">", -1).length;

        assertThat(english).isGreaterThan(100);
        assertThat(bare.split("<span lang=\"zh-CN\">", -1)).hasSize(english);
        assertThat(bare).contains("Time here").contains("在网时长");
    }

    @Test
    void namesAndValuesFromATableStayText() throws IOException {
        assertThat(bare)
                .doesNotContain("alert(1)</script>")
                .doesNotContain("<i>")
                .doesNotContain("<b ");
        assertThat(bare).contains("&lt;script&gt;alert(1)&lt;/script&gt;").contains("&lt;i&gt;Ours");
        assertThat(page.split("<script", -1))
                .as("data, library and the page's own")
                .hasSize(4);
        assertThat(page.split("</script", -1)).hasSize(4);
        assertThat(charts(page).toString()).contains("</script><b title='x' onclick=\\\"y\\\">&amp;");
    }

    @Test
    void everyPictureHasItsData() throws IOException {
        List<String> ids = new ArrayList<>();
        Matcher places = Pattern.compile("data-chart=\"([^\"]+)\"").matcher(bare);
        while (places.find()) {
            ids.add(places.group(1));
        }
        List<String> known = new ArrayList<>();
        charts(page).fieldNames().forEachRemaining(known::add);

        assertThat(ids).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(known);
        assertThat(ids).contains("roc", "precision-recall", "gain", "lift", "reliability", "shape-0", "shape-1");
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        String own = page.replaceAll("(?s)<script>.*?</script>", "");

        assertThat(own).doesNotContain("://").doesNotContain("<link").doesNotContain("@import");
        assertThat(own).doesNotContain("src=").doesNotContain("url(");
        assertThat(own).contains("default-src 'none'");
    }

    @Test
    void equalTrainingGivesEqualBytes() {
        assertThat(report(TrainedCustomers.train(description))).isEqualTo(page);
    }

    @Test
    void figuresAreThoseOfTheEvaluation() throws IOException {
        TrainingResult result = TrainedCustomers.train(description);
        String auc = Metric.ROC_AUC.text(
                result.evaluation().model().measure(Metric.ROC_AUC).known().orElseThrow());

        assertThat(bare).contains("<dd>" + auc + "</dd>");
        assertThat(charts(page).at("/roc/lines/0/points"))
                .hasSameSizeAs(result.evaluation().curves().roc());
        assertThat(charts(page).at("/profit/lines/0/points"))
                .hasSameSizeAs(result.evaluation().profit().curve());
        assertThat(charts(page).at("/profit/y/en").asText()).contains("assumed");
        for (String picture : new String[] {"/profit", "/profit-threshold"}) {
            assertThat(charts(page).at(picture + "/remark/en").asText()).isEqualTo("assumed amounts");
            assertThat(charts(page).at(picture + "/remark/zh").asText()).isEqualTo("金额为假定值");
            assertThat(charts(page).at(picture + "/band")).hasSize(51);
        }
        assertThat(charts(page).at("/profit-threshold/lines/0/points"))
                .hasSameSizeAs(result.evaluation().profit().byThreshold());
        assertThat(charts(page).at("/reliability/points"))
                .hasSameSizeAs(result.evaluation().reliability().bins());
    }

    @Test
    void theDifferenceFromLogisticRegressionIsPairedAndPutIntoWords() {
        TrainingResult result = TrainedCustomers.train(description);
        String difference = Measures.difference(
                        Metric.LOG_LOSS,
                        result.logistic().orElseThrow().paired(Metric.LOG_LOSS).difference())
                .en();

        assertThat(difference).matches("[+\u2212]0\\.\\d{4} \\([+\u2212]0\\.\\d{4} – [+\u2212]0\\.\\d{4}\\)");
        assertThat(bare)
                .contains("model minus that, paired", "本模型减逻辑回归（配对）", "<td>" + difference + "</td>")
                .contains("Differences are paired", "差值为配对差值");
    }

    @Test
    void whetherTheProbabilitiesOfGroupsAreOffIsPutIntoWords() {
        assertThat(bare).contains("Of the 2 groups large enough to compare", "在 2 个足够大的群体中");
    }

    private static Path own() throws IOException {
        return Files.createDirectories(folder.resolve("own"));
    }

    @Test
    void amountsThatWereGivenAreNotCalledAssumed() throws IOException {
        String given = "costs: {currency: EUR, value: 100, contactCost: 1, offerCost: 5, saveRate: 0.2}\n";
        String own = report(
                TrainedCustomers.train(Tables.write(own(), Tables.yaml(given, Tables.COLUMNS), Customers.csv(600, 2))));

        assertThat(charts(own).at("/profit-threshold/remark/en").asText()).isEmpty();
        assertThat(charts(own).at("/profit-threshold/y/en").asText()).isEqualTo("profit, EUR");
    }

    @Test
    void aModelWithoutBagsSaysSo() throws IOException {
        TrainingRequest request = TrainingRequest.of(description, 1, Instant.EPOCH)
                .withResamples(100)
                .withTrainer(new LogisticTrainer(LogisticSettings.defaults()));
        String logistic = report(TrainingRun.run(request, Progress.SILENT));

        assertThat(logistic).contains("This learner has no bags to compare.");
        assertThat(charts(logistic).at("/shape-0/band").asBoolean(true)).isFalse();
    }
}
