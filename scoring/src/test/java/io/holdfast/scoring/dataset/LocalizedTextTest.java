package io.holdfast.scoring.dataset;

import static io.holdfast.scoring.dataset.Language.CHINESE;
import static io.holdfast.scoring.dataset.Language.ENGLISH;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.fault.Faults;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.yaml.YamlNode;
import io.holdfast.scoring.yaml.YamlReader;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalizedTextTest {
    private static YamlNode node(String text) {
        return YamlReader.read("a.yaml", "text: " + text + "\n")
                .fields()
                .optional("text")
                .orElseThrow();
    }

    private static InputException fault(String text) {
        YamlNode node = node(text);
        return Faults.of(() -> LocalizedText.read(node));
    }

    @Test
    void readsAMappingByLanguage() {
        LocalizedText text = LocalizedText.read(node("{zh-CN: 月费, en: Monthly charge}"));

        assertThat(text).isEqualTo(LocalizedText.of("Monthly charge", "月费"));
        assertThat(text.in(ENGLISH)).isEqualTo("Monthly charge");
        assertThat(text.in(CHINESE)).isEqualTo("月费");
        assertThat(text.texts().keySet()).containsExactly(ENGLISH, CHINESE);
    }

    @Test
    void readsOneTextForAllLanguages() {
        LocalizedText text = LocalizedText.read(node("DSL"));

        assertThat(text.in(ENGLISH)).isEqualTo("DSL");
        assertThat(text.in(CHINESE)).isEqualTo("DSL");
    }

    @Test
    void fallsBackToEnglishThenToAnyThenToNothing() {
        assertThat(LocalizedText.read(node("{en: only}")).in(CHINESE)).isEqualTo("only");
        assertThat(LocalizedText.read(node("{zh-CN: 只有}")).in(ENGLISH)).isEqualTo("只有");
        assertThat(LocalizedText.none().in(ENGLISH)).isEmpty();
        assertThat(LocalizedText.none().isEmpty()).isTrue();
        assertThat(LocalizedText.read(node("x")).isEmpty()).isFalse();
    }

    @Test
    void cannotBeChangedFromOutside() {
        Map<Language, String> texts = new EnumMap<>(Map.of(ENGLISH, "before"));
        LocalizedText text = new LocalizedText(texts);
        texts.put(ENGLISH, "after");

        assertThat(text.in(ENGLISH)).isEqualTo("before");
        assertThat(text.texts()).isUnmodifiable();
    }

    @Test
    void refusesOtherLanguagesAndShapes() {
        assertThat(fault("{de: Preis}")).hasMessage("a.yaml line 1: language 'de'; expected one of en, zh-CN");
        assertThat(fault("{zh: x}").code()).isEqualTo("unknown_language");
        assertThat(fault("[a, b]"))
                .hasMessage("a.yaml line 1: a text is a list; expected text or one for each of en, zh-CN");
        assertThat(fault("{en: {x: y}}")).hasMessage("a.yaml line 1: the text for 'en' is a mapping; expected text");
    }
}
