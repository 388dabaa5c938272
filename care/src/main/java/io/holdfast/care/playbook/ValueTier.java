package io.holdfast.care.playbook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How much a customer is worth to the company, the most first. */
public enum ValueTier {
    /** Whose loss visibly hurts. */
    KEY,
    /** The middle. */
    ORDINARY,
    /** For whom the cost of care has to be weighed. */
    SMALL,
    /** Costs more than it brings; shown by a column of costs, bad debts or abuse, never by a low value alone. */
    UNPROFITABLE;

    /** As playbooks and replies write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All tiers by code, the most worth first. */
    static Map<String, ValueTier> byCode() {
        Map<String, ValueTier> tiers = new LinkedHashMap<>();
        for (ValueTier tier : values()) {
            tiers.put(tier.code(), tier);
        }
        return Collections.unmodifiableMap(tiers);
    }
}
