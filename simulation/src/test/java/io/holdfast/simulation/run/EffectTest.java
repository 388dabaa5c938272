package io.holdfast.simulation.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulation.behaviour.Unit;
import io.holdfast.simulation.event.Recorder;
import io.holdfast.simulation.hazard.Cause;
import io.holdfast.simulation.treatment.CareAction;
import io.holdfast.simulation.treatment.Response;
import io.holdfast.simulation.treatment.Treatments;
import io.holdfast.simulation.world.World;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The true effects, found again by what would find them in life, or could if one lived twice. */
class EffectTest {
    /** Both tails beyond: one false alarm in 10,000. */
    private static final double FAR = new NormalDistribution().inverseCumulativeProbability(1 - 0.000_05);

    private static Simulation begun;

    @BeforeAll
    static void begin() {
        begun = Simulation.begin(
                SimulationSettings.of(World.TELECOM, 12_000, 21).withMonthlyLeaving(0.035), Recorder.NONE);
        for (int month = 0; month < 2; month++) {
            begun.step(begun.next(), Treatments.none());
        }
    }

    /** Everybody lives the same month twice, with the action and without it. */
    @ParameterizedTest
    @EnumSource(CareAction.class)
    void leavingWithAndWithoutAnActionDiffersByItsTrueEffect(CareAction action) {
        Simulation with = begun.fork(Recorder.NONE);
        Simulation without = begun.fork(Recorder.NONE);
        Map<Integer, CareAction> everybody = new HashMap<>();
        begun.atRisk().forEach(unit -> everybody.put(unit.number(), action));

        MonthResult treated = with.step(with.next(), Treatments.of(everybody));
        MonthResult untreated = without.step(without.next(), Treatments.none());

        double expected = 0;
        double discordant = 0;
        for (UnitMonth unit : untreated.units()) {
            double effect = unit.reach().leaving(unit.untreated(), action, response(unit))
                    - unit.untreated().leaving();
            expected += effect;
            discordant += StrictMath.abs(effect);
        }
        // A unit that helps one cause and harms another can change either way, so the spread is a little above that of
        // the effects.
        double spread = StrictMath.sqrt(1.2 * discordant) + 1e-9;
        double difference = treated.leaves().size() - untreated.leaves().size();
        assertThat(difference - expected).isBetween(-FAR * spread, FAR * spread);
        if (action == CareAction.NEWSLETTER) {
            assertThat(difference).isZero();
        } else if (action != CareAction.DISCOUNT_OFFER) {
            assertThat(StrictMath.abs(difference)).isPositive();
        }
    }

    /** Half of them by lot: what a company could do. */
    @Test
    void aRandomisedYearFindsThatTheDiscountHelpsSomeAndHarmsOthers() {
        Simulation simulation = begun.fork(Recorder.NONE);
        Arms dear = new Arms();
        Arms bored = new Arms();
        Map<Cause, Arms> byCause = Map.of(Cause.PRICE, dear, Cause.DISENGAGEMENT, bored);
        SplittableRandom lot = new SplittableRandom(4);
        for (int month = 0; month < 10; month++) {
            Map<Integer, CareAction> chosen = new HashMap<>();
            for (Unit unit : simulation.atRisk()) {
                if (lot.nextBoolean()) {
                    chosen.put(unit.number(), CareAction.DISCOUNT_OFFER);
                }
            }
            // One month of each trial: the next one begins anew.
            Simulation trial = simulation.fork(Recorder.NONE);
            MonthResult result = trial.step(trial.next(), Treatments.of(chosen));
            Set<Integer> left =
                    result.leaves().stream().map(Leave::unit).collect(Collectors.toCollection(HashSet::new));
            for (UnitMonth unit : result.units()) {
                Optional<Arms> arms = unit.untreated().leading().map(byCause::get);
                double effect = unit.reach().leaving(unit.untreated(), CareAction.DISCOUNT_OFFER, response(unit))
                        - unit.untreated().leaving();
                arms.ifPresent(each -> each.add(chosen.containsKey(unit.unit()), left.contains(unit.unit()), effect));
            }
            simulation.step(simulation.next(), Treatments.none());
        }

        assertThat(dear.trueEffect()).isNegative();
        assertThat(bored.trueEffect()).isPositive();
        assertThat(dear.estimate() - dear.trueEffect()).isBetween(-FAR * dear.error(), FAR * dear.error());
        assertThat(bored.estimate() - bored.trueEffect()).isBetween(-FAR * bored.error(), FAR * bored.error());
        assertThat(bored.estimate() / bored.error()).isGreaterThan(3);
    }

