package io.holdfast.cli.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.scoring.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DiagnosisTextTest {
    private static final String REPLY = """
            {"month": "2026-04", "customers": null,
             "groups": [{"group": "wavering", "name": "wavering", "customers": 30, "of": 60, "change": null, "undecided": 0,
               "reasons": {"stated": [{"name": "Price", "pooled": 0, "customers": 8, "of": 10, "change": null}]}},
              {"group": "lost", "name": "lost", "customers": null, "of": null, "change": null, "undecided": 3,
               "reasons": {"model": [{"name": "Price", "pooled": 0, "customers": null, "of": 60, "change": null}]}}],
             "care": [{"name": "Price", "customers": 30, "reached": 20, "planned": null, "heldOut": 0, "none": null, "action": null}],
             "interviews": [{"group": "lost", "tier": "key", "tierName": "key", "of": null, "customers": ["C-1"]}]}
            """;

    /** The lines with one space where columns are parted. */
    private static String spaced(boolean chinese) throws IOException {
        JsonNode reply = StrictJson.read("reply", REPLY.getBytes(StandardCharsets.UTF_8), JsonNode.class);
        return new DiagnosisText(reply, chinese)
                .lines().stream()
                        .map(line -> line.strip().replaceAll(" +", " "))
                        .collect(Collectors.joining("\n"));
    }

    /** Of a reason the share is of those with that kind of evidence, who may be few of the group. */
    @Test
    void aShareSaysOfHowManyItIs() throws IOException {
        assertThat(spaced(false)).contains("wavering: 30 of 60 50.0 %\n", "\nPrice 8 of 10 80.0 %\n");
        assertThat(spaced(true)).contains("wavering：30 / 60 50.0%\n", "\nPrice 8 / 10 80.0%\n");
    }

    @Test
    void whatIsNotShownIsNeitherNoughtNorASmallCount() throws IOException {
        assertThat(spaced(false))
                .contains("2026-04, customers: not shown;")
                .contains("lost: not shown of not shown; besides, without a decision: 3")
                .contains("\nreason by the model change\nPrice not shown of 60\n")
                .contains("\nPrice 30 20 not shown 0 not shown\n")
                .contains("\nlost key not shown C-1\n");
        assertThat(spaced(true))
                .contains("客户数：不显示", "\nPrice 不显示 / 60\n", "\nPrice 30 20 不显示 0 不显示\n", "\nlost key 不显示 C-1\n");
    }
}
