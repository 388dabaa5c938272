package io.holdfast.page;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import java.util.Locale;
import java.util.function.Function;

/**
 * A text in both languages of the page.
 *
 * @param en English
 * @param zh Chinese
 */
public record Both(String en, String zh) {
    private static final Both NOTHING = new Both("", "");

    /** No text. */
    public static Both nothing() {
        return NOTHING;
    }

    /** The same in both: numbers, names, codes. */
    public static Both same(String text) {
        return new Both(text, text);
    }

    /** A text that is written in both. */
    public static Both of(LocalizedText text) {
        return by(text::in);
    }

    /** What a text is in each. */
    public static Both by(Function<Language, String> text) {
        return new Both(text.apply(Language.ENGLISH), text.apply(Language.CHINESE));
    }

    /** This and then another. */
    public Both and(Both other) {
        return new Both(en + other.en, zh + other.zh);
    }

    /** With a capital at its beginning. */
    public Both asTitle() {
        int first = en.offsetByCodePoints(0, Math.min(1, en.length()));
        return new Both(en.substring(0, first).toUpperCase(Locale.ROOT) + en.substring(first), zh);
    }

    /** Whether both languages say the same. */
    public boolean equal() {
        return en.equals(zh);
    }
}
