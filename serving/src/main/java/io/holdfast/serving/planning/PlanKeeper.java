package io.holdfast.serving.planning;

import io.holdfast.care.plan.CareDecision;
import io.holdfast.care.plan.CarePlan;
import io.holdfast.serving.store.NewDecision;
import io.holdfast.serving.store.NewPlan;
import io.holdfast.serving.store.PlanReceipt;
import io.holdfast.serving.store.Plans;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoredDecision;
import io.holdfast.serving.store.StoredPrediction;
import io.holdfast.serving.store.WriteRefusedException;
import io.holdfast.serving.store.Writing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps a large plan in pieces, each in one transaction, so that memory holds one piece at a time. Whoever is interrupted begins anew: what was kept counts
 * once, also where something else is known of its customers by now. For one thread.
 */
public final class PlanKeeper {
    static final int PIECE = 1000;

    private final Store store;
    private final CarePlan plan;
    private final PlanRecords records;
    private final Writing writing;
    private final List<CareDecision> decisions = new ArrayList<>();
    private final List<Optional<StoredPrediction>> predictions = new ArrayList<>();
    private int row;
    private int piece;
    private int kept;
    private int workItems;
    private boolean repeated = true;
    private int standing;
    private Optional<WriteRefusedException> refusal = Optional.empty();
    private final Set<String> left = new HashSet<>();

    /** A keeper of one plan. */
    public PlanKeeper(Store store, CarePlan plan, PlanRecords records, Writing writing) {
        this.store = store;
        this.plan = plan;
        this.records = records;
        this.writing = writing;
    }

    /**
     * Takes what the decision on the next customer rests on, in the order of the plan.
     *
     * @throws WriteRefusedException when another plan has this id
     */
    public void next(Optional<StoredPrediction> prediction) {
        decisions.add(plan.decisions().get(row));
        predictions.add(prediction);
        row++;
        if (decisions.size() == PIECE) {
            flush();
        }
    }

    /**
     * Keeps what is left.
     *
     * @throws WriteRefusedException when all had been kept before, and by what is known now some of it would be otherwise
     */
    public Kept finish() {
        if (!decisions.isEmpty()) {
            flush();
        }
        if (repeated && refusal.isPresent()) {
            throw refusal.get();
        }
        return new Kept(plan.planId(), piece, repeated, kept, workItems, standing, left);
    }

    private void flush() {
        piece++;
        NewPlan record = records.of(piece, decisions, predictions);
        try {
            PlanReceipt receipt = store.plans().keep(record, writing);
            kept += receipt.decisions();
            workItems += receipt.workItems();
            repeated &= receipt.repeated();
            left.addAll(receipt.left());
        } catch (WriteRefusedException e) {
            if (!e.code().equals(Plans.KEPT)) {
                throw e;
            }
            refusal = refusal.or(() -> Optional.of(e));
            stands(record);
        }
        decisions.clear();
        predictions.clear();
    }

    /** What was decided then stands; of what would be otherwise now, nothing is kept. */
    private void stands(NewPlan record) {
        Map<String, StoredDecision> stored = store.plans()
                .find(record.decisions().stream().map(NewDecision::decisionId).toList());
        standing += stored.size();
        for (NewDecision decision : record.decisions()) {
            if (Optional.ofNullable(stored.get(decision.decisionId()))
                    .filter(each -> each.status().equals(decision.status())
                            && each.action().equals(decision.action()))
                    .isEmpty()) {
                left.add(decision.decisionId());
            }
        }
    }

    /**
     * What became of it.
     *
     * @param planId names the plan
     * @param pieces in how many it was kept
     * @param repeated whether all had been kept before
     * @param decisions how many were kept, or had been, as they would be decided now
     * @param workItems how many items came onto the work list
     * @param standing how many beside them stand in pieces that had been kept when other things were known
     * @param left ids of the decisions that were not kept, since an earlier one stands
     */
    public record Kept(
            String planId, int pieces, boolean repeated, int decisions, int workItems, int standing, Set<String> left) {
        /** Keeps a copy. */
        public Kept {
            left = Set.copyOf(left);
        }
    }
}
