package io.holdfast.features.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.holdfast.features.fixture.HistoryFolder;
import io.holdfast.features.plan.Feature;
import io.holdfast.features.plan.FeaturePlan;
import io.holdfast.features.value.ValueModels;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.InputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The column for the part of the year is made where the dates hold each part twice, or where the description says so. */
class SeasonTest {
    @TempDir
    private Path folder;

    private HistoryFolder history(LocalDate first, String features) {
        List<String> lines = new ArrayList<>(List.of("who,day"));
        for (LocalDate day = first; day.isBefore(LocalDate.of(2024, 7, 1)); day = day.plusDays(20)) {
            lines.add("steady," + day);
            lines.add(day.isBefore(LocalDate.of(2024, 2, 1)) ? "gone," + day : "new," + day);
        }
        return new HistoryFolder(folder)
                .with(
                        "history.yaml",
                        "format: 1",
                        "name: shop",
                        "sources: {events: {path: events.csv, kind: purchase, columns: {customer: who, occurredAt: day}}}",
                        "kinds: {purchase: {}}",
                        "until: 2024-07-01",
                        "churn: {kind: non-contractual, horizonDays: 60, leadDays: 10}",
                        "value: {models: false}",
                        features)
                .with("events.csv", lines);
    }

    private static Map<String, String> monthByDate(List<String> lines) {
        int column = List.of(lines.get(0).split(",", -1)).indexOf(FeaturePlan.SEASON);
        Map<String, String> months = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            months.put(cells[0], column < 0 ? "" : cells[column]);
        }
        return months;
    }

    @Test
    void twoYearsOfDatesHaveIt() {
        HistoryFolder history = history(LocalDate.of(2022, 1, 25), "");

        // Dates from 2022-05-01 to 2024-04-01: a window of 1 June lasts from 11 June to 9 August.
        assertThat(monthByDate(history.training()))
                .hasSize(24)
                .containsEntry("2022-06-01", "7")
                .containsEntry("2022-12-01", "1")
                .containsEntry("2024-04-01", "5");
    }

    @Test
    void lessDoesNotHaveItButMayBeToldTo() {
        LocalDate first = LocalDate.of(2022, 2, 20); // the first date is 1 June

        assertThat(monthByDate(history(first, "").training())).containsEntry("2023-06-01", "");
        assertThat(monthByDate(history(first, "features: {season: true}").training()))
                .containsEntry("2023-06-01", "7");
        assertThat(monthByDate(history(LocalDate.of(2022, 1, 1), "features: {season: false}")
                        .training()))
                .containsEntry("2023-06-01", "");
    }

    @Test
    void theRowsOfADateHaveWhatThoseToLearnFromHave() {
        HistoryFolder history = history(LocalDate.of(2022, 1, 1), "");
        assertThat(history.row("2024-06-20", "steady")).containsEntry(FeaturePlan.SEASON, "7");
        assertThat(monthByDate(history.labelled())).containsEntry("2023-06-01", "7");
        assertThat(history(LocalDate.of(2023, 1, 1), "").row("2024-06-20", "steady"))
                .doesNotContainKey(FeaturePlan.SEASON);
    }

    @Test
    void isADescribedFeatureThatIsNobodysFault() {
        CustomerHistory seasonal = CustomerHistory.read("history.yaml", """
                format: 1
                name: shop
                sources: {events: {path: events.csv, kind: purchase, columns: {customer: who, occurredAt: day}}}
                kinds: {purchase: {}}
                churn: {kind: non-contractual, horizonDays: 60}
                features: {season: true}
                """.getBytes(StandardCharsets.UTF_8));
        Feature feature = seasonal.plan().features().stream()
                .filter(each -> each.name().equals(FeaturePlan.SEASON))
                .findFirst()
                .orElseThrow();

        assertThat(feature.reason()).isEqualTo("profile");
        assertThat(feature.names().in(Language.ENGLISH)).isEqualTo("Month in which the outcome window has its middle");
        assertThat(feature.names().in(Language.CHINESE)).isEqualTo("结果窗口中点所在月份");
        assertThat(seasonal.planDigest(ValueModels.none()))
                .isNotEqualTo(CustomerHistory.read("history.yaml", """
                        format: 1
                        name: shop
                        sources: {events: {path: events.csv, kind: purchase, columns: {customer: who, occurredAt: day}}}
                        kinds: {purchase: {}}
                        churn: {kind: non-contractual, horizonDays: 60}
                        """.getBytes(StandardCharsets.UTF_8))
                        .planDigest(ValueModels.none()));
    }

    @Test
    void saysWhatIsExpected() {
        assertThat(catchThrowableOfType(
                        InputException.class,
                        () -> history(LocalDate.of(2022, 1, 1), "features: {season: winter}")
                                .training()))
                .hasMessageContaining("season")
                .hasMessageContaining("winter");
    }
}
