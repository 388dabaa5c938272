package io.holdfast.serving.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.care.effect.Cut;
import io.holdfast.care.effect.DatedOutcome;
import io.holdfast.care.effect.DecidedUnit;
import io.holdfast.care.effect.EffectQuestion;
import io.holdfast.care.effect.EffectReport;
import io.holdfast.care.effect.EffectStudy;
import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import io.holdfast.care.effect.Side;
import io.holdfast.care.plan.CareNames;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EffectPageTest {
    private static final Instant DECIDED = Instant.parse("2025-01-15T08:00:00Z");
    private static final CareNames NAMES = new CareNames(
            ReasonCatalogue.standard(),
            Map.of("bill-review", LocalizedText.of("Go through the <bill>. Promise nothing.", "核对账单。不作承诺。")));

    private static Instant after(int days) {
        return DECIDED.plus(Duration.ofDays(days));
    }

    private static DecidedUnit unit(int i, Side side, boolean leaves) {
        List<DatedOutcome> outcomes = new ArrayList<>();
        outcomes.add(new DatedOutcome(
                OutcomeKind.MARGIN, after(20), i % 7 + (side == Side.ASSIGNED ? 3 : 0), Optional.empty()));
        if (leaves) {
            outcomes.add(new DatedOutcome(OutcomeKind.LEFT, after(40), 0, Optional.of(LeaveType.VOLUNTARY)));
        }
        return new DecidedUnit(
                "c" + i,
                "c" + i,
                side,
                0.5,
                "plan <1>",
                "bill-review",
                "price",
                "unprofitable",
                DECIDED,
                false,
                i % 3 == 0,
                false,
                outcomes);
    }

    /** Half are held out; of the treated a tenth leaves, of the others a fifth. */
    private static EffectReport report(int size, int reportedAfter, Cut... cuts) {
        List<DecidedUnit> units = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean held = i % 2 == 0;
            units.add(unit(i, held ? Side.SHADOW : Side.ASSIGNED, i / 2 % 10 < (held ? 2 : 1)));
        }
        Map<OutcomeKind, Instant> last = new EnumMap<>(OutcomeKind.class);
        last.put(OutcomeKind.STAYED, after(reportedAfter));
        last.put(OutcomeKind.MARGIN, after(reportedAfter));
        return new EffectStudy(units, last).answer(new EffectQuestion(Optional.of("plan <1>"), List.of(cuts)));
    }

    private static String html(EffectReport report) {
        return new String(EffectPage.of(report, NAMES, Language.ENGLISH), StandardCharsets.UTF_8);
    }

    private static String bare(EffectReport report) {
        return html(report).replaceAll("(?s)(<(script|style)[^>]*>).*?(</\\2>)", "$1$3");
    }

    private static JsonNode charts(EffectReport report) throws IOException {
        Matcher data = Pattern.compile("(?s)<script type=\"application/json\" id=\"charts\">(.*?)</script>")
                .matcher(html(report));
        assertThat(data.find()).isTrue();
        return new ObjectMapper().readTree(data.group(1));
    }

    @Test
    void thePrimaryEffectStandsFirstWithItsInterval() {
        assertThat(bare(report(8000, 500)))
                .containsSubsequence(
                        "Primary effect: net margin within 365 days",
                        "<dd>+3.00</dd>",
                        "Judged by the interval over any number of looks, ",
                        "care helps",
                        "Declared beforehand",
                        "What to do next",
                        "it pays (+3.00 a customer",
                        "All effects",
                        "Who is still there",
                        "Wrong readings",
                        "Who is compared");
    }

    @Test
    void everyTextHasItsTwin() {
        String bare = bare(report(8000, 500, Cut.REASON, Cut.TIER));

        assertThat(bare.split("<span lang=\"en\">", -1).length)
                .isEqualTo(bare.split("<span lang=\"zh-CN\">", -1).length)
                .isGreaterThan(100);
        assertThat(bare).contains("关怀有效", "D / 低优先级", "D / low priority").doesNotContain("劣质");
        assertThat(bare).contains("plan &lt;1&gt;").doesNotContain("plan <1>");
    }

    @Test
    void bothWrongReadingsAreCrossedOut() {
        EffectReport report = report(8000, 500);
        Matcher struck =
                Pattern.compile("<del><span lang=\"en\">([^<]*)</span>").matcher(bare(report));

        assertThat(struck.results().map(found -> found.group(1)).toList())
                .hasSize(2)
                .anySatisfy(claim -> assertThat(claim).startsWith("Treated against everybody: -10.00 points"))
                .anySatisfy(claim -> assertThat(claim).startsWith("Reached against not reached: "));
    }

    @Test
    void picturesHoldWhatTheTablesSay() throws IOException {
        EffectReport report = report(8000, 500, Cut.REASON);
        JsonNode charts = charts(report);
        JsonNode leaving = charts.at("/forest-leave_rate/differences/0");

        assertThat(charts.at("/forest-leave_rate/differences")).hasSize(3);
        assertThat(leaving.path("point").doubleValue()).isEqualTo(-10);
        assertThat(leaving.path("style").textValue()).isEqualTo("good");
        assertThat(leaving.path("widest").path(0).doubleValue())
                .isLessThan(leaving.path("interval").path(0).doubleValue());
        assertThat(charts.at("/forest-explored/differences/0/name/zh").textValue())
                .matches(".*\\p{IsHan}.*");
        JsonNode stairs = charts.at("/staying/stairs");
        assertThat(stairs).hasSize(2);
        assertThat(stairs.path(0).path("points").path(1).path(1).doubleValue()).isEqualTo(0.9);
        assertThat(stairs.path(1).path("points").path(1).path(1).doubleValue()).isEqualTo(0.8);
        assertThat(bare(report)).contains("90.0 % (", "· 4,000").contains("80.0 % (");
    }

    @Test
    void withLittleEvidenceItSaysHowManyMore() {
        assertThat(bare(report(700, 120)))
                .containsPattern("not enough evidence yet: about [0-9,]+ more customers")
                .contains("takes reports of margin, and a year")
                .contains("cannot be told yet");
        assertThat(bare(report(150, 120)))
                .contains(
                        "No interval to judge by yet, since the one over any number of looks begins at 100 households")
                .contains("not yet (75 of 100 households)", "尚无（100 户中 75 户）");
    }

    @Test
    void withoutAnythingThereIsStillAPage() {
        EffectReport empty =
                new EffectStudy(List.of(), Map.of()).answer(new EffectQuestion(Optional.empty(), List.of()));

        assertThat(bare(empty))
                .contains("No window is closed yet", "Keep a plan with a hold-out in the store")
                .doesNotContain("<del>", "data-chart");
    }

    @Test
    void equalReportsGiveEqualBytes() {
        assertThat(html(report(500, 120))).isEqualTo(html(report(500, 120)));
    }
}
