package io.holdfast.scoring.dataset;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.yaml.YamlFields;
import java.util.List;
import java.util.Optional;

/** A language the product speaks. */
public enum Language {
    /** English. */
    ENGLISH("en"),
    /** Chinese in simplified characters. */
    CHINESE("zh-CN");

    private static final List<Language> ALL = List.of(values());

    private final String tag;
    private final Optional<Language> found = Optional.of(this);

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag, as files and replies write it. */
    public String tag() {
        return tag;
    }

    /**
     * The language for one wish, by look-up as in RFC 4647 section 3.4: the range is shortened from its end until something fits, so
     * {@code en-GB} finds English. Every kind of Chinese finds the one that is there.
     *
     * @param range a BCP 47 language range in any letter case; anything else is no wish
     */
    public static Optional<Language> match(String range) {
        for (Language language : ALL) {
            if (language.tag.equals(range)) {
                return language.found;
            }
        }
        return LanguageRange.parse(range).flatMap(LanguageRange::language);
    }

    /**
     * The language under the key {@code language} of a description; English where there is none.
     *
     * @throws io.holdfast.scoring.fault.InputException if it is none of these, with the line
     */
    public static Language read(YamlFields fields) {
        String tag = fields.text("language", ENGLISH.tag);
        return match(tag)
                .orElseThrow(() -> fields.fault(
                        "language",
                        "unknown_language",
                        "'language' is " + Excerpt.of(tag) + "; expected one of en, zh-CN"));
    }

    /**
     * The first wish that can be fulfilled. A wish for any language ({@code *}) is fulfilled by the fallback; unknown and malformed ones are passed
     * over.
     *
     * @param ranges BCP 47 language ranges, the dearest first
     */
    public static Language negotiate(Language fallback, List<String> ranges) {
        for (String range : ranges) {
            if (range.strip().equals("*")) {
                return fallback;
            }
            Optional<Language> match = match(range);
            if (match.isPresent()) {
                return match.get();
            }
        }
        return fallback;
    }

    /**
     * Negotiates by the value of an HTTP {@code Accept-Language} header (RFC 9110 section 12.5.4): higher quality first, equal ones in the
     * order given, quality 0 never. Malformed parts are passed over, since a wrong header is no reason to refuse a request.
     */
    public static Language fromAcceptLanguage(String header, Language fallback) {
        return header.isEmpty() ? fallback : negotiate(fallback, LanguageRange.byQuality(header));
    }
}
