package io.holdfast.serving.wire;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.care.decision.CareStatus;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.serving.store.Contact;
import io.holdfast.serving.store.CustomerCare;
import io.holdfast.serving.store.CustomerState;
import io.holdfast.serving.store.HoldOutMember;
import io.holdfast.serving.store.NewDecision;
import io.holdfast.serving.store.StoredDecision;
import io.holdfast.serving.work.LastAttempt;
import io.holdfast.serving.work.WorkItem;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes replies about the care that is decided. */
public final class CareReplies {
    private static final int MOST_QUESTIONS = 3;
    private static final ObjectMapper JSON = StrictJson.strict(StreamReadConstraints.defaults());

    private CareReplies() {}

    @JsonPropertyOrder({"contractVersion", "requestId", "language", "results"})
    record Body(String contractVersion, String requestId, String language, List<Customer> results) {}

    @JsonPropertyOrder({
        "customerId",
        "currentId",
        "known",
        "optedOut",
        "objects",
        "refusedChannels",
        "wrongChannels",
        "holdOut",
        "care",
        "say",
        "explanation",
        "work",
        "lastContact"
    })
    record Customer(
            String customerId,
            String currentId,
            boolean known,
            boolean optedOut,
            boolean objects,
            List<String> refusedChannels,
            List<String> wrongChannels,
            @Nullable Side holdOut,
            PlannedCare care,
            List<Question> say,
            List<Sentence> explanation,
            @Nullable Work work,
            @Nullable Touch lastContact) {}

    @JsonPropertyOrder({"arm", "since", "mixed"})
    record Side(String arm, String since, boolean mixed) {}

    @JsonPropertyOrder({"reason", "text"})
    record Question(String reason, String text) {}

    @JsonPropertyOrder({
        "itemId",
        "step",
        "team",
        "owner",
        "status",
        "claimedBy",
        "attempts",
        "disposition",
        "attemptedAt",
        "callBackAt",
        "escalated",
        "dueAt",
        "unitId"
    })
    record Work(
            String itemId,
            int step,
            String team,
            String owner,
            String status,
            @Nullable String claimedBy,
            int attempts,
            @Nullable String disposition,
            @Nullable String attemptedAt,
            @Nullable String callBackAt,
            boolean escalated,
            String dueAt,
            @Nullable String unitId) {}

    @JsonPropertyOrder({"kind", "direction", "channel", "occurredAt"})
    record Touch(String kind, String direction, String channel, String occurredAt) {}

    @JsonPropertyOrder({"question", "text"})
    record Sentence(String question, String text) {}

    /**
     * {@code POST /v1/care:lookup}: one customer, one answer.
     *
     * @param reasons what may be asked about each
     */
    public static byte[] lookup(List<CustomerCare> customers, ReasonCatalogue reasons, ReplyContext context) {
        List<Customer> results = new ArrayList<>(customers.size());
        for (CustomerCare customer : customers) {
            CustomerState state = customer.state();
            PlannedCare care = PlannedCare.of(state, context.language());
            results.add(new Customer(
                    state.asked(),
                    state.customerId(),
                    customer.known(),
                    state.optedOut(),
                    state.objects(),
                    state.refusedChannels(),
                    state.reports().wrongChannels(),
                    state.holdOut().map(CareReplies::side).orElse(null),
                    care,
                    care.status().equals(CareStatus.RECOMMENDED.code())
                            ? questions(customer.reasons(), reasons, context.language())
                            : List.of(),
                    state.decision()
                            // What a decision was made for is a profile, too.
                            .filter(decision -> !decision.status().equals(NewDecision.WITHHELD)
                                    && !state.objects()
                                    && state.barrier(decision).isEmpty())
                            .map(decision -> explanation(decision, context.language()))
                            .orElse(List.of()),
                    customer.work().map(CareReplies::work).orElse(null),
                    customer.lastContact().map(CareReplies::touch).orElse(null)));
        }
        return StrictJson.write(new Body(
                Contract.VERSION, context.requestId(), context.language().tag(), results));
    }

    /** A reason that the catalogue no longer has is not asked about. */
    private static List<Question> questions(List<String> codes, ReasonCatalogue reasons, Language language) {
        return codes.stream()
                .filter(reasons::has)
                .limit(MOST_QUESTIONS)
                .map(code -> new Question(code, reasons.reason(code).say().in(language)))
                .toList();
    }

    private static Work work(WorkItem item) {
        return new Work(
                item.itemId(),
                item.step(),
                item.team(),
                item.owner(),
                item.status().code(),
                item.claimedBy().orElse(null),
                item.attempts(),
                item.disposition().orElse(null),
                item.last().map(LastAttempt::at).map(Instant::toString).orElse(null),
                item.callBackAt().map(Instant::toString).orElse(null),
                item.escalated(),
                item.dueAt().toString(),
                Units.shown(item.unit()));
    }

    private static Touch touch(Contact contact) {
        return new Touch(
                contact.kind(),
                contact.direction(),
                contact.channel(),
                contact.occurredAt().toString());
    }

    private static Side side(HoldOutMember member) {
        return new Side(member.arm(), member.since().toString(), member.mixed());
    }

    private static List<Sentence> explanation(StoredDecision decision, Language language) {
        try {
            List<Sentence> sentences = new ArrayList<>();
            for (JsonNode part : JSON.readTree(decision.explanation())) {
                sentences.add(new Sentence(
                        part.path("question").asText(),
                        part.path("texts")
                                .path(language.tag())
                                .asText(part.path("texts")
                                        .path(Language.ENGLISH.tag())
                                        .asText())));
            }
            return sentences;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
