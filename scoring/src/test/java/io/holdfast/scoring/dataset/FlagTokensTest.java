package io.holdfast.scoring.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlagTokensTest {
    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "TRUE", "True", "yes", "YES", "Yes", "y", "Y"})
    void knowsTheUsualWordsForYes(String cell) {
        assertThat(FlagTokens.standard().isYes(cell)).isTrue();
        assertThat(FlagTokens.standard().isNo(cell)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "false", "FALSE", "False", "no", "NO", "No", "n", "N"})
    void knowsTheUsualWordsForNo(String cell) {
        assertThat(FlagTokens.standard().isNo(cell)).isTrue();
        assertThat(FlagTokens.standard().isYes(cell)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "2", "1.0", "on", "t", "yes ", "No phone service", "ja"})
    void takesNothingElseForEither(String cell) {
        assertThat(FlagTokens.standard().isYes(cell)).isFalse();
        assertThat(FlagTokens.standard().isNo(cell)).isFalse();
    }

    @Test
    void comparesGivenWordsExactly() {
        FlagTokens tokens = new FlagTokens(new LinkedHashSet<>(List.of("J", "ja")), Set.of("N"));

        assertThat(tokens.isYes("J")).isTrue();
        assertThat(tokens.isYes("j")).isFalse();
        assertThat(tokens.isYes("1")).isFalse();
        assertThat(tokens.expectation()).isEqualTo("one of J, ja for yes or N for no");
    }

    @Test
    void saysWhatItExpectsOnceForEachWord() {
        assertThat(FlagTokens.standard().expectation())
                .isEqualTo("one of 1, true, yes, y for yes or 0, false, no, n for no");
    }

    @Test
    void refusesWordsThatDecideNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FlagTokens(Set.of(), Set.of("0")));
        assertThatIllegalArgumentException().isThrownBy(() -> new FlagTokens(Set.of("1"), Set.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FlagTokens(Set.of("1", "x"), Set.of("0", "x")))
                .withMessageContaining("both yes and no");
    }
}
