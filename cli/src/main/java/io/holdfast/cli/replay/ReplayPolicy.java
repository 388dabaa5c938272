package io.holdfast.cli.replay;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who gets which care, month by month. All have the same budget and the same contacts. */
public enum ReplayPolicy {
    /** Plans that learn from their own hold-out. */
    LOOP,
    /** The same plans by what the playbook expects, for ever. */
    PLAYBOOK,
    /** The highest risk first, each with the action that the playbook expects most of. */
    RISKIEST,
    /** The highest risk times margin first. */
    RISK_MARGIN,
    /** Everybody in turn, until budget or contacts are used up. */
    EVERYBODY,
    /** Nobody. */
    NOBODY,
    /** The same plans by the true effects, by action and reason, with nobody held out. */
    ORACLE,
    /** The same by the true effects, with those held out whom plans that learn hold out: what measuring costs, were all known already. */
    ORACLE_HOLDING_OUT;

    /** As options and files write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The policy of a code; empty when there is none. */
    public static Optional<ReplayPolicy> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /** All codes, for messages. */
    public static String codes() {
        return Arrays.stream(values()).map(ReplayPolicy::code).collect(Collectors.joining(", "));
    }
}
