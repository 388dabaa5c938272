package io.holdfast.cli;

import io.holdfast.scoring.dataset.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The language of texts. */
final class LanguageOption {
    @Option(
            names = "--language",
            paramLabel = "TAG",
            description =
                    "Language of texts: en or zh-CN (default: that of the model's dataset; where there is no model, en).")
    private @Nullable String tag;

    /** Refuses a tag without texts, before anything is read that takes time. */
    void check() {
        or(Language.ENGLISH);
    }

    /** The language asked for; a tag without texts is refused here, where somebody can correct it. */
    Language or(Language fallback) {
        String asked = tag;
        return asked == null
                ? fallback
                : Language.match(asked).orElseThrow(() -> new WrongOptionException("--language", asked, "en or zh-CN"));
    }
}
