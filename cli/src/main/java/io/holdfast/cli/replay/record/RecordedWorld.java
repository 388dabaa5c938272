package io.holdfast.cli.replay.record;

import io.holdfast.care.playbook.Planning;
import io.holdfast.cli.replay.Outlook;
import io.holdfast.cli.replay.ReplaySettings;
import io.holdfast.cli.replay.Scoring;
import io.holdfast.simulation.event.AttributeChange;
import io.holdfast.simulation.event.Event;
import io.holdfast.simulation.event.EventKind;
import io.holdfast.simulation.event.Recorder;
import io.holdfast.simulation.run.MonthResult;
import io.holdfast.simulation.run.Simulation;
import io.holdfast.simulation.treatment.CareAction;
import io.holdfast.simulation.treatment.Treatments;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Simulated customers with their scores, and the surveys that they answer. For one thread. */
final class RecordedWorld {
    static final YearMonth START = YearMonth.of(2024, 1);

    private final Simulation simulation;
    private final Scoring scoring;
    private final Planning planning;
    private final List<Event> surveys = new ArrayList<>();
    private int months;

    RecordedWorld(ReplaySettings settings, long seed) {
        this.planning = settings.playbook().planning().orElseThrow();
        this.scoring = new Scoring(seed);
        this.simulation = Simulation.begin(
                Outlook.simulation(settings, seed).withStart(START), settings.effects(), new Recorder() {
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

    /** The month to come. */
    YearMonth month() {
        return simulation.next();
    }

    /** Everybody who may leave in the month to come, with what a model says of them. */
    List<ScoredUnit> customers() {
        List<Outlook> seen = Outlook.of(simulation, scoring, planning, months);
        double[] sorted =
                seen.stream().mapToDouble(each -> each.score().risk()).sorted().toArray();
        List<ScoredUnit> units = new ArrayList<>(seen.size());
        for (Outlook each : seen) {
            Scoring.Score score = each.score();
            double percentile = 100.0 * Math.abs(Arrays.binarySearch(sorted, score.risk())) / sorted.length;
            units.add(ScoredUnit.of(
                    each.truth().unit(), each.customer().build(), score.reasons(), percentile, month().atDay(1)));
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
