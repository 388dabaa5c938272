package io.holdfast.care.playbook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** By which way an action reaches the customer. */
public enum Channel {
    /** A call. */
    PHONE,
    /** A short message: SMS, messenger or app. */
    MESSAGE,
    /** An e-mail. */
    EMAIL,
    /** A letter on paper. */
    LETTER,
    /** A visit, or a talk in the shop. */
    IN_PERSON;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As playbooks and replies write it. */
    public String code() {
        return code;
    }

    /** The channel that playbooks write so. */
    public static Optional<Channel> of(String code) {
        return Optional.ofNullable(byCode().get(code));
    }

    static Map<String, Channel> byCode() {
        Map<String, Channel> channels = new LinkedHashMap<>();
        for (Channel channel : values()) {
            channels.put(channel.code(), channel);
        }
        return Collections.unmodifiableMap(channels);
    }
}
