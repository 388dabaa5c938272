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
 * @param snapshot whether the server's snapshot has what the customers do not say; where it does not say, wherever there is one
 */
public record RequestOptions(
        int reasons, int protectors, Optional<String> language, Optional<LocalDate> asOf, Optional<Boolean> snapshot) {
    /** What counts where the request says nothing. */
    static RequestOptions standard() {
        return new RequestOptions(
                ExplainOptions.DEFAULT_REASONS,
                ExplainOptions.DEFAULT_PROTECTORS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    RequestOptions withReasons(int most) {
        return new RequestOptions(most, protectors, language, asOf, snapshot);
    }

    RequestOptions withProtectors(int most) {
        return new RequestOptions(reasons, most, language, asOf, snapshot);
    }

    RequestOptions withLanguage(String range) {
        return new RequestOptions(reasons, protectors, Optional.of(range), asOf, snapshot);
    }

    RequestOptions withAsOf(LocalDate day) {
        return new RequestOptions(reasons, protectors, language, Optional.of(day), snapshot);
    }

    RequestOptions withSnapshot(boolean wanted) {
        return new RequestOptions(reasons, protectors, language, asOf, Optional.of(wanted));
    }
}
