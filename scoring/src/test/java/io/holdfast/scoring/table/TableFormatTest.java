package io.holdfast.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFormatTest {
    @Test
    void isCommaUtf8AndEmptyForMissingUnlessToldOtherwise() {
        TableFormat csv = TableFormat.csv();

        assertThat(csv.delimiter()).isEqualTo(',');
        assertThat(csv.encoding()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(csv.isMissing("")).isTrue();
        assertThat(csv.isMissing("NA")).isFalse();
        assertThat(csv.isMissing(" ")).isFalse();
    }

    @Test
    void changesOnePartAtATime() {
        TableFormat format = TableFormat.csv()
                .withDelimiter('\t')
                .withEncoding(StandardCharsets.ISO_8859_1)
                .withMissing(Set.of("NA"));

        assertThat(format).isEqualTo(new TableFormat('\t', StandardCharsets.ISO_8859_1, Set.of("NA")));
        assertThat(format.isMissing("")).isFalse();
    }

    @Test
    void keepsTheOrderOfMissingCells() {
        Set<String> missing = new LinkedHashSet<>(List.of("-", "", "NULL", "NA", "n/a"));

        assertThat(TableFormat.csv().withMissing(missing).missing()).containsExactly("-", "", "NULL", "NA", "n/a");
    }

    @ParameterizedTest
    @ValueSource(chars = {'"', '\n', '\r', '\0', 'a', 'Z', '0', '客', '.', '-', '+', '_', '\'', '\uFEFF', '\uD83D'})
    void refusesADelimiterThatCouldBePartOfACell(char delimiter) {
        assertThat(TableFormat.isDelimiter(delimiter)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableFormat.csv().withDelimiter(delimiter))
                .withMessageContaining("expected");
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|', ' ', ':', '^', '~', '，', '；'})
    void acceptsTheUsualDelimiters(char delimiter) {
        assertThat(TableFormat.csv().withDelimiter(delimiter).delimiter()).isEqualTo(delimiter);
    }
}
