package io.holdfast.serving.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.diagnosis.Answer;
import io.holdfast.care.diagnosis.Diagnoser;
import io.holdfast.care.diagnosis.Diagnosis;
import io.holdfast.care.diagnosis.DiagnosisData;
import io.holdfast.care.diagnosis.Group;
import io.holdfast.care.diagnosis.MonthCount;
import io.holdfast.care.diagnosis.MonthCover;
import io.holdfast.care.diagnosis.Sighting;
import io.holdfast.care.plan.CareNames;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiagnosisPageTest {
    private static final YearMonth APRIL = YearMonth.of(2026, 4);

    private static Sighting sighting(
            String id, YearMonth month, Group group, String model, String stated, String tier) {
        return new Sighting(
                id,
                month,
                group,
                tier,
                "branch <1>",
                Optional.of(model),
                Optional.of(stated).filter(code -> !code.isEmpty()),
                Optional.empty(),
                Answer.PLANNED,
                "bill-review",
                "",
                OptionalDouble.of(12.5),
                !id.startsWith("held"),
                !id.startsWith("x"));
    }

    private static Diagnosis diagnosis(YearMonth running) {
        List<Sighting> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(sighting(
                    "m" + i, APRIL.minusMonths(1), Group.WAVERING, i < 10 ? "price" : "our-own-code", "", "key"));
            all.add(sighting("a" + i, APRIL, Group.WAVERING, i < 40 ? "price" : "our-own-code", "", "key"));
            all.add(sighting("l" + i, APRIL, Group.LOST, "price", i < 3 ? "neglect" : "price", "unprofitable"));
        }
        for (int i = 0; i < 7; i++) {
            all.add(sighting("held" + i, APRIL, Group.DECLINING, "disengagement", "", "small"));
        }
        for (int i = 0; i < 9; i++) {
            all.add(sighting("x" + i, APRIL, Group.LOST, "price", "", "unprofitable"));
        }
        List<MonthCount> counts = List.of(
                new MonthCount(APRIL.minusMonths(1), "key", 900),
                new MonthCount(APRIL, "key", 700),
                new MonthCount(APRIL, "unprofitable", 100),
                new MonthCount(APRIL, "small", 100));
        List<MonthCover> covers =
                List.of(new MonthCover(APRIL.minusMonths(1), 900, 0, 0, 0), new MonthCover(APRIL, 831, 831, 0, 831));
        return new Diagnoser(
                        new DiagnosisData(all, counts, covers, Set.of(), Set.of()), ReasonCatalogue.standard(), 1, 3)
                .of(APRIL, running);
    }

    private static String html() {
        return html(APRIL.plusMonths(1));
    }

    private static String html(YearMonth running) {
        return new String(
                DiagnosisPage.of(
                        diagnosis(running),
                        new CareNames(
                                ReasonCatalogue.standard(),
                                Map.of("bill-review", LocalizedText.of("Go through the bill.", "核对账单。"))),
                        Language.CHINESE),
                StandardCharsets.UTF_8);
    }

    private static String bare() {
        return html().replaceAll("(?s)(<(script|style)[^>]*>).*?(</\\2>)", "$1$3")
                .replaceAll("\\s*\n\\s*", "");
    }

    @Test
    void theNextThingToDoStandsBeforeTheFigures() {
        assertThat(bare())
                .containsSubsequence(
                        "Why customers leave",
                        "At a glance",
                        "Mend first: Price. Customers: stated not shown, confirmed by agents 0; it goes by these alone",
                        "nobody owns it yet, name somebody",
                        "Look into Price: it rose by 50.0 points among the wavering",
                        "What to mend",
                        "by how many customers they are stated or confirmed for",
                        "Whether they agree",
                        "Whom to ask");
    }

    @Test
    void everyTextHasItsTwinAndNobodyIsCalledInferior() {
        String bare = bare();

        assertThat(bare.split("<span lang=\"en\">", -1).length)
                .isEqualTo(bare.split("<span lang=\"zh-CN\">", -1).length)
                .isGreaterThan(80);
        assertThat(bare).contains("客户变动诊断", "动摇", "消费下降", "流失", "D / 低优先级").doesNotContain("劣质");
        assertThat(bare).contains("branch &lt;1&gt;").doesNotContain("branch <1>");
        assertThat(bare).contains("Go through the bill", "核对账单", "关键客户").doesNotContain(">bill-review<");
    }

    /** What ends in an owner, an action or causes; figures stand under each other at the right. */
    @Test
    void columnsOfWordsStandAtTheLeft() {
        String[] tables = bare().split("<table ");

        assertThat(tables)
                .anyMatch(table -> table.startsWith("class=\"figures ended\"") && table.contains("usual action"));
        assertThat(tables)
                .filteredOn(table -> table.contains(">owner<") || table.contains("leading causes by the model"))
                .hasSizeGreaterThan(2)
                .allMatch(table -> table.startsWith("class=\"figures ended\""));
    }

    @Test
    void kindsOfEvidenceStandSideBySide() {
        assertThat(bare())
                .contains("<td>100.0 % / 69</td>")
                .as("of 60 lost 3 say neglect, so that 57 would tell them")
                .contains("不显示")
                .doesNotContain("95.0 % / 57")
                .contains("our-own-code")
                .contains("▲");
    }

    @Test
    void theLostWithoutADecisionStandBesideTheShare() {
        assertThat(bare())
                .contains("6.7 % / 60", "besides, without a decision: 9", "另有无决定者：9", "<td>60 (60.0 %)</td>")
                .doesNotContain("69 (");
    }

    @Test
    void fewCustomersAreNotShownAlone() {
        assertThat(bare())
                .as("three of sixty say neglect, and none did before")
                .contains("others, pooled", "not shown")
                .doesNotContain("&lt; 5", "≥ 5")
                .doesNotContain("<td>5.0 %")
                .contains("No evidence of any kind");
    }

    @Test
    void whoMayNotBeAskedIsCountedAndNotDrawn() {
        assertThat(bare())
                .contains("or have refused contact: 7.")
                .doesNotContain("held0")
                .containsPattern("3 / 60</td>");
    }

    @Test
    void aMonthThatIsNotOverIsNamedSo() {
        assertThat(html(APRIL)).contains("2026-04 (still running: its figures will change)", "2026-04（本月未结束，数字仍会变动）");
        assertThat(html()).doesNotContain("still running");
    }

    @Test
    void equalDiagnosesGiveEqualBytes() {
        assertThat(html()).isEqualTo(html());
    }
}
