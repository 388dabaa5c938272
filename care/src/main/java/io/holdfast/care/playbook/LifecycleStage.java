package io.holdfast.care.playbook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Where a customer is in their life with the company. */
public enum LifecycleStage {
    /** New: needs guidance. */
    ACQUISITION,
    /** Growing. */
    DEVELOPMENT,
    /** Long-standing: needs recognition. */
    MAINTENANCE,
    /** Declining, or lost and worth winning back. */
    RECOVERY;

    /** As playbooks and replies write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All stages by code, in the order of a customer's life. */
    static Map<String, LifecycleStage> byCode() {
        Map<String, LifecycleStage> stages = new LinkedHashMap<>();
        for (LifecycleStage stage : values()) {
            stages.put(stage.code(), stage);
        }
        return Collections.unmodifiableMap(stages);
    }
}
