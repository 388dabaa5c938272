package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A client has to know of each count of a diagnosis that it may be null, and why. */
final class MaskedCountsTest {
    @Test
    void everyCountOfADiagnosisThatMayBeNullSaysWhen() {
        JsonNode schemas = OpenApi.contract().document().at("/components/schemas");
        Deque<String> open = new ArrayDeque<>(List.of("DiagnosisReply"));
        Set<String> seen = new LinkedHashSet<>();
        List<String> silent = new ArrayList<>();
        int counts = 0;
        while (!open.isEmpty()) {
            String name = open.remove();
            if (!seen.add(name)) {
                continue;
            }
            JsonNode schema = schemas.path(name);
            schema.findValuesAsText("$ref").forEach(ref -> open.add(ref.substring(ref.lastIndexOf('/') + 1)));
            for (var property : schema.path("properties").properties()) {
                JsonNode described = property.getValue();
                if (described.path("type").asText().equals("integer")
                        && described.path("nullable").asBoolean()) {
                    counts++;
                    if (!described
                            .path("description")
                            .asText()
                            .toLowerCase(Locale.ROOT)
                            .contains("null")) {
                        silent.add(name + "." + property.getKey());
                    }
                }
            }
        }

        assertThat(silent).isEmpty();
        assertThat(counts).isGreaterThan(20);
    }
}
