package io.holdfast.cli.replay.record;

import io.holdfast.care.plan.PlanCustomer;
import io.holdfast.care.playbook.Planning;
import io.holdfast.cli.replay.ReplaySettings;
import io.holdfast.cli.replay.Scoring;
import io.holdfast.simulation.event.AttributeChange;
import io.holdfast.simulation.event.Event;
import io.holdfast.simulation.event.EventKind;
import io.holdfast.simulation.event.Recorder;
import io.holdfast.simulation.run.MonthResult;
import io.holdfast.simulation.run.Simulation;
import io.holdfast.simulation.run.SimulationSettings;
import io.holdfast.simulation.run.UnitMonth;
import io.holdfast.simulation.treatment.CareAction;
import io.holdfast.simulation.treatment.Treatments;
import io.holdfast.simulation.world.World;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Simulated customers with their scores, and the surveys that they answer. For one thread. */
final class RecordedWorld {
    static final YearMonth START = YearMonth.of(2024, 1);

    private static final double CENTS = 100;

    private final Simulation simulation;
    private final Scoring scoring;
    private final Planning planning;
    private final List<Event> surveys = new ArrayList<>();
    private int months;

    RecordedWorld(ReplaySettings settings, long seed) {
        this.planning = settings.playbook().planning().orElseThrow();
        this.scoring = new Scoring(seed);
        this.simulation = Simulation.begin(
                SimulationSettings.of(World.TELECOM, settings.customers(), seed)
                        .withStart(START)
                        .withMonthlyLeaving(settings.monthlyLeaving()),
                settings.effects(),
                new Recorder() {
                    @Override
                    public void event(Event event) {
                        if (event.kind() == EventKind.SATISFACTION) {
                            surveys.add(event);
                        }
                    }

                    @Override
                    public void attribute(AttributeChange change) {
                        // Nobody asks who the customers are.
                    }
                });
    }

    /** The id of a unit; every line is a customer of its own here, and whoever has several is a household. */
    static String id(int unit) {
        return "U" + unit;
    }

    /** The month to come. */
    YearMonth month() {
        return simulation.next();
    }

    /** Everybody who may leave in the month to come, with what a model says of them. */
    List<ScoredUnit> customers() {
        // A look at the month as it would go without further care says what pulls at its beginning.
        Simulation ahead = simulation.fork(Recorder.NONE);
        List<UnitMonth> truths = ahead.step(ahead.next(), Treatments.none()).units();
        List<Scoring.Score> scores = truths.stream()
                .map(truth -> scoring.score(truth.untreated(), truth.unit(), months))
                .toList();
        double[] sorted =
                scores.stream().mapToDouble(Scoring.Score::risk).sorted().toArray();
        List<ScoredUnit> units = new ArrayList<>(truths.size());
        for (int i = 0; i < sorted.length; i++) {
            UnitMonth truth = truths.get(i);
            Scoring.Score score = scores.get(i);
            double fee = truth.revenue() / CENTS;
            PlanCustomer customer = PlanCustomer.of(id(truth.unit()), score.risk())
                    .household("H" + simulation.units().get(truth.unit()).household())
                    .tierValue(fee)
                    .marginIfKept(fee * planning.marginPerValue())
                    .reasons(score.reasons())
                    .build();
            double percentile = 100.0 * Math.abs(Arrays.binarySearch(sorted, score.risk())) / sorted.length;
            units.add(ScoredUnit.of(truth.unit(), customer, score.reasons(), percentile, month().atDay(1)));
        }
        return units;
    }

    /** Lives through the month to come. */
    MonthResult live(Map<Integer, CareAction> care) {
        surveys.clear();
        months++;
        return simulation.step(simulation.next(), Treatments.of(care));
    }

    /** The surveys that were answered in the month that was lived through last. */
    List<Event> surveys() {
        return List.copyOf(surveys);
    }
}
