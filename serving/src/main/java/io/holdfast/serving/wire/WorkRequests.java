package io.holdfast.serving.wire;

import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.serving.work.Attempt;
import io.holdfast.serving.work.Disposition;
import io.holdfast.serving.work.WorkQuery;
import io.holdfast.serving.work.WorkStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what is asked of the work list. */
public final class WorkRequests {
    /** The most characters of names: agents, owners, teams, ids of rows. */
    public static final int NAME = 128;

    /** The most characters of a note. */
    public static final int NOTE = 2000;

    private WorkRequests() {}

    /**
     * An agent and one work item.
     *
     * @param itemId names the item
     * @param agent who acts
     * @param team to which it goes, where that is asked for
     */
    public record Step(String itemId, String agent, Optional<String> team) {}

    /**
     * An owner who left, or came back.
     *
     * @param owner the employee or branch
     * @param left whether they are gone
     */
    public record Owner(String owner, boolean left) {}

    /**
     * Somebody did something else than was decided.
     *
     * @param decisionId names the decision
     * @param agent who did it
     * @param action code of what was done; empty for nothing, or for what is no action of the playbook
     * @param reason in the agent's words
     */
    public record Overriding(String decisionId, String agent, Optional<String> action, String reason) {}

    /** {@code POST /v1/work-items:query}. */
    public static WorkQuery query(Document body) throws MalformedRequestException {
        Optional<String> team = body.optionalText("team", NAME);
        Optional<String> owner = body.optionalText("owner", NAME);
        Optional<String> channel = ContactRequests.optionalChannel(body);
        Optional<WorkStatus> status = body.optionalCode("status", WorkStatus::of, WorkStatus.codes());
        Optional<String> claimedBy = body.optionalText("claimedBy", NAME);
        Optional<String> customerId = body.optionalCustomerId("customerId");
        boolean ownerLeft = body.flag("ownerLeft", false);
        boolean escalated = body.flag("escalated", false);
        Optional<Instant> dueBefore = body.optionalInstant("dueBefore");
        Optional<WorkQuery.Place> after = place(body);
        int limit = body.count("limit", 1, WorkQuery.MOST, WorkQuery.USUAL);
        end(body);
        return new WorkQuery(
                team, owner, channel, status, claimedBy, customerId, ownerLeft, escalated, dueBefore, after, limit);
    }

    private static Optional<WorkQuery.Place> place(Document body) throws MalformedRequestException {
        Optional<String> cursor = body.optionalText("cursor", NAME);
        Optional<WorkQuery.Place> place = cursor.flatMap(Cursors::read);
        if (cursor.isPresent() && place.isEmpty()) {
            throw body.invalid(
                    "bad_value",
                    "cursor",
                    LocalizedText.of("The cursor is none", "游标无效"),
                    LocalizedText.of("the one of an earlier page", "前一页给出的游标"));
        }
        return place;
    }

    /** {@code POST /v1/work-items:claim} and {@code :release}. */
    public static Step step(Document body) throws MalformedRequestException {
        Step step = new Step(body.text("itemId", NAME), body.text("agent", NAME), Optional.empty());
        end(body);
        return step;
    }

    /** {@code POST /v1/work-items:escalate}. */
    public static Step escalation(Document body) throws MalformedRequestException {
        Step step = new Step(body.text("itemId", NAME), body.text("agent", NAME), body.optionalText("team", NAME));
        end(body);
        return step;
    }

    /**
     * {@code POST /v1/work-items:disposition}.
     *
     * @param now what is reported to have happened later is refused
     */
    public static Attempt attempt(Document body, Instant now) throws MalformedRequestException {
        body.language();
        return row(body, now);
    }

    /**
     * One row of {@code POST /v1/work-attempts}.
     *
     * @param now what is reported to have happened later is refused
     */
    public static Attempt row(Document body, Instant now) throws MalformedRequestException {
        String attemptId = body.text("attemptId", NAME);
        String itemId = body.text("itemId", NAME);
        String agent = body.text("agent", NAME);
        Disposition disposition = body.code("disposition", Disposition::of, Disposition.codes());
        Optional<Instant> callBackAt = body.optionalDayOrMoment("callBackAt");
        String note = body.note("note", NOTE);
        Optional<Instant> occurredAt = body.optionalDayOrMoment("occurredAt");
        body.requireNothingElse();
        if (occurredAt.isPresent()) {
            PastTime.require(body, "occurredAt", occurredAt.get(), now);
        }
        if (disposition.closes() && callBackAt.isPresent()) {
            throw body.invalid(
                    "bad_value",
                    "callBackAt",
                    LocalizedText.of("There is nothing to call back for", "无需回访"),
                    LocalizedText.of("a time only with the disposition no_answer", "仅在处置结果为 no_answer 时填写时间"));
        }
        return new Attempt(attemptId, itemId, agent, disposition, callBackAt, note, occurredAt);
    }

    /** {@code POST /v1/owners:mark}. */
    public static Owner owner(Document body) throws MalformedRequestException {
        Owner owner = new Owner(body.text("owner", NAME), body.flag("left"));
        end(body);
        return owner;
    }

    /**
     * {@code POST /v1/decisions:override}.
     *
     * @param actions codes of those that somebody may have done; none where they are not known, and any is taken
     */
    public static Overriding override(Document body, Set<String> actions) throws MalformedRequestException {
        Overriding override = new Overriding(
                body.text("decisionId", NAME),
                body.text("agent", NAME),
                body.optionalText("action", NAME),
                body.text("reason", NOTE));
        end(body);
        if (override.action().isPresent()
                && !actions.isEmpty()
                && !actions.contains(override.action().get())) {
            String known = String.join(", ", new TreeSet<>(actions));
            throw body.invalid(
                    "bad_value",
                    "action",
                    LocalizedText.of("The playbook has no such action", "方案中没有该行动"),
                    LocalizedText.of(
                            known + "; or none, with what was done in the reason", known + "；或不给出，并在 reason 中说明所做之事"));
        }
        return override;
    }

    static void end(Document body) throws MalformedRequestException {
        body.language();
        body.requireNothingElse();
    }
}
