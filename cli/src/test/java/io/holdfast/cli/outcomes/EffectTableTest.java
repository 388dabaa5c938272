package io.holdfast.cli.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.scoring.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EffectTableTest {
    private static String row(String metric, boolean chinese) throws IOException {
        JsonNode effect =
                StrictJson.read("effect", """
                {"metric": "%s", "days": 90, "verdict": "not_enough_yet", "moreCustomers": null,
                 "assigned": {"closed": 900, "reported": 120, "mean": 0.5},
                 "shadowAssigned": {"closed": 100, "reported": 11, "mean": 0.5},
                 "difference": {"point": 0, "low": -1, "high": 1}, "sequence": null}
                """.formatted(metric).getBytes(StandardCharsets.UTF_8), JsonNode.class);
        EffectTable table = new EffectTable("", "", chinese);
        table.metric(effect);
        return table.lines().stream()
                .map(line -> line.strip().replaceAll(" +", " "))
                .collect(Collectors.joining("\n"));
    }

    /** Those who do not answer differ from those who do, so that few answers tell less than they seem to. */
    @Test
    void satisfactionSaysHowManyOfHowManyAnswered() throws IOException {
        assertThat(row("satisfaction", false)).contains(" 120 of 900 answered ", " 11 of 100 answered ");
        assertThat(row("satisfaction", true)).contains("900 名中 120 名作答", "100 名中 11 名作答");
    }

    @Test
    void marginSaysOfHowManyAnyIsReported() throws IOException {
        assertThat(row("margin", false)).contains(" 900 (120 reported) ", " 100 (11 reported) ");
    }

    @Test
    void aShareIsOfThoseWhoCanBeCounted() throws IOException {
        assertThat(row("leave_rate", false)).contains(" 120 ", " 11 ").doesNotContain("answered", "reported");
    }
}
