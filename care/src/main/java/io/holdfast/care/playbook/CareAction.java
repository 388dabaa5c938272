package io.holdfast.care.playbook;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What can be done for a customer.
 *
 * @param code its stable name: lower-case words joined by hyphens, at most {@value #LONGEST_CODE} characters
 * @param reasons codes of the reasons it answers, at least one
 * @param tiers whom it is for; empty: everybody, also customers whose tier is unknown
 * @param channel by which way it reaches the customer
 * @param priceAffecting whether it can change what a customer pays or is granted
 * @param text what the agent is to do, in every language
 */
public record CareAction(
        String code,
        List<String> reasons,
        Set<ValueTier> tiers,
        Channel channel,
        boolean priceAffecting,
        LocalizedText text) {
    static final int LONGEST_CODE = 40;
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /**
     * Keeps copies.
     *
     * @throws IllegalArgumentException if the code is none, or reasons or a text are missing
     */
    public CareAction {
        if (!isCode(code)) {
            throw new IllegalArgumentException("code: " + code + " (expected: lower-case words joined by hyphens)");
        }
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("reasons of " + code + ": none (expected: at least one)");
        }
        for (Language language : Language.values()) {
            if (text.texts().getOrDefault(language, "").isBlank()) {
                throw new IllegalArgumentException(
                        "text of " + code + ": none for " + language.tag() + " (expected: one in every language)");
            }
        }
        reasons = List.copyOf(reasons);
        Set<ValueTier> ordered = EnumSet.noneOf(ValueTier.class);
        ordered.addAll(tiers);
        tiers = Collections.unmodifiableSet(ordered);
    }

    /**
     * Whether this is care for a customer with that reason and tier.
     *
     * @param tier the customer's, where it is known
     */
    public boolean answers(String reason, Optional<ValueTier> tier) {
        return reasons.contains(reason)
                && (tiers.isEmpty() || tier.filter(tiers::contains).isPresent());
    }

    static boolean isCode(String code) {
        return code.length() <= LONGEST_CODE && CODE.matcher(code).matches();
    }
}
