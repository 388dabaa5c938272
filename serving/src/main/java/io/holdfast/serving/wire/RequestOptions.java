package io.holdfast.serving.wire;

import io.holdfast.scoring.reason.ExplainOptions;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a score request asks for beside its customers.
 *
 * @param reasons most reasons per customer, 0 to {@value ExplainOptions#MOST}
 * @param protectors most protective reasons per customer, 0 to {@value ExplainOptions#MOST}
 * @param language a BCP 47 language range; anything may stand here
 * @param asOf the day as of which the values were known, for customers that do not say
 */
public record RequestOptions(int reasons, int protectors, Optional<String> language, Optional<LocalDate> asOf) {
    /** What counts where the request says nothing. */
    static RequestOptions standard() {
        return new RequestOptions(
                ExplainOptions.DEFAULT_REASONS, ExplainOptions.DEFAULT_PROTECTORS, Optional.empty(), Optional.empty());
    }

    RequestOptions withReasons(int most) {
        return new RequestOptions(most, protectors, language, asOf);
    }

    RequestOptions withProtectors(int most) {
        return new RequestOptions(reasons, most, language, asOf);
    }

    RequestOptions withLanguage(String range) {
        return new RequestOptions(reasons, protectors, Optional.of(range), asOf);
    }

    RequestOptions withAsOf(LocalDate day) {
        return new RequestOptions(reasons, protectors, language, Optional.of(day));
    }
}
