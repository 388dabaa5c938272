package io.holdfast.scoring.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN = List.of("tenure", "contract", "monthly_charges", "total_charges", "id");

    @Test
    void findsTheNameThatWasMeant() {
        assertThat(Nearest.to("tenur", KNOWN)).contains("tenure");
        assertThat(Nearest.to("Tenure", KNOWN)).contains("tenure");
        assertThat(Nearest.to("contarct", KNOWN)).contains("contract");
        assertThat(Nearest.to("MonthlyCharges", KNOWN)).contains("monthly_charges");
    }

    @Test
    void findsNothingWhereNothingIsNear() {
        assertThat(Nearest.to("age", KNOWN)).isEmpty();
        assertThat(Nearest.to("", KNOWN)).isEmpty();
        assertThat(Nearest.to("tenure", List.of())).isEmpty();
        assertThat(Nearest.to("x".repeat(100_000), KNOWN)).isEmpty();
    }

    @Test
    void prefersTheFirstOfEquallyNearNames() {
        assertThat(Nearest.to("cat", List.of("bat", "hat"))).contains("bat");
    }

    @Test
    void asksInTheWordsOfAMessage() {
        assertThat(Nearest.hint("tenur", KNOWN)).isEqualTo("; did you mean 'tenure'?");
        assertThat(Nearest.hint("age", KNOWN)).isEmpty();
    }
}
