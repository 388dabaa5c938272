package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.table.TableFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What honest tables must not be accused of. */
class RealTablesTest {
    private static final Map<String, String> LABELS = new TreeMap<>(Map.of(
            "telco/telco.csv", "churn",
            "mlc_churn/mlc_churn.csv", "churn",
            "tv_costs/tv_costs.csv", "target",
            "pysurvival_saas/pysurvival_saas.csv", "churned",
            "uslapseagent/uslapseagent.csv", "surrender",
            "eudirectlapse/eudirectlapse.csv", "lapse",
            "insurance_uplift/insurance_uplift.csv", "PURCHASE",
            "insurance_uplift/insurance_uplift_valid.csv", "PURCHASE"));

    /** Written down when a policy ends, or on the last day of the study if it has not: leaks indeed. */
    private static final List<String> LEAKS = List.of("DJIA", "termination.cause", "death", "other", "allcause");

    @ParameterizedTest
    @ValueSource(strings = {"telco", "mlc_churn"})
    void theShippedTablesAreNotAccused(String name) {
        InspectionReport report = Inspection.inspectDescribed(
                Path.of("..", "datasets", name, "dataset.yaml"), InspectionSettings.defaults(), Progress.SILENT);

        assertThat(report.leaks()).isEmpty();
        assertThat(report.nearCopies().checked()).isTrue();
        assertThat(report.nearCopies().found())
                .as(report.nearCopies().evidence())
                .isFalse();
    }

    @Test
    void telcoIsAsItsCardSays() {
        InspectionReport report = Inspection.inspectDescribed(
                Path.of("..", "datasets", "telco", "dataset.yaml"), InspectionSettings.defaults(), Progress.SILENT);

        assertThat(report.rows()).isEqualTo(7043);
        assertThat(report.label())
                .hasValueSatisfying(label -> assertThat(label.positives()).isEqualTo(1869));
        assertThat(report.duplicates().rows()).isEqualTo(22);
        assertThat(report.columns())
                .filteredOn(column -> column.missing() > 0)
                .singleElement()
                .satisfies(column -> {
                    assertThat(column.name()).isEqualTo("total_charges");
                    assertThat(column.missing()).isEqualTo(11);
                });
    }

    @Test
    void chargesThatFollowMinutesAreRedundant() {
        InspectionReport report = Inspection.inspectDescribed(
                Path.of("..", "datasets", "mlc_churn", "dataset.yaml"), InspectionSettings.defaults(), Progress.SILENT);

        assertThat(report.redundant())
                .extracting(RedundantColumn::column)
                .containsExactly("total_day_charge", "total_eve_charge", "total_night_charge", "total_intl_charge");
    }

    @Tag("slow")
    @Test
    void noTableOfCustomersIsFalselyAccused() {
        Path data = data();
        LABELS.forEach((table, label) -> {
            InspectionReport report = Inspection.inspect(
                    data.resolve(table),
                    TableFormat.csv(),
                    InspectionSettings.defaults().withLabel(label, ""),
                    Progress.SILENT);

            assertThat(report.leaks()).as(table).extracting(LeakSuspect::column).isSubsetOf(LEAKS);
            assertThat(report.nearCopies().found())
                    .as(table + ": " + report.nearCopies().evidence())
                    .isFalse();
        });
    }

    @Tag("slow")
    @Test
    void theCauseOfTerminationIsFound() {
        InspectionReport report = Inspection.inspect(
                data().resolve("uslapseagent/uslapseagent.csv"),
                TableFormat.csv(),
                InspectionSettings.defaults(),
                Progress.SILENT);

        assertThat(report.leaks()).extracting(LeakSuspect::column).containsExactlyElementsOf(LEAKS);
    }

    @Tag("slow")
    @Test
    void theDuplicatesOfTvCostsAreCounted() {
        InspectionReport report = Inspection.inspect(
                data().resolve("tv_costs/tv_costs.csv"),
                TableFormat.csv(),
                InspectionSettings.defaults(),
                Progress.SILENT);

        assertThat(report.duplicates().rows()).isEqualTo(1630);
        assertThat(report.columns())
                .filteredOn(column -> column.remarks().contains("constant"))
                .extracting(ColumnProfile::name)
                .containsExactly("C_TN");
    }

    private static Path data() {
        Optional<String> folder = Optional.ofNullable(System.getenv("HOLDFAST_DATA"));
        assumeThat(folder)
                .as("HOLDFAST_DATA names no folder: tables that may not be committed are not looked through")
                .isPresent();
        return Path.of(folder.orElseThrow());
    }
}
