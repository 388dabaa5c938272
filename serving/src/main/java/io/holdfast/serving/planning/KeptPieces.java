package io.holdfast.serving.planning;

import io.holdfast.care.plan.CareDecision;
import io.holdfast.care.plan.CarePlan;
import io.holdfast.care.plan.KeptRows;
import io.holdfast.care.plan.PlanCause;
import io.holdfast.serving.store.NewDecision;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoredDecision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What stands of a large plan whose keeping was interrupted. */
public final class KeptPieces {
    private KeptPieces() {}

    /**
     * The rows of the pieces that were kept, if others were not.
     *
     * @param plan of the same list; only what its rows are called counts
     */
    public static KeptRows of(Store store, CarePlan plan) {
        List<CareDecision> decisions = plan.decisions();
        int pieces = (decisions.size() + PlanKeeper.PIECE - 1) / PlanKeeper.PIECE;
        boolean whole = true;
        Map<Integer, KeptRows.Decided> kept = new HashMap<>();
        for (int piece = 1; piece <= pieces; piece++) {
            if (store.plans().isKept(PlanRecords.pieceId(plan, piece))) {
                int end = Math.min(decisions.size(), piece * PlanKeeper.PIECE);
                int begin = (piece - 1) * PlanKeeper.PIECE;
                Map<String, StoredDecision> stored = store.plans()
                        .find(decisions.subList(begin, end).stream()
                                .map(CareDecision::decisionId)
                                .toList());
                for (int row = begin; row < end; row++) {
                    kept.put(
                            row,
                            decided(Optional.ofNullable(
                                    stored.get(decisions.get(row).decisionId()))));
                }
            } else {
                whole = false;
            }
        }
        return whole ? KeptRows.NONE : new KeptRows(kept);
    }

    /** Of whom there is no decision of the plan, another one stood. */
    private static KeptRows.Decided decided(Optional<StoredDecision> known) {
        Optional<StoredDecision> care =
                known.filter(decision -> !decision.status().equals(NewDecision.NONE));
        return new KeptRows.Decided(
                care.flatMap(StoredDecision::action),
                known.isEmpty()
                        ? Optional.of(PlanCause.EARLIER_DECISION)
                        : known.flatMap(StoredDecision::cause).flatMap(PlanCause::of),
                known.map(StoredDecision::campaignShare)
                        .filter(share -> share > 0)
                        .map(OptionalDouble::of)
                        .orElse(OptionalDouble.empty()));
    }
}