    @Test
    void whatADiscountKeepsItGivesBackWhenItEnds() {
        Map<Integer, CareAction> everybody = new HashMap<>();
        begun.atRisk().forEach(unit -> everybody.put(unit.number(), CareAction.DISCOUNT_OFFER));
        Simulation with = begun.fork(Recorder.NONE);
        Simulation without = begun.fork(Recorder.NONE);
        int[] price = new int[5];
        for (int month = 0; month < price.length; month++) {
            Treatments care = month == 0 ? Treatments.of(everybody) : Treatments.none();
            price[month] =
                    forPrice(with.step(with.next(), care)) - forPrice(without.step(without.next(), Treatments.none()));
        }

        assertThat(price[0] + price[1] + price[2]).isNegative();
        assertThat(price[3] + price[4]).isPositive();
    }

    /** The trap of reading an effect from who picked up the phone: those who do are no likelier to leave to begin with. */
    @Test
    void whoIsReachedLeavesLessEvenWhereNothingIsDone() {
        double reached = 0;
        double missed = 0;
        double reachedCount = 0;
        double missedCount = 0;
        Simulation simulation = begun.fork(Recorder.NONE);
        Map<Integer, CareAction> everybody = new HashMap<>();
        begun.atRisk().forEach(unit -> everybody.put(unit.number(), CareAction.NEWSLETTER));
        MonthResult result = simulation.step(simulation.next(), Treatments.of(everybody));
        Map<Integer, Boolean> answer = result.care().stream()
                .collect(Collectors.toMap(
                        CareOutcome::unit, outcome -> outcome.given().reached()));
        for (UnitMonth unit : result.units()) {
            boolean picksUp = Boolean.TRUE.equals(answer.get(unit.unit()));
            double hazard = unit.treated().leaving();
            reached += picksUp ? hazard : 0;
            missed += picksUp ? 0 : hazard;
            reachedCount += picksUp ? 1 : 0;
            missedCount += picksUp ? 0 : 1;
        }

        assertThat(reached / reachedCount).isLessThan(0.95 * missed / missedCount);
    }

    private static long count(MonthResult result, Cause cause) {
        return result.leaves().stream().filter(leave -> leave.cause() == cause).count();
    }

    private static int forPrice(MonthResult result) {
        return (int) count(result, Cause.PRICE);
    }

    private static Response response(UnitMonth unit) {
        return begun.units().get(unit.unit()).traits().response();
    }

    /** Two arms of a trial. */
    private static final class Arms {
        private final double[] size = new double[2];
        private final double[] left = new double[2];
        private double effects;

        void add(boolean treated, boolean leaves, double effect) {
            size[treated ? 1 : 0]++;
            left[treated ? 1 : 0] += leaves ? 1 : 0;
            effects += effect;
        }

        double trueEffect() {
            return effects / (size[0] + size[1]);
        }

        double estimate() {
            return left[1] / size[1] - left[0] / size[0];
        }

        double error() {
            double variance = 0;
            for (int arm = 0; arm < 2; arm++) {
                double share = left[arm] / size[arm];
                variance += share * (1 - share) / size[arm];
            }
            return StrictMath.sqrt(variance);
        }
    }
}
