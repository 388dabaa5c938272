package io.holdfast.serving.wire;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.serving.store.CustomerState;
import io.holdfast.serving.store.HoldOutMember;
import io.holdfast.serving.store.StoredDecision;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes replies about the care that is decided. */
public final class CareReplies {
    private static final ObjectMapper JSON = StrictJson.strict(StreamReadConstraints.defaults());

    private CareReplies() {}

    @JsonPropertyOrder({"contractVersion", "requestId", "language", "results"})
    record Body(String contractVersion, String requestId, String language, List<Customer> results) {}

    @JsonPropertyOrder({
        "customerId",
        "currentId",
        "optedOut",
        "objects",
        "refusedChannels",
        "holdOut",
        "care",
        "explanation"
    })
    record Customer(
            String customerId,
            String currentId,
            boolean optedOut,
            boolean objects,
            List<String> refusedChannels,
            @Nullable Side holdOut,
            PlannedCare care,
            List<Sentence> explanation) {}

    @JsonPropertyOrder({"arm", "since", "mixed"})
    record Side(String arm, String since, boolean mixed) {}

    @JsonPropertyOrder({"question", "text"})
    record Sentence(String question, String text) {}

    /** {@code POST /v1/care:lookup}: one customer, one answer. */
    public static byte[] lookup(List<CustomerState> states, ReplyContext context) {
        List<Customer> results = new ArrayList<>(states.size());
        for (CustomerState state : states) {
            results.add(new Customer(
                    state.asked(),
                    state.customerId(),
                    state.optedOut(),
                    state.objects(),
                    state.refusedChannels(),
                    state.holdOut().map(CareReplies::side).orElse(null),
                    PlannedCare.of(state, context.language()),
                    state.decision()
                            .map(decision -> explanation(decision, context.language()))
                            .orElse(List.of())));
        }
        return StrictJson.write(new Body(
                Contract.VERSION, context.requestId(), context.language().tag(), results));
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
