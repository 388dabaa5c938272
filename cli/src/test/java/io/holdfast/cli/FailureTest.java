package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.fault.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FailureTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    private int report(Throwable fault, boolean debug) {
        return Failure.report(fault, "holdfast score", new PrintStream(shown, true, StandardCharsets.UTF_8), debug);
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void badInputIsOneSentence() {
        assertThat(report(new InputException("no_such_file", "客户.csv: no such file"), false))
                .isEqualTo(4);
        assertThat(shown()).isEqualTo("holdfast: 客户.csv: no such file" + System.lineSeparator());
    }

    @Test
    void aFaultOfTheSoftwareIsOneSentenceThatSaysHowToSeeMore() {
        assertThat(report(new IllegalStateException("odd"), false)).isEqualTo(1);
        assertThat(shown().lines())
                .singleElement()
                .asString()
                .contains("a fault of this software", "IllegalStateException: odd", "--debug");
    }

    @Test
    void theTraceIsShownOnRequest() {
        assertThat(report(new IllegalStateException("odd"), true)).isEqualTo(1);
        assertThat(shown()).contains("\tat io.holdfast.cli.FailureTest.theTraceIsShownOnRequest");
    }

    @Test
    void aFileThatFailsIsBadInput() {
        assertThat(report(new UncheckedIOException(new IOException("disk on fire")), false))
                .isEqualTo(4);
        assertThat(shown()).contains("disk on fire");
    }

    @Test
    void tooLittleMemoryTellsHowToGiveMore() {
        assertThat(report(new OutOfMemoryError("Java heap space"), false)).isEqualTo(1);
        assertThat(shown().lines()).singleElement().asString().contains("HOLDFAST_JAVA_OPTS");
    }

    @Test
    void nothingInASentenceCanSteerTheTerminal() {
        report(new InputException("odd", "value \u001B[31m\nnext"), false);

        assertThat(shown().lines()).singleElement().asString().doesNotContain("\u001B");
    }
}
