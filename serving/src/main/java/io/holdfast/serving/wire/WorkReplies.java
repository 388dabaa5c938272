package io.holdfast.serving.wire;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.serving.work.LastAttempt;
import io.holdfast.serving.work.WorkItem;
import io.holdfast.serving.work.WorkQuery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes replies about work items. */
public final class WorkReplies {
    /** So many teams are named in a sentence. */
    private static final int NAMED = 10;

    private WorkReplies() {}

    @JsonPropertyOrder({"contractVersion", "requestId", "language", "items", "cursor", "warnings"})
    record Page(
            String contractVersion,
            String requestId,
            String language,
            List<Item> items,
            @Nullable String cursor,
            List<Warning> warnings) {}

    @JsonPropertyOrder({"code", "pointer", "message"})
    record Warning(String code, String pointer, String message) {}

    @JsonPropertyOrder({"contractVersion", "requestId", "language", "item"})
    record Single(String contractVersion, String requestId, String language, Item item) {}

    @JsonPropertyOrder({
        "itemId",
        "decisionId",
        "step",
        "customerId",
        "team",
        "owner",
        "ownerLeft",
        "channel",
        "action",
        "text",
        "gain",
        "status",
        "claimedBy",
        "attempts",
        "disposition",
        "note",
        "attemptedAt",
        "callBackAt",
        "escalated",
        "dueAt",
        "overdue",
        "expiresAt",
        "unitId"
    })
    record Item(
            String itemId,
            String decisionId,
            int step,
            String customerId,
            String team,
            String owner,
            boolean ownerLeft,
            String channel,
            String action,
            String text,
            @Nullable Double gain,
            String status,
            @Nullable String claimedBy,
            int attempts,
            @Nullable String disposition,
            @Nullable String note,
            @Nullable String attemptedAt,
            @Nullable String callBackAt,
            boolean escalated,
            String dueAt,
            boolean overdue,
            String expiresAt,
            @Nullable String unitId) {}

    /**
     * A page of items, with the place where the next one begins if there may be one.
     *
     * @param teams that have or had work: whoever asks for another one is warned
     */
    public static byte[] page(
            List<WorkItem> items, WorkQuery query, List<String> teams, Instant now, ReplyContext context) {
        boolean more = items.size() == query.limit();
        return StrictJson.write(new Page(
                Contract.VERSION,
                context.requestId(),
                context.language().tag(),
                items.stream().map(item -> item(item, now, context.language())).toList(),
                more ? Cursors.write(WorkQuery.Place.of(items.get(items.size() - 1))) : null,
                query.team().filter(team -> !teams.contains(team)).stream()
                        .map(team -> unknownTeam(teams, context.language()))
                        .toList()));
    }

    /** A slip of the pen and a team that has nothing to do look alike otherwise. */
    private static Warning unknownTeam(List<String> teams, Language language) {
        String first = String.join(", ", teams.subList(0, Math.min(teams.size(), NAMED)));
        String known = teams.size() > NAMED ? first + ", ..." : first;
        LocalizedText text = Verdict.of(
                LocalizedText.of("No work item is or was for this team", "没有任何工作项属于该团队"),
                teams.isEmpty()
                        ? LocalizedText.of("a plan first, whose work items have teams", "先制定计划，其工作项带有团队")
                        : LocalizedText.same(known));
        return new Warning("unknown_team", "/team", text.in(language));
    }

    /** One item. */
    public static byte[] single(WorkItem item, Instant now, ReplyContext context) {
        return StrictJson.write(new Single(
                Contract.VERSION, context.requestId(), context.language().tag(), item(item, now, context.language())));
    }

    /** What is over of who objects to profiling tells nothing of what was decided by a score. */
    private static Item item(WorkItem item, Instant now, Language language) {
        return new Item(
                item.itemId(),
                item.decisionId(),
                item.step(),
                item.customerId(),
                item.team(),
                item.owner(),
                item.ownerLeft(),
                item.channel(),
                item.isHidden() ? "" : item.action(),
                item.isHidden() ? "" : item.text().in(language),
                item.gain().isPresent() && !item.isHidden() ? item.gain().getAsDouble() : null,
                item.status().code(),
                item.claimedBy().orElse(null),
                item.attempts(),
                item.disposition().orElse(null),
                item.last().map(LastAttempt::note).orElse(null),
                item.last().map(LastAttempt::at).map(Instant::toString).orElse(null),
                item.callBackAt().map(Instant::toString).orElse(null),
                item.escalated(),
                item.dueAt().toString(),
                item.isOverdue(now),
                item.expiresAt().toString(),
                Units.shown(item.unit()));
    }
}
