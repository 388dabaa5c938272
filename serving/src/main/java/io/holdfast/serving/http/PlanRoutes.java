package io.holdfast.serving.http;

import io.holdfast.serving.planning.KeptPlan;
import io.holdfast.serving.planning.PlanDesk;
import io.holdfast.serving.planning.PlanOrder;
import io.holdfast.serving.planning.WrongCellException;
import io.holdfast.serving.store.CustomerState;
import io.holdfast.serving.wire.MalformedRequestException;
import io.holdfast.serving.wire.PlanReplies;
import io.holdfast.serving.wire.PlanRequests;
import io.holdfast.serving.wire.StoreKnowledge;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;

/** Makes plans. */
final class PlanRoutes {
    private final Optional<Planning> planning;

    /** Routes of a server that may have no playbook to plan by. */
    PlanRoutes(Optional<Planning> planning) {
        this.planning = planning;
    }

    /**
     * What it takes to plan.
     *
     * @param requests reads requests
     * @param desk plans
     */
    record Planning(PlanRequests requests, PlanDesk desk) {}

    /** {@code POST /v1/care-plans}. */
    byte[] plan(DocumentCall call) throws MalformedRequestException {
        Planning known = planning.orElseThrow(PlanRoutes::none);
        PlanOrder order =
                known.requests().read(call.body(), LocalDate.ofInstant(call.now(), ZoneOffset.UTC), knowledge(call));
        try {
            KeptPlan kept = known.desk().plan(order, call.store(), call.writing());
            return PlanReplies.write(kept, call.now(), call.reply());
        } catch (WrongCellException e) {
            throw PlanRequests.wrong(e);
        }
    }

    private static StoreKnowledge knowledge(DocumentCall call) {
        return new StoreKnowledge() {
            @Override
            public List<CustomerState> look(List<String> ids) {
                return call.store().people().look(ids, call.now());
            }

            @Override
            public boolean isKept(String planId) {
                return call.store().plans().isKept(planId);
            }
        };
    }

    private static ProblemException none() {
        return new ProblemException(Problem.of(
                HttpStatus.NOT_FOUND_404,
                "no_plans",
                "This server has no playbook to plan by (expected: one of format 2, with effects and costs, in the"
                        + " bundle or by --playbook).",
                "该服务器没有可用于计划的方案（应为：模型包中或以 --playbook 给出的、含效果与成本的格式 2 方案）。"));
    }
}
