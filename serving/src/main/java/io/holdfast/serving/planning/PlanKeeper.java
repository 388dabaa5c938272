package io.holdfast.serving.planning;

import io.holdfast.care.plan.CareDecision;
import io.holdfast.care.plan.CarePlan;
import io.holdfast.serving.store.PlanReceipt;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.Writing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    private final List<Optional<ScoredCustomer>> scores = new ArrayList<>();
    private int row;
    private int piece;
    private int kept;
    private int workItems;
    private boolean repeated = true;

    /** A keeper of one plan. */
    public PlanKeeper(Store store, CarePlan plan, PlanRecords records, Writing writing) {
        this.store = store;
        this.plan = plan;
        this.records = records;
        this.writing = writing;
    }

    /**
     * Takes the score of the next customer, in the order of the plan.
     *
     * @throws io.holdfast.serving.store.WriteRefusedException when another plan has this id
     */
    public void next(Optional<ScoredCustomer> score) {
        decisions.add(plan.decisions().get(row));
        scores.add(score);
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
        return new Kept(plan.planId(), piece, repeated, kept, workItems);
    }

    private void flush() {
        piece++;
        PlanReceipt receipt = store.plans().keep(records.of(piece, decisions, scores), writing);
        kept += receipt.decisions();
        workItems += receipt.workItems();
        repeated &= receipt.repeated();
        decisions.clear();
        scores.clear();
    }

    /**
     * What became of it.
     *
     * @param planId names the plan
     * @param pieces in how many it was kept
     * @param repeated whether all had been kept before
     * @param decisions how many were kept
     * @param workItems how many items came onto the work list
     */
    public record Kept(String planId, int pieces, boolean repeated, int decisions, int workItems) {}
}
