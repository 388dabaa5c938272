package io.holdfast.cli.replay.record;

import io.holdfast.care.plan.CarePlan;
import io.holdfast.care.plan.EffectSource;
import io.holdfast.care.plan.PlanCustomer;
import io.holdfast.care.plan.PlanSettings;
import io.holdfast.care.plan.Planner;
import io.holdfast.care.playbook.Planning;
import io.holdfast.cli.replay.ReplayMonth;
import io.holdfast.cli.replay.ReplayPolicy;
import io.holdfast.cli.replay.ReplayRun;
import io.holdfast.cli.replay.ReplaySettings;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.serving.planning.MeasuredEffects;
import io.holdfast.serving.planning.PlanKeeper;
import io.holdfast.serving.planning.PlanRecords;
import io.holdfast.serving.planning.StoreFacts;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.Writing;
import io.holdfast.simulation.run.MonthResult;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lives through a replay of plans that learn, and keeps it in a store as the product would have: every month a plan by what the store knows, its work items worked
 * off, and what became of the customers, each dated by the simulated day. For one thread.
 */
public final class RecordedReplay {
    /** The first month. */
    public static final YearMonth START = RecordedWorld.START;

    /** By whom, in the audit. */
    private static final String ACTOR = "replay";

    private static final Duration MORNING = Duration.ofHours(8);

    private final ReplaySettings settings;
    private final Planning planning;
    private final Store store;

    /**
     * A replay into a store.
     *
     * @param settings those of a {@link io.holdfast.cli.replay.Replay}, which has checked their playbook
     * @param store empty
     */
    public RecordedReplay(ReplaySettings settings, Store store) {
        this.settings = settings;
        this.planning = settings.playbook().planning().orElseThrow();
        this.store = store;
    }

    /** The last month with a plan. */
    public static YearMonth lastPlanned(ReplaySettings settings) {
        return START.plusMonths(settings.months() - 1L);
    }

    /** The first moment of the month after the last one. */
    public static Instant end(ReplaySettings settings) {
        return midnight(
                START.plusMonths(settings.months() + (long) settings.after()).atDay(1));
    }

    /** Lives through all months; the same settings, seed and playbook leave the same plans, work and outcomes, under new ids of rows. */
    public ReplayRun run(long seed) {
        RecordedWorld world = new RecordedWorld(settings, seed);
        MeasuredEffects measured = new MeasuredEffects(planning);
        RecordedWork work = new RecordedWork(store, planning, ACTOR);
        RecordedOutcomes outcomes = new RecordedOutcomes(store, seed, ACTOR);
        List<ReplayMonth> months = new ArrayList<>();
        double atRisk = 0;
        for (int month = 0; month < settings.months() + settings.after(); month++) {
            if (month < settings.months()) {
                atRisk += plan(world, measured, work);
            }
            MonthResult result = world.live(work.actions());
            RecordedWork.Done done = work.carriedOut(result);
            RecordedOutcomes.Sums sums = outcomes.of(result, done, world.surveys());
            months.add(new ReplayMonth(month + 1, sums.margin(), done.units(), sums.spent(), sums.left()));
        }
        return new ReplayRun(ReplayPolicy.LOOP, seed, months, atRisk);
    }

    /** Plans as {@code holdfast plan --store} does. */
    private double plan(RecordedWorld world, MeasuredEffects measured, RecordedWork work) {
        LocalDate day = world.month().atDay(1);
        Instant now = midnight(day).plus(MORNING);
        Planner planner = new Planner(settings.playbook(), measured.of(store, now), ReasonCatalogue.standard());
        PlanSettings when = PlanSettings.of(day);
        String planId = planner.planId(when);
        List<ScoredUnit> units = world.customers();
        List<PlanCustomer> known = new StoreFacts(store, planning, planId, day, now)
                .addTo(units.stream().map(ScoredUnit::customer).toList());
        CarePlan plan = planner.plan(known, settings.budget(), when);
        PlanRecords records = new PlanRecords(
                ScoredUnit.MODEL_DIGEST, settings.playbook(), settings.budget(), EffectSource.MEASURED, plan);
        PlanKeeper keeper = new PlanKeeper(store, plan, records, new Writing(ACTOR, now));
        units.forEach(unit -> keeper.next(Optional.of(unit.prediction())));
        PlanKeeper.Kept kept = keeper.finish();
        work.take(plan, units, kept.left(), now);
        return plan.summary().price().atRisk();
    }

    static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
