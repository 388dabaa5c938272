package io.holdfast.cli;

import io.holdfast.scoring.dataset.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The language of texts. */
final class LanguageOption {
    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "Language of reasons and care: en or zh-CN; by default the dataset's.")
    private @Nullable String tag;

    /** The language asked for; a tag without texts is refused here, where somebody can correct it. */
    Language or(Language fallback) {
        String asked = tag;
        return asked == null
                ? fallback
                : Language.match(asked).orElseThrow(() -> new WrongOptionException("--language", asked, "en or zh-CN"));
    }
}
