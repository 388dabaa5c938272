package io.holdfast.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void showsOneBarForEachStep() {
        try (ProgressDisplay display = new ProgressDisplay(new PrintStream(shown, true, StandardCharsets.UTF_8))) {
            display.at("Reading", 1, 10);
            display.at("Reading", 10, 10);
            display.at("Training", 3, 0);
        }

        assertThat(shown()).contains("Reading", "10/10", "Training");
    }

    @Test
    void showsNothingWhereNothingHappens() {
        new ProgressDisplay(new PrintStream(shown, true, StandardCharsets.UTF_8)).close();

        assertThat(shown()).isEmpty();
    }
}
