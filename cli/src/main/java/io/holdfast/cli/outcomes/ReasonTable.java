package io.holdfast.cli.outcomes;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.training.layout.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Why a group of customers is at risk or gone: a row a reason, with what each kind of evidence says. */
final class ReasonTable {
    private final DiagnosisFigures words;
    private final JsonNode byKind;
    private final List<String> kinds;

    /** @param byKind reasons of the group, by kind of evidence */
    ReasonTable(DiagnosisFigures words, JsonNode byKind) {
        this.words = words;
        this.byKind = byKind;
        this.kinds = DiagnosisFigures.KINDS.stream()
                .filter(kind -> !byKind.path(kind).isEmpty())
                .toList();
    }

    /** None where nobody stands for a reason. */
    List<String> lines() {
        Set<String> names = new LinkedHashSet<>();
        kinds.forEach(kind -> reasons(kind).map(this::name).forEach(names::add));
        if (names.isEmpty()) {
            return List.of();
        }
        TextTable table = TextTable.aligned("l" + "rl".repeat(kinds.size()));
        List<String> head = new ArrayList<>(List.of(words.say("reason", "原因")));
        kinds.forEach(kind -> head.addAll(List.of(words.kind(kind), words.say("change", "变化"))));
        table.add(head.toArray(String[]::new));
        for (String name : names) {
            List<String> row = new ArrayList<>(List.of(name));
            for (String kind : kinds) {
                Optional<JsonNode> reason =
                        reasons(kind).filter(each -> name(each).equals(name)).findFirst();
                row.add(reason.map(words::share).orElse(""));
                row.add(reason.map(words::change).orElse(""));
            }
            table.add(row.toArray(String[]::new));
        }
        return table.text().lines().toList();
    }

    /** Whatever is pooled and nobody's is left out. */
    private Stream<JsonNode> reasons(String kind) {
        return StreamSupport.stream(byKind.path(kind).spliterator(), false)
                .filter(reason -> reason.path("pooled").asInt() == 0
                        || reason.path("customers").isNull()
                        || reason.path("customers").asInt() > 0);
    }

    private String name(JsonNode reason) {
        int pooled = reason.path("pooled").asInt();
        return reason.path("name").asText() + (pooled > 0 ? words.say(" (%d pooled)", "（合并 %d 项）", pooled) : "");
    }
}
