package io.holdfast.scoring.dataset;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.yaml.YamlMapping;
import io.holdfast.scoring.yaml.YamlNode;
import io.holdfast.scoring.yaml.YamlScalar;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One text in the languages it is written in.
 *
 * @param texts by language; unmodifiable, in the order of the languages
 */
public record LocalizedText(Map<Language, String> texts) {
    private static final LocalizedText NONE = new LocalizedText(Map.of());

    /** Keeps a copy. */
    public LocalizedText {
        Map<Language, String> copy = new EnumMap<>(Language.class);
        copy.putAll(texts);
        texts = Collections.unmodifiableMap(copy);
    }

    /** No text in any language. */
    public static LocalizedText none() {
        return NONE;
    }

    /** A text in both languages. */
    public static LocalizedText of(String english, String chinese) {
        return new LocalizedText(Map.of(Language.ENGLISH, english, Language.CHINESE, chinese));
    }

    /** The same text whatever the language. */
    public static LocalizedText same(String text) {
        return of(text, text);
    }

    /**
     * Reads {@code {en: ..., zh-CN: ...}}, or one text that is the same in all languages.
     *
     * @throws io.holdfast.scoring.fault.InputException for any other shape or language
     */
    public static LocalizedText read(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return same(scalar.text());
        }
        if (!(node instanceof YamlMapping mapping)) {
            throw node.fault("wrong_type", "a text is " + node.what() + "; expected text or one for each of " + tags());
        }
        Map<Language, String> texts = new EnumMap<>(Language.class);
        mapping.entries().forEach((tag, value) -> {
            if (!(value instanceof YamlScalar scalar)) {
                throw value.fault(
                        "wrong_type", "the text for " + Excerpt.of(tag) + " is " + value.what() + "; expected text");
            }
            texts.put(language(mapping, tag), scalar.text());
        });
        return new LocalizedText(texts);
    }

    private static Language language(YamlMapping mapping, String tag) {
        for (Language language : Language.values()) {
            if (language.tag().equals(tag)) {
                return language;
            }
        }
        throw new YamlScalar(mapping.source(), mapping.line(tag), tag)
                .fault("unknown_language", "language " + Excerpt.of(tag) + "; expected one of " + tags());
    }

    private static String tags() {
        return Arrays.stream(Language.values()).map(Language::tag).collect(Collectors.joining(", "));
    }

    /** The text in a language; where it is not written in that one, in English, else in any, else nothing. */
    public String in(Language language) {
        @Nullable String text = texts.get(language);
        if (text == null) {
            text = texts.get(Language.ENGLISH);
        }
        return text == null ? texts.values().stream().findFirst().orElse("") : text;
    }

    /** Whether there is no text in any language. */
    public boolean isEmpty() {
        return texts.isEmpty();
    }
}
