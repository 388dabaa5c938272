package io.holdfast.care.playbook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What came of a contact. */
public enum Disposition {
    /** The customer was spoken to. */
    REACHED,
    /** Nobody answered. */
    NO_ANSWER,
    /** The customer wants none of it. */
    REFUSED,
    /** The customer took it. */
    ACCEPTED,
    /** The number or address is wrong. */
    WRONG_NUMBER,
    /** The customer has left. */
    ALREADY_LEFT;

    /** As playbooks and replies write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Map<String, Disposition> byCode() {
        Map<String, Disposition> all = new LinkedHashMap<>();
        for (Disposition disposition : values()) {
            all.put(disposition.code(), disposition);
        }
        return Collections.unmodifiableMap(all);
    }
}
