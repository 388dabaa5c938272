package io.holdfast.serving.answer;

import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.Refusal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds customers that came twice in one request and do not agree with themselves. */
final class Twins {
    static final Refusal CONFLICT = new Refusal(
            "duplicate_conflict",
            "",
            LocalizedText.of(
                    "The customer stands in this request more than once with different values or days (expected: once).",
                    "该客户在本次请求中出现多次，且数值或日期不同（应为：一次）。"));

    private final Set<String> disagreeing;

    private Twins(Set<String> disagreeing) {
        this.disagreeing = disagreeing;
    }

    /** Twins agree when they have the same prediction id, which covers id, as-of day and all values the model reads, and the same worth. */
    static Twins among(List<Optional<ChurnScore>> scores) {
        if (scores.size() == 1) {
            return new Twins(Set.of());
        }
        Map<String, ChurnScore> first = new HashMap<>();
        Set<String> disagreeing = new HashSet<>();
        for (Optional<ChurnScore> score : scores) {
            if (score.isPresent()) {
                ChurnScore twin = score.get();
                ChurnScore before = first.putIfAbsent(twin.customer().id(), twin);
                if (before != null && !same(before, twin)) {
                    disagreeing.add(twin.customer().id());
                }
            }
        }
        return new Twins(disagreeing);
    }

    private static boolean same(ChurnScore left, ChurnScore right) {
        return left.predictionId().equals(right.predictionId())
                && left.customer().value().equals(right.customer().value());
    }

    boolean disagree(String id) {
        return disagreeing.contains(id);
    }
}
