package io.holdfast.care.effect;

import static io.holdfast.care.effect.Units.after;
import static io.holdfast.care.effect.Units.reported;
import static io.holdfast.care.effect.Units.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.care.inference.RatePair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class LaterDecisionsTest {
    private static final CampaignLot SPRING = new CampaignLot("spring", 0.2);
    private static final CampaignLot AUTUMN = new CampaignLot("autumn", 0.2);

    /** 95 % quantile, of one degree of freedom. */
    private static final double CHI_SQUARED = 3.841458820694124;

    /** The most likely log ratio. */
    private static double point(MeasuredCell cell) {
        RatePair rates = cell.rates();
        return StrictMath.log(rates.assignedCases() / rates.assignedSize())
                - StrictMath.log(rates.shadowCases() / rates.shadowSize());
    }

    private static List<DecidedUnit> learned(DecidedUnit... units) {
        return Population.of(Arrays.asList(units), unit -> true).withLater();
    }

    private static DecidedUnit decision(String cluster, Side side, String plan, int day, CampaignLot lot) {
        return unit(cluster, side, plan, after(day)).withLot(lot);
    }

    private static EffectStudy study(List<DecidedUnit> units) {
        return new EffectStudy(units, reported(LaterTrials.LONG_AFTER));
    }

    private static MeasuredCell call(EffectStudy study) {
        return study.cells().stream()
                .filter(cell -> cell.action().equals("call"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLaterDecisionIsATrialByTheLotOfItsCampaign() {
        List<DecidedUnit> learned =
                learned(decision("a", Side.ASSIGNED, "p1", 0, SPRING), decision("a", Side.SHADOW, "p2", 40, AUTUMN));

        assertThat(learned).extracting(DecidedUnit::plan).containsExactly("p1", "p2");
        assertThat(learned).extracting(DecidedUnit::heldOutWith).containsExactly(0.1, 0.2);
        assertThat(learned).extracting(DecidedUnit::probabilityOfSide).containsExactly(0.9, 0.2);
    }

    @Test
    void whoIsHeldOutForGoodIsMeasuredByTheFirstDecisionAlone() {
        CampaignLot none = new CampaignLot("autumn", 0);

        assertThat(learned(decision("a", Side.SHADOW, "p1", 0, none), decision("a", Side.SHADOW, "p2", 40, none)))
                .extracting(DecidedUnit::plan)
                .containsExactly("p1");
    }

    /** A member who is held out for good says that nothing is drawn for the household. */
    @Test
    void oneMemberHeldOutForGoodLeavesTheHouseholdOut() {
        DecidedUnit other = Units.of("b", decision("a", Side.SHADOW, "p2", 40, new CampaignLot("autumn", 0)))
                .withLot(new CampaignLot("autumn", 0));

        assertThat(learned(
                        decision("a", Side.ASSIGNED, "p1", 0, SPRING),
                        decision("a", Side.SHADOW, "p2", 40, AUTUMN),
                        other))
                .extracting(DecidedUnit::plan)
                .containsExactly("p1");
    }

    /** What a plan decided changes whom the next one is about; only a lot that falls afterwards is a trial. */
    @Test
    void aLotThatHadFallenIsNoTrial() {
        assertThat(learned(
                        decision("a", Side.ASSIGNED, "p1", 0, SPRING),
                        decision("a", Side.ASSIGNED, "p2", 40, SPRING),
                        decision("a", Side.SHADOW, "p3", 80, AUTUMN),
                        decision("a", Side.SHADOW, "p4", 120, AUTUMN)))
                .extracting(DecidedUnit::plan)
                .containsExactly("p1", "p3");
    }

    /** The lot of the spring had fallen for the household, with a decision that is not measured itself. */
    @Test
    void aLotThatHadFallenForSomebodyWhoIsNotMeasuredIsNoTrial() {
        DecidedUnit first = decision("a", Side.ASSIGNED, "p1", 0, AUTUMN);
        DecidedUnit spring = decision("a", Side.ASSIGNED, "p2", 40, SPRING);
        DecidedUnit again = decision("a", Side.SHADOW, "p3", 80, SPRING);
        DecidedUnit mixed =
                Units.with(Units.of("b", spring), 0.1, true, false, "price").withLot(SPRING);
        DecidedUnit certain = Units.with(spring, 0, false, false, "price").withLot(SPRING);
        DecidedUnit outside = decision("a", Side.OUTSIDE, "p2", 40, SPRING);

        assertThat(learned(first, again)).extracting(DecidedUnit::plan).containsExactly("p1", "p3");
        for (DecidedUnit before : List.of(mixed, certain, outside)) {
            assertThat(learned(first, before, again))
                    .as("after %s", before)
                    .extracting(DecidedUnit::plan)
                    .containsExactly("p1");
        }
        assertThat(learned(first, decision("a", Side.NOT_CHOSEN, "p2", 40, SPRING), again))
                .as("nothing was done by it")
                .extracting(DecidedUnit::plan)
                .containsExactly("p1", "p3");
    }

    @Test
    void aHouseholdOnBothSidesOfALotIsNoTrial() {
        assertThat(learned(
                        decision("a", Side.ASSIGNED, "p1", 0, SPRING),
                        decision("a", Side.ASSIGNED, "p2", 40, AUTUMN),
                        Units.of("b", decision("a", Side.SHADOW, "p2", 40, AUTUMN))
                                .withLot(AUTUMN)))
                .extracting(DecidedUnit::plan)
                .containsExactly("p1");
    }

    @Test
    void claimsStayWithTheFirstDecision() {
        List<DecidedUnit> units = LaterTrials.of(400, 1);
        EffectReport report = study(units).answer(new EffectQuestion(Optional.empty(), List.of()));
        List<DecidedUnit> firsts =
                units.stream().filter(unit -> unit.plan().equals("p0")).toList();

        assertThat(report.assigned() + report.shadow()).isEqualTo(firsts.size());
        assertThat(report.sampleRatio().clusters()).isEqualTo(400);
        assertThat(report.countedOut().later()).isEqualTo(units.size() - firsts.size());
    }

    @Test
    void withNothingDrawnAnewTheFirstDecisionsAreAll() {
        List<DecidedUnit> all = new ArrayList<>();
        List<DecidedUnit> firsts = new ArrayList<>();
        for (DecidedUnit unit : LaterTrials.of(3000, 2)) {
            DecidedUnit without = unit.withLot(new CampaignLot(unit.lot().campaign(), 0));
            all.add(without);
            if (unit.plan().equals("p0")) {
                firsts.add(without);
            }
        }

        assertThat(study(all).cells()).isEqualTo(study(firsts).cells()).isNotEmpty();
        assertThat(study(all).isLotKept()).isEqualTo(study(firsts).isLotKept());
    }

    @Test
    void recoversAnEffectThatLaterDecisionsAloneHave() {
        EffectStudy study = study(LaterTrials.of(6000, 3));
        MeasuredCell call = call(study);

        assertThat(study.isLotKept()).isTrue();
        double deviation = 1 / Math.sqrt(call.rates().information(LaterTrials.TRUTH));
        assertThat(point(call)).isCloseTo(LaterTrials.TRUTH, within(3 * deviation));
        assertThat(deviation).isLessThan(0.1);
    }

    @Test
    void noticesACampaignWhoseLotWasNotKept() {
        List<DecidedUnit> broken = LaterTrials.of(3000, 4).stream()
                .filter(unit -> unit.plan().equals("p0")
                        || unit.side() == Side.ASSIGNED
                        || unit.customer().endsWith("1a"))
                .toList();

        assertThat(study(broken).isLotKept()).isFalse();
    }

    /** Many later lots that were kept do not make up for first ones that were not. */
    @Test
    void noticesFirstLotsThatWereNotKeptAmongManyLaterOnesThatWere() {
        List<DecidedUnit> broken = LaterTrials.of(3000, 12).stream()
                .map(unit -> unit.plan().equals("p0") ? Units.with(unit, 0.3, false, false, unit.reason()) : unit)
                .toList();

        assertThat(study(LaterTrials.of(3000, 12)).isLotKept()).isTrue();
        assertThat(study(broken).isLotKept()).isFalse();
    }

    @Tag("slow")
    @Test
    void intervalsHoldTheTruth() {
        int repetitions = 300;
        int held = 0;
        double sum = 0;
        for (int seed = 0; seed < repetitions; seed++) {
            MeasuredCell call = call(study(LaterTrials.of(1500, 1000 + seed)));
            RatePair rates = call.rates();
            double apart = rates.logLikelihood(point(call)) - rates.logLikelihood(LaterTrials.TRUTH);
            held += 2 * apart <= CHI_SQUARED ? 1 : 0;
            sum += point(call);
        }

        assertThat((double) held / repetitions).isBetween(0.93, 0.97);
        assertThat(sum / repetitions).isCloseTo(LaterTrials.TRUTH, within(0.02));
    }
}
