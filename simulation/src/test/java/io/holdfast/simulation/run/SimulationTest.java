package io.holdfast.simulation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulation.behaviour.Unit;
import io.holdfast.simulation.event.AttributeChange;
import io.holdfast.simulation.event.Event;
import io.holdfast.simulation.event.EventKind;
import io.holdfast.simulation.event.Recorder;
import io.holdfast.simulation.hazard.Cause;
import io.holdfast.simulation.treatment.CareAction;
import io.holdfast.simulation.treatment.Treatments;
import io.holdfast.simulation.world.World;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulationTest {
    private static final int MONTHS = 18;
    /** Beyond, chance deviates once in 16,000 times. */
    private static final double FAR = 4;

    @ParameterizedTest
    @EnumSource(World.class)
    void asManyLeaveAsTheHazardsSayByCauseAndByLevel(World world) {
        Simulation simulation = Simulation.begin(SimulationSettings.of(world, 6_000, 3), Recorder.NONE);
        Tally all = new Tally();
        Map<Cause, Tally> byCause = new EnumMap<>(Cause.class);
        Map<Integer, Tally> byLevel = new TreeMap<>();
        for (int month = 0; month < MONTHS; month++) {
            MonthResult result = simulation.step(simulation.next(), Treatments.none());
            Map<Integer, Cause> left = result.leaves().stream().collect(Collectors.toMap(Leave::unit, Leave::cause));
            for (UnitMonth unit : result.units()) {
                double hazard = unit.treated().leaving();
                assertThat(hazard).isBetween(0.0, 1.0);
                all.add(hazard, left.containsKey(unit.unit()));
                byLevel.computeIfAbsent((int) (4 * StrictMath.log10(hazard)), level -> new Tally())
                        .add(hazard, left.containsKey(unit.unit()));
                for (Cause cause : Cause.all()) {
                    double share = unit.treated().of(cause) / unit.treated().total();
                    byCause.computeIfAbsent(cause, each -> new Tally())
                            .add(hazard * share, left.get(unit.unit()) == cause);
                }
            }
        }

        assertThat(all.deviation()).isBetween(-FAR, FAR);
        byLevel.forEach((level, tally) ->
                assertThat(tally.deviation()).as("hazards of level " + level).isBetween(-FAR - 1, FAR + 1));
        byCause.forEach((cause, tally) -> {
            assertThat(tally.deviation()).as(cause.code()).isBetween(-FAR, FAR);
            if (world.contractual() || cause != Cause.NON_PAYMENT) {
                assertThat(tally.happened).as(cause.code()).isPositive();
            }
        });
    }

    @ParameterizedTest
    @EnumSource(World.class)
    void aboutAsManyLeaveAsTheSettingsSay(World world) {
        for (double share : new double[] {world.monthlyLeaving(), 0.035}) {
            Simulation simulation =
                    Simulation.begin(SimulationSettings.of(world, 4_000, 11).withMonthlyLeaving(share), Recorder.NONE);
            double voluntary = 0;
            double atRisk = 0;
            for (int month = 0; month < 12; month++) {
                MonthResult result = simulation.step(simulation.next(), Treatments.none());
                atRisk += result.units().size();
                voluntary += result.leaves().stream()
                        .filter(leave -> leave.cause().isVoluntary())
                        .count();
            }
            assertThat(voluntary / atRisk).as("share " + share).isCloseTo(share, within(0.2 * share));
        }
    }

    @Test
    void withoutTreatmentTwoRunsAreTheSameAndAForkGoesOnLikeItsOrigin() {
        History first = new History();
        History second = new History();
        Simulation one = Simulation.begin(settings(100), first);
        Simulation two = Simulation.begin(settings(100), second);
        run(one, 4);
        run(two, 4);
        assertThat(first.events).isNotEmpty().isEqualTo(second.events);
        assertThat(first.attributes).isNotEmpty().isEqualTo(second.attributes);

        History forked = new History();
        Simulation fork = two.fork(forked);
        first.events.clear();
        List<MonthResult> expected = run(one, 3);
        assertThat(run(fork, 3)).usingRecursiveComparison().isEqualTo(expected);
        assertThat(forked.events).isEqualTo(first.events);
    }

    @Test
    void aForkIntoAnotherFutureKeepsItsPastAndMeetsOtherChance() {
        Simulation simulation = Simulation.begin(settings(400), Recorder.NONE);
        run(simulation, 4);
        History own = new History();
        History other = new History();
        History again = new History();
        Simulation same = simulation.fork(own);
        Simulation first = simulation.fork(1, other);
        Simulation second = simulation.fork(1, again);
        MonthResult ownMonth = run(same, 1).get(0);
        MonthResult otherMonth = run(first, 1).get(0);
        run(second, 1);

        // Hazards are those of a month's first moment, so the first month's are of the common past.
        assertThat(otherMonth.units())
                .usingRecursiveFieldByFieldElementComparatorOnFields("unit", "untreated")
                .isEqualTo(ownMonth.units());
        assertThat(other.events).isNotEqualTo(own.events).isEqualTo(again.events);
        assertThat(otherMonth.leaves()).isNotEqualTo(ownMonth.leaves());
    }

    @Test
    void asManyLeaveOnAverageOverOtherFuturesAsTheHazardsSay() {
        Simulation simulation = Simulation.begin(settings(1_500), Recorder.NONE);
        run(simulation, 6);
        Tally all = new Tally();
        for (long future = 0; future < 12; future++) {
            Simulation fork = simulation.fork(future, Recorder.NONE);
            for (MonthResult month : run(fork, 3)) {
                Map<Integer, Cause> left = month.leaves().stream().collect(Collectors.toMap(Leave::unit, Leave::cause));
                month.units().forEach(unit -> all.add(unit.treated().leaving(), left.containsKey(unit.unit())));
            }
        }

        assertThat(all.deviation()).isBetween(-FAR, FAR);
    }

    @Test
    void anotherSeedIsAnotherHistory() {
        History first = new History();
        History second = new History();
        run(Simulation.begin(settings(100), first), 2);
        run(Simulation.begin(SimulationSettings.of(World.TELECOM, 100, 6), second), 2);

        assertThat(first.events).isNotEqualTo(second.events);
    }

    @Test
    void moreCustomersChangeNoneOfTheOthers() {
        History few = new History();
        History many = new History();
        run(Simulation.begin(settings(200), few), 6);
        run(Simulation.begin(settings(260), many), 6);
        int units = 1
                + few.attributes.stream().mapToInt(AttributeChange::unit).max().orElseThrow();

        assertThat(many.events.stream().filter(event -> event.unit() < units)).isEqualTo(few.events);
    }

    @Test
    void aTreatmentChangesNobodyButTheTreatedAndTheirHouseholds() {
        Simulation base = Simulation.begin(settings(400), Recorder.NONE);
        run(base, 2);
        History without = new History();
        History with = new History();
        Simulation untreated = base.fork(without);
        Simulation treated = base.fork(with);
        Map<Integer, CareAction> care = new HashMap<>();
        base.atRisk().stream()
                .filter(unit -> unit.household() % 4 == 0)
                .forEach(unit -> care.put(unit.number(), CareAction.DISCOUNT_OFFER));
        treated.step(treated.next(), Treatments.of(care));
        untreated.step(untreated.next(), Treatments.none());
        run(treated, 5);
        run(untreated, 5);

        assertThat(untouched(with, base)).isNotEmpty().isEqualTo(untouched(without, base));
        assertThat(with.events.stream().filter(event -> event.kind() == EventKind.CARE))
                .hasSize(care.size());
    }

    @Test
    void theUntreatedHazardIsThatOfTheRunWithoutCare() {
        Simulation base = Simulation.begin(settings(400), Recorder.NONE);
        run(base, 1);
        Simulation untreated = base.fork(Recorder.NONE);
        Map<Integer, CareAction> care = new HashMap<>();
        base.atRisk().forEach(unit -> care.put(unit.number(), CareAction.LOYALTY_POINTS));
        MonthResult with = base.step(base.next(), Treatments.of(care));
        MonthResult without = untreated.step(untreated.next(), Treatments.none());

        int helped = 0;
        for (int at = 0; at < with.units().size(); at++) {
            UnitMonth treated = with.units().get(at);
            assertThat(treated.untreated())
                    .usingRecursiveComparison()
                    .isEqualTo(without.units().get(at).treated());
            helped += treated.treated().total() < treated.untreated().total() ? 1 : 0;
        }
        assertThat(helped).isPositive();
    }

    @Test
    void nothingIsRecordedBeforeJoiningOrAfterLeaving() {
        History history = new History();
        Simulation simulation = Simulation.begin(settings(500), history);
        Map<Integer, Long> left = new HashMap<>();
        run(simulation, 12).forEach(month -> month.leaves().forEach(leave -> left.put(leave.unit(), leave.at())));
        Map<Integer, Long> joined = new HashMap<>();
        history.attributes.stream()
                .filter(change -> change.name().equals("joined"))
                .forEach(change -> joined.put(change.unit(), change.validFrom()));

        assertThat(left).isNotEmpty();
        assertThat(history.events).allSatisfy(event -> {
            assertThat(event.occurredAt()).isGreaterThanOrEqualTo(joined.get(event.unit()));
            assertThat(event.occurredAt()).isLessThanOrEqualTo(left.getOrDefault(event.unit(), Long.MAX_VALUE));
            assertThat(event.arrivedAt()).isGreaterThanOrEqualTo(event.occurredAt());
        });
        assertThat(history.events.stream()
                        .filter(event -> event.kind() == EventKind.LEAVE)
                        .map(Event::unit))
                .containsExactlyInAnyOrderElementsOf(left.keySet());
    }

    @Test
    void refusesAWrongMonthAndAUnitThatHasNotComeYet() {
        Simulation simulation = Simulation.begin(settings(100), Recorder.NONE);
        Unit late = simulation.units().stream()
                .filter(unit -> unit.joined() > 1)
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> simulation.step(simulation.next().plusMonths(1), Treatments.none()))
                .hasMessage("month: 2024-02 (expected: 2024-01)");
        assertThatThrownBy(() ->
                        simulation.step(simulation.next(), Treatments.of(Map.of(late.number(), CareAction.REPAIR))))
                .hasMessageContaining("a unit that came before 2024-01");
    }

    @Test
    void whoeverHasLeftCostsTheContactAndIsNotReached() {
        Simulation simulation = Simulation.begin(SimulationSettings.of(World.FOOD, 300, 5), Recorder.NONE);
        int gone = run(simulation, 3).get(0).leaves().get(0).unit();

        MonthResult result = simulation.step(simulation.next(), Treatments.of(Map.of(gone, CareAction.COURTESY_CALL)));

        assertThat(result.care()).singleElement().satisfies(outcome -> {
            assertThat(outcome.unit()).isEqualTo(gone);
            assertThat(outcome.given().reached()).isFalse();
        });
    }

    @Test
    void settingsKeepTheirRanges() {
        assertThatThrownBy(() -> SimulationSettings.of(World.FOOD, 0, 1)).hasMessageContaining("1 to 5000000");
        assertThatThrownBy(() -> SimulationSettings.of(World.FOOD, 1, 1).withMonthlyLeaving(0.5))
                .hasMessageContaining("0.001 to 0.2");
        assertThatThrownBy(() ->
                        SimulationSettings.of(World.FOOD, 1, 1).withStart(SimulationSettings.LAST_START.plusMonths(1)))
                .hasMessageContaining("2070-12");
    }

    private static List<Event> untouched(History history, Simulation base) {
        return history.events.stream()
                .filter(event -> base.units().get(event.unit()).household() % 4 != 0)
                .toList();
    }

    private static SimulationSettings settings(int customers) {
        return SimulationSettings.of(World.TELECOM, customers, 5);
    }

    private static List<MonthResult> run(Simulation simulation, int months) {
        List<MonthResult> results = new ArrayList<>();
        for (int month = 0; month < months; month++) {
            results.add(simulation.step(simulation.next(), Treatments.none()));
        }
        return results;
    }

    /** Expected against happened. */
    private static final class Tally {
        private double expected;
        private double variance;
        private int happened;

        void add(double probability, boolean happens) {
            expected += probability;
            variance += probability * (1 - probability);
            happened += happens ? 1 : 0;
        }

        /** In standard deviations; a level that holds next to nobody cannot deviate. */
        double deviation() {
            return variance < 1 ? 0 : (happened - expected) / StrictMath.sqrt(variance);
        }
    }

    private static final class History implements Recorder {
        private final List<Event> events = new ArrayList<>();
        private final List<AttributeChange> attributes = new ArrayList<>();

        @Override
        public void event(Event event) {
            events.add(event);
        }

        @Override
        public void attribute(AttributeChange change) {
            attributes.add(change);
        }
    }
}
