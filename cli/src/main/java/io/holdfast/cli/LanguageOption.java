package io.holdfast.cli;

import io.holdfast.scoring.dataset.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The language of texts. */
final class LanguageOption {
    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "Language of texts: en or zh-CN (default: the dataset's of the model, en without a model).")
    private @Nullable String tag;

    /** The language asked for; a tag without texts is refused here, where somebody can correct it. */
    Language or(Language fallback) {
        String asked = tag;
        return asked == null
                ? fallback
                : Language.match(asked).orElseThrow(() -> new WrongOptionException("--language", asked, "en or zh-CN"));
    }
}
