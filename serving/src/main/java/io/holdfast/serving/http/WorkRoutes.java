package io.holdfast.serving.http;

import io.holdfast.serving.store.WorkList;
import io.holdfast.serving.wire.CustomerReplies;
import io.holdfast.serving.wire.MalformedRequestException;
import io.holdfast.serving.wire.RowReplies;
import io.holdfast.serving.wire.WorkReplies;
import io.holdfast.serving.wire.WorkRequests;
import io.holdfast.serving.work.WorkItem;
import io.holdfast.serving.work.WorkQuery;
import java.util.List;

/** Answers about the work list. */
final class WorkRoutes {
    private WorkRoutes() {}

    /** {@code POST /v1/work-items:query}. */
    static byte[] query(DocumentCall call) throws MalformedRequestException {
        WorkQuery query = WorkRequests.query(call.body());
        WorkList work = call.store().work();
        List<String> teams = query.team().isPresent() ? work.teams() : List.of();
        return WorkReplies.page(work.query(query, call.now()), query, teams, call.now(), call.reply());
    }

    /** {@code POST /v1/work-items:claim}. */
    static byte[] claim(DocumentCall call) throws MalformedRequestException {
        WorkRequests.Step step = WorkRequests.step(call.body());
        return single(call, call.store().work().claim(step.itemId(), step.agent(), call.writing()));
    }

    /** {@code POST /v1/work-items:release}. */
    static byte[] release(DocumentCall call) throws MalformedRequestException {
        WorkRequests.Step step = WorkRequests.step(call.body());
        return single(call, call.store().work().release(step.itemId(), step.agent(), call.writing()));
    }

    /** {@code POST /v1/work-items:escalate}. */
    static byte[] escalate(DocumentCall call) throws MalformedRequestException {
        WorkRequests.Step step = WorkRequests.escalation(call.body());
        return single(call, call.store().work().escalate(step.itemId(), step.team(), step.agent(), call.writing()));
    }

    /** {@code POST /v1/work-items:disposition}. */
    static byte[] disposition(DocumentCall call) throws MalformedRequestException {
        return single(call, call.store().work().attempt(WorkRequests.attempt(call.body(), call.now()), call.writing()));
    }

    /** {@code POST /v1/work-attempts}: many, each for an item that its agent has or that nobody has. */
    static byte[] attempts(DocumentCall call) throws MalformedRequestException {
        return EachRow.of(
                call,
                "attempts",
                row -> WorkRequests.row(row, call.now()),
                attempts -> call.store().work().attemptEach(attempts, call.writing()),
                new RowReplies(call.reply(), false));
    }

    /** {@code POST /v1/owners:mark}. */
    static byte[] markOwner(DocumentCall call) throws MalformedRequestException {
        WorkRequests.Owner owner = WorkRequests.owner(call.body());
        call.store().work().owner(owner.owner(), owner.left(), call.writing());
        return CustomerReplies.marked(owner, call.reply());
    }

    private static byte[] single(DocumentCall call, WorkItem item) {
        return WorkReplies.single(item, call.now(), call.reply());
    }
}
