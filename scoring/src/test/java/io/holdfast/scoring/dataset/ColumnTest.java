package io.holdfast.scoring.dataset;

import static io.holdfast.scoring.dataset.Language.CHINESE;
import static io.holdfast.scoring.dataset.Language.ENGLISH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnTest {
    @Test
    void isCalledByItsHeaderUnlessPeopleCallItOtherwise() {
        Column plain = Column.of("tenure", ColumnRole.FEATURE, ColumnKind.NUMBER);

        assertThat(plain.label(CHINESE)).isEqualTo("tenure");
        assertThat(Descriptions.column("{role: feature, kind: number, names: {en: Months, zh-CN: 月数}}")
                        .label(CHINESE))
                .isEqualTo("月数");
    }

    @Test
    void namesItsLevels() {
        Column column = Descriptions.column(
                "{role: feature, kind: category, levels: {\"No\": {en: one line, zh-CN: 单线}, Yes: several}}");

        assertThat(column.levelName("No", ENGLISH)).isEqualTo("one line");
        assertThat(column.levelName("No", CHINESE)).isEqualTo("单线");
        assertThat(column.levelName("Yes", CHINESE)).isEqualTo("several");
        assertThat(column.levelName("no", ENGLISH)).isEqualTo("no");
        assertThat(column.levels().keySet()).containsExactly("No", "Yes");
    }

    @ParameterizedTest
    @CsvSource({"1, yes, 是", "TRUE, yes, 是", "yes, yes, 是", "0, no, 否", "N, no, 否", "maybe, maybe, maybe"})
    void namesTheLevelsOfAFlagByItself(String cell, String english, String chinese) {
        Column flag = Column.of("partner", ColumnRole.FEATURE, ColumnKind.FLAG);

        assertThat(flag.levelName(cell, ENGLISH)).isEqualTo(english);
        assertThat(flag.levelName(cell, CHINESE)).isEqualTo(chinese);
    }

    @Test
    void namesTheLevelsOfAFlagAsToldWhateverItsTokens() {
        Column flag = Descriptions.column(
                "{role: feature, kind: flag, tokens: {yes: [J], no: [N]}, levels: {yes: with partner, no: alone}}");

        assertThat(flag.levelName("J", ENGLISH)).isEqualTo("with partner");
        assertThat(flag.levelName("yes", ENGLISH)).isEqualTo("with partner");
        assertThat(flag.levelName("N", ENGLISH)).isEqualTo("alone");
        assertThat(flag.levelName("1", ENGLISH)).isEqualTo("1");
    }

    @Test
    void mayBeMissingWhereSaidOfAFeature() {
        assertThat(Descriptions.column("{role: feature, kind: number, mayBeMissing: true}")
                        .mayBeMissing())
                .isTrue();
        assertThat(Descriptions.column("{role: feature, kind: number}").mayBeMissing())
                .isFalse();
        assertThatThrownBy(() -> Descriptions.column("{role: owner, mayBeMissing: true}"))
                .hasMessageContaining("may be missing, which only of a feature needs saying");
    }

    @Test
    void changesDailyWhereSaidOfAFeatureThatIsANumber() {
        assertThat(Descriptions.column("{role: feature, kind: number, daily: grows}")
                        .daily())
                .isEqualTo(DailyChange.GROWS);
        assertThat(Descriptions.column("{role: feature, kind: number, daily: falls}")
                        .daily())
                .isEqualTo(DailyChange.FALLS);
        assertThat(Descriptions.column("{role: feature, kind: number}").daily()).isEqualTo(DailyChange.NONE);
        assertThatThrownBy(() -> Descriptions.column("{role: feature, kind: category, daily: grows}"))
                .hasMessageContaining("changes daily, which only a feature of kind number can do");
        assertThatThrownBy(() -> Descriptions.column("{role: feature, kind: number, daily: rises}"))
                .hasMessageContaining("grows")
                .hasMessageContaining("falls");
    }

    @Test
    void refusesPartsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Column.of("signup", ColumnRole.FEATURE, ColumnKind.DATE))
                .withMessageContaining("number of days since it");
        assertThatIllegalArgumentException().isThrownBy(() -> Column.of("", ColumnRole.IGNORE, ColumnKind.NUMBER));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Column.of("x".repeat(257), ColumnRole.IGNORE, ColumnKind.NUMBER));
        assertThatIllegalArgumentException().isThrownBy(() -> Column.of("a\nb", ColumnRole.IGNORE, ColumnKind.NUMBER));
    }
}
