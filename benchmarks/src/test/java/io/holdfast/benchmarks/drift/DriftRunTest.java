package io.holdfast.benchmarks.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small world lived through to the end. */
final class DriftRunTest {
    private static final int MONTHS = 2;

    @TempDir
    private Path folder;

    @Test
    void everyArmHasFiguresOfEveryMonthAndOnlyTheProductWeighsWhoWasHeldOut() throws IOException {
        List<MonthFigures> figures = new ArrayList<>();
        DriftSettings settings = DriftSettings.of(600, 1).withMonths(7, MONTHS);
        new DriftRun(settings, List.of(Arm.values()), folder, figures::add, said -> {}).run();

        assertThat(figures).hasSize(Arm.values().length * MONTHS);
        assertThat(figures.stream()
                        .filter(each -> each.month() == 1)
                        .map(each -> each.book().above()))
                .as("before anybody was cared for all say the same")
                .containsOnly(figures.get(0).book().above());
        assertThat(figures).allSatisfy(each -> {
            assertThat(each.list().value()).isBetween(0.2, 5.0);
            assertThat(each.auc()).isBetween(0.5, 1.0);
            assertThat(each.caught()).isGreaterThan(settings.listShare());
        });
        assertThat(weights(Arm.PRODUCT)).containsExactlyInAnyOrder("1", Double.toString(1 / 0.15));
        assertThat(weights(Arm.DROPPING)).containsExactly("1");
        assertThat(rows(Arm.PRODUCT))
                .hasSameSizeAs(rows(Arm.DROPPING))
                .hasSizeLessThan(rows(Arm.NAIVE).size());
        assertThat(Files.readString(folder.resolve("product/care-log.csv"))).contains(",shadow,0.15,", ",assigned,,");
        assertThat(new DriftTable(figures).text()).contains("| product |", "all months");
    }

    private List<String> rows(Arm arm) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(arm.code()).resolve(LearningTable.TABLE));
        return lines.subList(1, lines.size());
    }

    private Set<String> weights(Arm arm) throws IOException {
        return rows(arm).stream()
                .map(row -> Arrays.asList(row.split(",", -1)).get(5))
                .collect(Collectors.toSet());
    }
}
