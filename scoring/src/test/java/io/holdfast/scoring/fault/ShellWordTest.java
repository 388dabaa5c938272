package io.holdfast.scoring.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShellWordTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "data/t.csv, data/t.csv",
                "../telco-2.bundle, ../telco-2.bundle",
                "客户.csv, 客户.csv",
                "my table.csv, 'my table.csv'",
                "it's.csv, 'it'\\''s.csv'",
                "a;b, 'a;b'",
                "$HOME, '$HOME'",
                "~/x, '~/x'",
                "a(1).csv, 'a(1).csv'",
                "客 户.csv, '客 户.csv'",
                "\"\", ''",
                "C:\\t, 'C:\\t'",
            })
    void quotesWhatAShellWouldReadOtherwise(String text, String word) {
        assertThat(ShellWord.of(text)).isEqualTo(word);
    }

    @Test
    void staysOnOneLine() {
        assertThat(ShellWord.of("a\nb'\\")).isEqualTo("$'a\\012b\\'\\\\'");
    }

    @Test
    void aPathIsNoOption() {
        assertThat(ShellWord.of(Path.of("-x y.csv"))).isEqualTo("'./-x y.csv'");
        assertThat(ShellWord.of(Path.of("-x.csv"))).isEqualTo("./-x.csv");
        assertThat(ShellWord.of(Path.of("data/-x.csv"))).isEqualTo("data/-x.csv");
    }

    @Test
    void aShellReadsTheTextItself() throws Exception {
        List<String> texts = List.of("a b", "it's", "$HOME `id` \"q\"", "客 户", "a;b&c|d>e", "*?[a]", "!x #y", "-\\n");
        String words = texts.stream().map(ShellWord::of).collect(Collectors.joining(" "));
        Process shell = new ProcessBuilder("sh", "-c", "IFS='|'; set -- " + words + "; cat <<.\n$*\n.\n").start();
        String read = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(read).isEqualTo(String.join("|", texts) + "\n");
    }
}
