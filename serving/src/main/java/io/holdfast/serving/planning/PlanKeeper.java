package io.holdfast.serving.planning;

import io.holdfast.care.plan.CareDecision;
import io.holdfast.care.plan.CarePlan;
import io.holdfast.serving.store.PlanReceipt;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoredPrediction;
import io.holdfast.serving.store.Writing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps a large plan in pieces, each in one transaction, so that memory holds one piece at a time. Whoever is interrupted begins anew: what was kept counts
 * once. For one thread.
 */
public final class PlanKeeper {
    private static final int PIECE = 1000;

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
     * @throws io.holdfast.serving.store.WriteRefusedException when another plan has this id
     */
    public void next(Optional<StoredPrediction> prediction) {
        decisions.add(plan.decisions().get(row));
        predictions.add(prediction);
        row++;
        if (decisions.size() == PIECE) {
            flush();
        }
    }

    /** Keeps what is left. */
    public Kept finish() {
        if (!decisions.isEmpty()) {
            flush();
        }
        return new Kept(plan.planId(), piece, repeated, kept, workItems, left);
    }

    private void flush() {
        piece++;
        PlanReceipt receipt = store.plans().keep(records.of(piece, decisions, predictions), writing);
        kept += receipt.decisions();
        workItems += receipt.workItems();
        repeated &= receipt.repeated();
        left.addAll(receipt.left());
        decisions.clear();
        predictions.clear();
    }

    /**
     * What became of it.
     *
     * @param planId names the plan
     * @param pieces in how many it was kept
     * @param repeated whether all had been kept before
     * @param decisions how many were kept
     * @param workItems how many items came onto the work list
     * @param left ids of the decisions that were not kept, since an earlier one stands
     */
    public record Kept(String planId, int pieces, boolean repeated, int decisions, int workItems, Set<String> left) {
        /** Keeps a copy. */
        public Kept {
            left = Set.copyOf(left);
        }
    }
}
