package io.holdfast.cli.planning;

import io.holdfast.care.plan.ActionEffects;
import io.holdfast.care.plan.Budget;
import io.holdfast.care.plan.CarePlan;
import io.holdfast.care.plan.EffectSource;
import io.holdfast.care.plan.KeptRows;
import io.holdfast.care.plan.PlanCustomer;
import io.holdfast.care.plan.PlanSettings;
import io.holdfast.care.plan.Planner;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.serving.batch.TooManyRejectedException;
import io.holdfast.serving.planning.EarlierWork;
import io.holdfast.serving.planning.KeptPieces;
import io.holdfast.serving.planning.MeasuredEffects;
import io.holdfast.serving.planning.PlanKeeper;
import io.holdfast.serving.planning.PlanRecords;
import io.holdfast.serving.planning.StoreFacts;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoredPrediction;
import io.holdfast.serving.store.Writing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Plans for a file's customers with what a store knows of them, and keeps the plan there.
 *
 * @param effects by which effects
 * @param day the first day of the plan
 * @param now the moment by which what the store holds counts, and under which the plan is kept
 */
public record KeptPlanning(
        ModelBundle bundle,
        Playbook playbook,
        EffectSource effects,
        Budget budget,
        PlanSettings settings,
        LocalDate day,
        Instant now) {
    /** Who writes, in the audit, where a command opens the store itself. */
    private static final String LOCAL = "local";

    /** The plan, the rows it is not for, and what the store says of keeping it. */
    public record Outcome(CarePlan plan, List<RefusedRow> refused, PlanKeeper.Kept receipt) {}

    /**
     * Plans and keeps. The file is read twice, so that no score has to be held until the plan is made.
     *
     * @param maxRejected how many rows may be at fault
     * @throws io.holdfast.scoring.fault.InputException when the file is at fault; nothing is kept then
     * @throws TooManyRejectedException when too many of its rows are; nothing is kept then
     * @throws io.holdfast.serving.store.WriteRefusedException when the store holds another plan of this name
     * @throws io.holdfast.serving.store.StoreUnavailableException when it does not answer or has no room
     */
    public Outcome plan(Store store, PlanSource source, long maxRejected) throws TooManyRejectedException {
        Planner planner = new Planner(
                playbook,
                effects == EffectSource.MEASURED
                        ? new MeasuredEffects(playbook.planning().orElseThrow()).of(store, now)
                        : ActionEffects.none(),
                bundle.description().reasons());
        String id = planner.planId(settings);
        Predicate<String> objecting = store.people().objecting()::contains;
        PlanList list = PlanList.read(source, objecting, maxRejected);
        List<PlanCustomer> known =
                new StoreFacts(store, playbook.planning().orElseThrow(), id, day, now).addTo(list.customers());
        Budget left =
                budget.withOpenWork(EarlierWork.of(store, playbook.planning().orElseThrow(), id, Set.of(), day, now));
        CarePlan whole = planner.plan(known, left, settings);
        KeptRows kept = KeptPieces.of(store, whole);
        CarePlan plan = kept.decided().isEmpty() ? whole : planner.plan(known, kept, left, settings);
        PlanRecords records = new PlanRecords(bundle, playbook, budget, effects, plan);
        PlanKeeper keeper = new PlanKeeper(store, plan, records, new Writing(LOCAL, now));
        source.each(objecting, new PlanSource.Use() {
            @Override
            public void customer(PlanCustomer customer, Supplier<Optional<StoredPrediction>> prediction) {
                keeper.next(prediction.get());
            }

            @Override
            public void refused(RefusedRow row) {
                // It was counted when the file was read first.
            }
        });
        return new Outcome(plan, list.refused(), keeper.finish());
    }
}
