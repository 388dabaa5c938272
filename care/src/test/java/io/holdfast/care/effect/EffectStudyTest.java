package io.holdfast.care.effect;

import static io.holdfast.care.effect.Units.DAY;
import static io.holdfast.care.effect.Units.after;
import static io.holdfast.care.effect.Units.left;
import static io.holdfast.care.effect.Units.lost;
import static io.holdfast.care.effect.Units.outcome;
import static io.holdfast.care.effect.Units.reported;
import static io.holdfast.care.effect.Units.unit;
import static io.holdfast.care.effect.Units.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.care.inference.Comparison;
import io.holdfast.care.inference.ConfidenceSequence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class EffectStudyTest {
    private static final EffectQuestion ALL = new EffectQuestion(Optional.empty(), List.of());
    private static final Instant MUCH_LATER = after(900);

    /** A tenth is held out; of those treated a share leaves, of the others another one. */
    private static List<DecidedUnit> campaign(int size, double treated, double untreated) {
        List<DecidedUnit> units = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean held = i % 10 == 0;
            int turn = i / 10 % 100;
            boolean leaves = turn < Math.round(100 * (held ? untreated : treated));
            DatedOutcome[] outcomes = leaves ? new DatedOutcome[] {left(30)} : new DatedOutcome[0];
            units.add(unit("c" + i, held ? Side.SHADOW : Side.ASSIGNED, outcomes));
        }
        return units;
    }

    private static EffectReport answer(List<DecidedUnit> units, Instant lastReport) {
        return new EffectStudy(units, reported(lastReport)).answer(ALL);
    }

    private static Optional<EffectEstimate> estimate(EffectReport report, EffectMetric metric, int days) {
        return report.estimates().stream()
                .filter(estimate -> estimate.metric() == metric && estimate.days() == days)
                .findFirst();
    }

    private static EffectEstimate leaving(EffectReport report) {
        return estimate(report, EffectMetric.LEAVE_RATE, 90).orElseThrow();
    }

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

    /**
     * 10 % to 8 % with a tenth held out takes 19,265 customers at one look; over any number of looks, at 0.05 / 14, 2.78 times as many by the width of the
     * sequence there (3.83 standard errors, by hand).
     */
    @Test
    void saysHowManyMoreItTakes() {
        EffectEstimate leaving = leaving(answer(campaign(5_000, 0.10, 0.10), MUCH_LATER));

        assertThat(leaving.verdict()).isEqualTo(Verdict.NOT_ENOUGH_YET);
        long needed = 5_000 + leaving.moreCustomers().orElseThrow();
        double width = ConfidenceSequence.width((double) needed, 0.05 / 14);
        double ratio = StrictMath.pow((width + 0.8416) / 2.8016, 2);
        // The variance of clusters divides by one less than their number: one customer in 500 more.
        assertThat(needed / ratio).isBetween(19_260.0, 19_320.0);
        assertThat(ratio).isBetween(2.0, 4.0);
        assertThat(leaving.moreCampaigns())
                .hasValue((long) StrictMath.ceil(leaving.moreCustomers().orElseThrow() / 5_000.0));
        assertThat(leaving(answer(campaign(20_000, 0.10, 0.10), MUCH_LATER))
                        .moreCustomers()
                        .orElseThrow())
                .as("enough for one look is not enough for any number of looks")
                .isPositive();
        assertThat(leaving(answer(campaign(80_000, 0.10, 0.10), MUCH_LATER)).moreCustomers())
                .as("enough to see a fifth fewer")
                .hasValue(0);
    }

    /** 20 % to 10 % would show in as many as are seen, but nothing is said before there are 100 clusters in the smaller arm. */
    @Test
    void waitsForTheFirstLookAtLeast() {
        List<DecidedUnit> units = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            boolean held = i % 10 == 0;
            units.add(
                    unit("c" + i, held ? Side.SHADOW : Side.ASSIGNED, outcome(OutcomeKind.MARGIN, 9, held ? i : 9000)));
        }
        EffectEstimate margin =
                estimate(answer(units, MUCH_LATER), EffectMetric.MARGIN, 365).orElseThrow();

        assertThat(margin.verdict()).isEqualTo(Verdict.NOT_ENOUGH_YET);
        assertThat(margin.moreCustomers()).as("100 of 60 seen").hasValue(400);
    }

    @Test
    void needsNoSizeWhereEverybodyLeft() {
        EffectEstimate leaving = leaving(answer(campaign(5_000, 1, 1), MUCH_LATER));

        assertThat(leaving.verdict()).isEqualTo(Verdict.NOT_ENOUGH_YET);
        assertThat(leaving.moreCustomers()).isEmpty();
        assertThat(leaving.moreCampaigns()).isEmpty();
    }

    /** The second plan has ten times as many customers, and no closed window: it tells nothing of how large campaigns are that were seen. */
    @Test
    void countsCampaignsThatWereSeen() {
        List<DecidedUnit> units = campaign(5_000, 0.10, 0.10);
        for (int i = 0; i < 50_000; i++) {
            units.add(unit("later" + i, i % 10 == 0 ? Side.SHADOW : Side.ASSIGNED, "p2", after(800)));
        }
        EffectEstimate leaving = leaving(answer(units, MUCH_LATER.minus(Duration.ofDays(80))));

        assertThat(leaving.moreCampaigns())
                .hasValue((long) StrictMath.ceil(leaving.moreCustomers().orElseThrow() / 5_000.0));
    }

    /** 10 % of 18,000 against 13 % of 2,000: told for one effect declared beforehand, not for one of fourteen others. */
    @Test
    void asksMoreOfWhatWasNotDeclared() {
        List<DecidedUnit> units = campaign(20_000, 0.10, 0.13);
        EffectEstimate leaving = leaving(answer(units, MUCH_LATER));
        Comparison found = leaving.comparison().orElseThrow();
        double point = found.difference().point();
        double error = StrictMath.sqrt(found.variance());

        assertThat(leaving.primary()).isFalse();
        assertThat(Math.abs(point)).isGreaterThan(error * ConfidenceSequence.width(20_000, 0.05));
        assertThat(Math.abs(point)).isLessThan(error * ConfidenceSequence.width(20_000, 0.05 / 14));
        assertThat(leaving.verdict()).isEqualTo(Verdict.NOT_ENOUGH_YET);
        assertThat(found.sequence().orElseThrow().low())
                .isCloseTo(point - error * ConfidenceSequence.width(20_000, 0.05 / 14), within(1e-12));
    }

    @Test
    void saysHowManyAreTreatedForOneOnlyWhereItIsClaimed() {
        EffectEstimate helps = leaving(answer(campaign(20_000, 0.10, 0.20), MUCH_LATER));
        EffectEstimate harms = leaving(answer(campaign(20_000, 0.20, 0.10), MUCH_LATER));
        EffectEstimate open = leaving(answer(campaign(20_000, 0.10, 0.13), MUCH_LATER));

        assertThat(helps.treatedPerSave().orElseThrow().point()).isCloseTo(10, within(1e-9));
        assertThat(helps.treatedPerHarm()).isEmpty();
        assertThat(harms.treatedPerHarm().orElseThrow().point()).isCloseTo(10, within(1e-9));
        assertThat(harms.treatedPerSave()).isEmpty();
        assertThat(open.comparison().orElseThrow().difference().excludesZero()).isTrue();
        assertThat(open.treatedPerSave()).isEmpty();
        assertThat(open.treatedPerHarm()).isEmpty();
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

    /** All answers are alike, but of the shadows fewer give one: who is still asked is no longer who was drawn. */
    @Test
    void claimsNoSatisfactionWhereTheSidesDoNotAnswerAlike() {
        assertThat(satisfaction(10).verdict()).isEqualTo(Verdict.HELPS);
        assertThat(satisfaction(9).verdict()).isEqualTo(Verdict.UNEVEN_ANSWERS);
        assertThat(satisfaction(9).moreCustomers()).isEmpty();
    }

    private static EffectEstimate satisfaction(int shadowsThatAnswer) {
        List<DecidedUnit> units = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            boolean held = i % 10 == 0;
            DatedOutcome answer = outcome(OutcomeKind.SATISFACTION, 20, held ? i / 10 % 4 : i % 4 + 2);
            units.add(
                    held && i / 10 % 10 >= shadowsThatAnswer
                            ? unit("c" + i, Side.SHADOW)
                            : unit("c" + i, held ? Side.SHADOW : Side.ASSIGNED, answer));
        }
        return estimate(answer(units, MUCH_LATER), EffectMetric.SATISFACTION, 90)
                .orElseThrow();
    }

    /** X is chosen alone; then it becomes known that X and Y live together, and a second plan chooses both. */
    @Test
    void comparesNobodyTwiceWhoseHouseholdBecameKnown() {
        List<DecidedUnit> units = List.of(
                Units.of("X", unit("customer X", Side.ASSIGNED, "p1", DAY)),
                Units.of("Y", unit("household H", Side.SHADOW, "p2", after(31))),
                Units.of("X", unit("household H", Side.SHADOW, "p2", after(31))),
                Units.of("Z", unit("household Z", Side.SHADOW, "p2", after(31))));
        EffectReport report = answer(units, MUCH_LATER);

        assertThat(report.countedOut()).isEqualTo(new CountedOut(0, 0, 0, 2, 0));
        assertThat(report.assigned()).isEqualTo(1);
        assertThat(report.shadow()).isEqualTo(1);
    }

    /** Two ids were planned for before somebody found out that they are one customer: all that became of it is told of both. */
    @Test
    void comparesAMergedCustomerOnce() {
        List<DecidedUnit> units = List.of(
                Units.of("A", unit("household 1", Side.ASSIGNED, left(30))),
                Units.of("A", unit("household 2", Side.ASSIGNED, left(30))),
                Units.line("L-1", Units.of("A", unit("household 2", Side.ASSIGNED, left(30)))));
        EffectReport report = answer(units, MUCH_LATER);

        assertThat(report.countedOut()).isEqualTo(new CountedOut(0, 0, 0, 1, 0));
        assertThat(report.assigned())
                .as("A with all they have, and a line of theirs")
                .isEqualTo(2);
    }

    /** Lots of one campaign are on no list of sides, so that a merge does not see them. */
    @Test
    void comparesNobodyWhomAMergePutsOnBothSides() {
        List<DecidedUnit> units = List.of(
                Units.of("A", unit("household 1", Side.ASSIGNED)),
                Units.of("A", unit("household 2", Side.SHADOW)),
                Units.of("A", unit("household 2", Side.SHADOW, "p2", after(31))),
                Units.of("B", unit("household 2", Side.SHADOW)));
        EffectReport report = answer(units, MUCH_LATER);

        assertThat(report.countedOut()).isEqualTo(new CountedOut(0, 3, 0, 0, 0));
        assertThat(report.assigned()).isZero();
        assertThat(report.shadow()).isEqualTo(1);
    }

    @Test
    void claimsNoMarginThatOfOneSideNobodyReports() {
        EffectEstimate blind = margin(500);
        EffectEstimate seen = margin(499);

        assertThat(blind.comparison().orElseThrow().difference().point()).isGreaterThan(49);
        assertThat(blind.verdict()).isEqualTo(Verdict.UNREPORTED);
        assertThat(blind.moreCustomers()).isEmpty();
        assertThat(blind.assignedReported()).isEqualTo(4500);
        assertThat(blind.shadowReported()).isZero();
        assertThat(seen.verdict()).isEqualTo(Verdict.HELPS);
        assertThat(seen.shadowReported()).isEqualTo(1);
    }

    private static EffectEstimate margin(int shadowsWithoutReport) {
        List<DecidedUnit> units = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            boolean held = i % 10 == 0;
            DatedOutcome margin = outcome(OutcomeKind.MARGIN, 20, held ? i / 10 % 4 : 48 + i % 5);
            units.add(
                    held && i / 10 < shadowsWithoutReport
                            ? unit("c" + i, Side.SHADOW)
                            : unit("c" + i, held ? Side.SHADOW : Side.ASSIGNED, margin));
        }
        return estimate(answer(units, MUCH_LATER), EffectMetric.MARGIN, 365).orElseThrow();
    }

    @Test
    void exploresWinBackCareBesideTheOther() {
        List<DecidedUnit> units = new ArrayList<>(campaign(4000, 0.10, 0.20));
        for (int i = 0; i < 4000; i++) {
            DatedOutcome[] outcomes =
                    i % 3 == 0 ? new DatedOutcome[] {outcome(OutcomeKind.RETURNED, 40, 0)} : new DatedOutcome[0];
            units.add(lost(unit("l" + i, i % 10 == 0 ? Side.SHADOW : Side.ASSIGNED, outcomes)));
        }
        EffectReport report = new EffectStudy(units, reported(MUCH_LATER))
                .answer(new EffectQuestion(Optional.empty(), List.of(Cut.REASON)));

        assertThat(report.explored()).extracting(ExploredCell::names).containsOnly(List.of("price"));
        assertThat(report.explored())
                .extracting(cell -> cell.estimate().metric())
                .containsExactly(EffectMetric.LEAVE_RATE, EffectMetric.RETURN_RATE);
        assertThat(report.explored())
                .extracting(cell -> cell.estimate().assigned())
                .containsExactly(3600, 3600);
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
    void comparesNobodyTwiceAndNobodyWhomTheLotDidNotDraw() {
        List<DecidedUnit> units = new ArrayList<>(List.of(
                unit("a", Side.ASSIGNED, "p1", DAY),
                unit("a", Side.ASSIGNED, "p2", after(31)),
                unit("b", Side.OUTSIDE),
                unit("c", Side.NOT_CHOSEN),
                with(unit("d", Side.SHADOW), 0.1, true, false, "price"),
                with(unit("e", Side.SHADOW), 1, false, false, "price"),
                unit("f", Side.SHADOW, "p2", after(31)),
                unit("g", Side.ASSIGNED),
                unit("g", Side.SHADOW),
                Units.line("L-1", unit("h", Side.ASSIGNED)),
                Units.line("L-2", unit("h", Side.ASSIGNED))));
        EffectReport all = answer(units, MUCH_LATER);
        EffectReport second =
                new EffectStudy(units, reported(MUCH_LATER)).answer(new EffectQuestion(Optional.of("p2"), List.of()));

        assertThat(all.countedOut()).isEqualTo(new CountedOut(1, 1, 1, 1, 2));
        assertThat(all.assigned()).isEqualTo(3);
        assertThat(all.shadow()).isEqualTo(1);
        assertThat(all.sampleRatio().clusters()).as("a, f, h").isEqualTo(3);
        assertThat(second.countedOut()).isEqualTo(new CountedOut(0, 0, 0, 1, 0));
        assertThat(second.assigned()).isZero();
        assertThat(second.shadow()).isEqualTo(1);
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

    @Test
    void exploresUnderFalseDiscoveryControl() {
        List<DecidedUnit> units = new ArrayList<>();
        int part = 0;
        for (String reason : List.of("price", "neglect", "competitor")) {
            for (DecidedUnit unit : campaign(4000, reason.equals("price") ? 0.10 : 0.20, 0.20)) {
                DecidedUnit own =
                        unit(part + unit.cluster(), unit.side(), unit.outcomes().toArray(DatedOutcome[]::new));
                units.add(with(own, 0.1, false, false, reason));
            }
            part++;
        }
        units.add(with(unit("x", Side.ASSIGNED), 0.1, false, false, ""));
        EffectReport report = new EffectStudy(units, reported(MUCH_LATER))
                .answer(new EffectQuestion(Optional.empty(), List.of(Cut.REASON, Cut.PERIOD)));

        assertThat(report.explored())
                .extracting(ExploredCell::names)
                .containsExactly(
                        List.of("", "2026-01"),
                        List.of("competitor", "2026-01"),
                        List.of("neglect", "2026-01"),
                        List.of("price", "2026-01"));
        assertThat(report.explored()).extracting(ExploredCell::finding).containsExactly(false, false, false, true);
        assertThat(report.explored().get(0).falseDiscovery()).isEmpty();
        assertThat(report.explored().get(3).falseDiscovery().orElseThrow()).isLessThan(1e-5);
    }

    @Test
    void takesNobodyWhoHadLeftForAStayer() {
        DatedOutcome back = outcome(OutcomeKind.RETURNED, -20, 0);
        WrongReadings wrong = answer(
                        List.of(
                                unit("t", Side.ASSIGNED),
                                unit("gone", Side.NOT_CHOSEN, left(-30)),
                                unit("gone again", Side.NOT_CHOSEN, left(-10), back),
                                unit("back", Side.NOT_CHOSEN, left(-30), back),
                                unit("there", Side.NOT_CHOSEN, left(-30, LeaveType.PARTIAL)),
                                unit("leaves", Side.NOT_CHOSEN, left(0))),
                        MUCH_LATER)
                .wrong()
                .orElseThrow();

        assertThat(wrong.treatedAgainstEverybody()).contains(new WrongReading(1, 0, 3, 1 / 3.0));
    }

    @Test
    void computesTheWrongReadingsAsSuch() {
        List<DecidedUnit> units = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            DatedOutcome[] leaves = i % 2 == 0 ? new DatedOutcome[] {left(9)} : new DatedOutcome[0];
            units.add(with(unit("t" + i, Side.ASSIGNED, leaves), 0.1, false, i % 2 == 1, "price"));
            units.add(unit("n" + i, Side.NOT_CHOSEN));
        }
        WrongReadings wrong = answer(units, MUCH_LATER).wrong().orElseThrow();

        assertThat(wrong.days()).isEqualTo(90);
        assertThat(wrong.treatedAgainstEverybody()).contains(new WrongReading(100, 0.5, 100, 0));
        assertThat(wrong.reachedAgainstNotReached()).contains(new WrongReading(50, 0, 50, 1));
        assertThat(wrong.reachedAgainstNotReached().orElseThrow().difference()).isEqualTo(-1);
    }
}
