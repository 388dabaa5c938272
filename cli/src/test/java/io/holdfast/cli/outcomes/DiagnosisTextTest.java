package io.holdfast.cli.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.scoring.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DiagnosisTextTest {
    private static final String REPLY = """
            {"month": "2026-04", "customers": null,
             "groups": [{"name": "lost", "customers": null, "of": null, "change": null, "undecided": 3,
               "reasons": {"model": [{"name": "Price", "pooled": 0, "customers": null, "of": 60, "change": null}]}}],
             "care": [{"name": "Price", "customers": 30, "reached": 20, "planned": null, "heldOut": 0, "none": null, "action": null}],
             "interviews": [{"group": "lost", "tier": "key", "of": null, "customers": ["C-1"]}]}
            """;

    private static String text(boolean chinese) throws IOException {
        JsonNode reply = StrictJson.read("reply", REPLY.getBytes(StandardCharsets.UTF_8), JsonNode.class);
        return String.join("\n", new DiagnosisText(reply, chinese).lines());
    }

    @Test
    void whatIsNotShownIsNeitherNoughtNorASmallCount() throws IOException {
        assertThat(text(false))
                .contains("2026-04, customers: not shown;")
                .contains("lost: not shown; besides, without a decision: 3")
                .contains("by the model: Price not shown of 60")
                .contains("customers 30, reached 20, planned not shown, held out 0, none not shown")
                .contains("(of not shown): C-1");
        assertThat(text(true)).contains("客户数：不显示", "60 名中不显示", "已计划 不显示", "（可抽：不显示）：C-1");
    }
}
