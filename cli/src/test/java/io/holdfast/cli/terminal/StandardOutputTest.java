package io.holdfast.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardOutputTest {
    @ParameterizedTest
    @CsvSource({"Broken pipe, false", "断开的管道, false", "No space left on device, true"})
    void onlyAReaderWhoHasSeenEnoughIsNoFailure(String words, boolean failure) {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                throw new IOException(words);
            }
        };
        try (PrintWriter out = new PrintWriter(new StandardOutput(broken), true, StandardCharsets.UTF_8)) {
            out.println("one");
            out.println("two");

            assertThat(out.checkError()).isEqualTo(failure);
        }
    }
}
