package io.holdfast.serving.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoredReasonsTest {
    private static String reason(String code, double impact, double share, boolean settled, boolean actionable) {
        return "{\"code\":\"" + code + "\",\"impact\":" + impact + ",\"share\":" + share + ",\"settled\":" + settled
                + ",\"actionable\":" + actionable + "}";
    }

    @Test
    void asksOnlyAboutWhatRaisesTheRiskForSureAndCareCanAnswer() {
        String reasons = "[" + reason("price", 0.9, 0.5, true, true) + "," + reason("age", 0.8, 0.3, true, false) + ","
                + reason("service", 0.3, 0.15, false, true) + "," + reason("quality", 0.2, 0.05, true, true) + ","
                + reason("habit", 0.1, 0.04, true, true) + "," + reason("bond", -0.7, 0.9, true, true) + "]";

        assertThat(StoredReasons.toAnswer(reasons)).containsExactly("price", "quality");
        assertThat(StoredReasons.toAnswer("[]")).isEmpty();
        assertThat(StoredReasons.toAnswer("[" + reason("finances", 0.9, 0.5, true, true) + "]"))
                .as("nobody is asked about their means")
                .isEmpty();
        assertThat(StoredReasons.toAnswer("[{\"code\":\"price\",\"impact\":0.4}]"))
                .as("as it was kept before")
                .containsExactly("price");
    }
}
