package io.holdfast.care.effect;

import static io.holdfast.care.effect.Campaigns.ALL;
import static io.holdfast.care.effect.Campaigns.MUCH_LATER;
import static io.holdfast.care.effect.Campaigns.answer;
import static io.holdfast.care.effect.Campaigns.campaign;
import static io.holdfast.care.effect.Campaigns.estimate;
import static io.holdfast.care.effect.Campaigns.leaving;
import static io.holdfast.care.effect.Units.after;
import static io.holdfast.care.effect.Units.lost;
import static io.holdfast.care.effect.Units.outcome;
import static io.holdfast.care.effect.Units.reported;
import static io.holdfast.care.effect.Units.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class EffectStudyTest {
    @Test
    void findsTheEffectOfTheLot() {
        EffectReport report = answer(campaign(20_000, 0.10, 0.20), MUCH_LATER);
        EffectEstimate leaving = leaving(report);

        assertThat(report.assigned()).isEqualTo(18_000);
        assertThat(report.shadow()).isEqualTo(2_000);
        assertThat(report.sampleRatio().isMismatch()).isFalse();
        assertThat(leaving.comparison().orElseThrow().difference().point()).isCloseTo(-0.1, within(1e-12));
        assertThat(leaving.verdict()).isEqualTo(Verdict.HELPS);
        assertThat(leaving.moreCustomers()).isEmpty();
        assertThat(leaving(answer(campaign(20_000, 0.20, 0.10), MUCH_LATER)).verdict())
                .isEqualTo(Verdict.HARMS);
    }

    @Test
    void closesTheWindowsOfAMetricByReportsThatTellOfIt() {
        List<DecidedUnit> units = campaign(1000, 0.1, 0.2);
        units.replaceAll(unit -> {
            List<DatedOutcome> outcomes = new ArrayList<>(unit.outcomes());
            outcomes.add(outcome(OutcomeKind.SATISFACTION, 20, 3));
            outcomes.add(outcome(OutcomeKind.MARGIN, 20, 3));
            return unit(unit.cluster(), unit.side(), outcomes.toArray(DatedOutcome[]::new));
        });
        EffectReport report = new EffectStudy(
                        units,
                        Map.of(
                                OutcomeKind.SATISFACTION, after(379),
                                OutcomeKind.MARGIN, after(194),
                                OutcomeKind.REVENUE, after(800),
                                OutcomeKind.STAYED, after(104),
                                OutcomeKind.LEFT, after(90)))
                .answer(ALL);

        assertThat(report.closedUntil()).contains(after(90));
        assertThat(report.estimates())
                .extracting(estimate -> estimate.metric().code() + " " + estimate.days())
                .containsExactlyInAnyOrder(
                        "leave_rate 90",
                        "retained_months 90",
                        "margin 90",
                        "margin 180",
                        "satisfaction 90",
                        "satisfaction 180",
                        "satisfaction 365");
        EffectReport surveys = new EffectStudy(units, Map.of(OutcomeKind.SATISFACTION, after(900))).answer(ALL);
        assertThat(surveys.closedUntil()).isEmpty();
        assertThat(surveys.wrong()).isEmpty();
        assertThat(surveys.estimates()).extracting(EffectEstimate::metric).containsOnly(EffectMetric.SATISFACTION);
    }

    @Test
    void givesNoEstimateOfAFew() {
        EffectEstimate leaving = leaving(answer(campaign(290, 0.1, 0.2), MUCH_LATER));

        assertThat(leaving.verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(leaving.comparison()).isEmpty();
        assertThat(leaving.shadow()).isEqualTo(29);
    }

    @Test
    void looksAtClosedWindowsOnly() {
        List<DecidedUnit> units = campaign(1000, 0.1, 0.2);

        assertThat(answer(units, after(103)).estimates()).isEmpty();
        assertThat(answer(units, after(104)).estimates())
                .extracting(EffectEstimate::days)
                .containsOnly(90);
        assertThat(answer(units, after(379)).estimates())
                .extracting(EffectEstimate::days)
                .containsOnly(90, 180, 365);
        EffectReport nothing = new EffectStudy(units, Map.of()).answer(ALL);
        assertThat(nothing.estimates()).isEmpty();
        assertThat(nothing.closedUntil()).isEmpty();
        assertThat(nothing.assigned()).isEqualTo(900);
        assertThat(nothing.wrong()).isEmpty();
    }

    @Test
    void claimsNothingWhereTheLotWasNotKept() {
        List<DecidedUnit> units = campaign(20_000, 0.10, 0.20);
        units.removeIf(unit -> unit.side() == Side.SHADOW && unit.cluster().endsWith("30"));
        EffectReport report = answer(units, MUCH_LATER);

        assertThat(report.sampleRatio().isMismatch()).isTrue();
        assertThat(leaving(report).verdict()).isEqualTo(Verdict.SAMPLE_RATIO_MISMATCH);
    }

    @Test
    void putsTheDeclaredEffectFirst() {
        SplittableRandom random = new SplittableRandom(5);
        List<DecidedUnit> units = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            boolean held = i % 10 == 0;
            double margin = 100 + 10 * random.nextGaussian() + (held ? 0 : 20);
            units.add(unit(
                    "c" + i,
                    held ? Side.SHADOW : Side.ASSIGNED,
                    outcome(OutcomeKind.MARGIN, 200, margin),
                    outcome(OutcomeKind.SATISFACTION, 20, held ? i / 10 % 4 : i % 4 + 1)));
        }
        EffectReport report = answer(units, MUCH_LATER);

        EffectEstimate first = report.estimates().get(0);
        assertThat(first.primary()).isTrue();
        assertThat(first.metric()).isEqualTo(EffectMetric.MARGIN);
        assertThat(first.days()).isEqualTo(365);
        assertThat(first.comparison().orElseThrow().difference().contains(20)).isTrue();
        assertThat(first.verdict()).isEqualTo(Verdict.HELPS);
        assertThat(report.estimates().stream().filter(EffectEstimate::primary)).hasSize(1);
        assertThat(estimate(report, EffectMetric.MARGIN, 90))
                .as("nothing came in by then")
                .isEmpty();
        assertThat(estimate(report, EffectMetric.SATISFACTION, 90).orElseThrow().verdict())
                .isEqualTo(Verdict.HELPS);
        assertThat(estimate(report, EffectMetric.RETURN_RATE, 90)).isEmpty();
    }

    @Test
    void measuresReturningOnTheLost() {
        List<DecidedUnit> units = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            boolean held = i % 10 == 0;
            boolean back = i / 10 % 10 < (held ? 1 : 3);
            DatedOutcome[] outcomes =
                    back ? new DatedOutcome[] {outcome(OutcomeKind.RETURNED, 40, 0)} : new DatedOutcome[0];
            units.add(lost(unit("c" + i, held ? Side.SHADOW : Side.ASSIGNED, outcomes)));
        }
        EffectReport report = new EffectStudy(units, reported(MUCH_LATER))
                .answer(new EffectQuestion(Optional.empty(), List.of(Cut.ACTION)));
        EffectEstimate returning =
                estimate(report, EffectMetric.RETURN_RATE, 90).orElseThrow();

        assertThat(returning.comparison().orElseThrow().difference().point()).isCloseTo(0.2, within(1e-12));
        assertThat(returning.verdict()).isEqualTo(Verdict.HELPS);
        assertThat(estimate(report, EffectMetric.LEAVE_RATE, 90)).isEmpty();
        assertThat(report.explored()).hasSize(1);
        assertThat(report.explored().get(0).estimate().metric()).isEqualTo(EffectMetric.RETURN_RATE);
    }
}
