package io.holdfast.scoring.dataset;

import io.holdfast.scoring.yaml.YamlNode;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a number counts, in the form that goes with one and in the form that goes with all other numbers.
 *
 * @param one as in "1 month"
 * @param many as in "2 months"; the same where a language, or whoever described the column, does not tell them apart
 */
public record Unit(LocalizedText one, LocalizedText many) {
    private static final Unit NONE = new Unit(LocalizedText.none(), LocalizedText.none());
    private static final char BETWEEN = '|';

    /** No unit. */
    public static Unit none() {
        return NONE;
    }

    /**
     * Reads a text of one or all languages; {@code month | months} gives both forms.
     *
     * @throws io.holdfast.scoring.fault.InputException for any other shape or language
     */
    public static Unit read(YamlNode node) {
        Map<Language, String> one = new EnumMap<>(Language.class);
        Map<Language, String> many = new EnumMap<>(Language.class);
        LocalizedText.read(node).texts().forEach((language, text) -> {
            int bar = text.indexOf(BETWEEN);
            one.put(language, bar < 0 ? text : text.substring(0, bar).strip());
            many.put(language, text.substring(bar + 1).strip());
        });
        return new Unit(new LocalizedText(one), new LocalizedText(many));
    }

    /** The form for numbers in general. */
    public String in(Language language) {
        return many.in(language);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return many.isEmpty();
    }
}
