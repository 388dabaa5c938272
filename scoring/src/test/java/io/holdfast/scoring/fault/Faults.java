package io.holdfast.scoring.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Catches the refusal of a bad input and checks what holds for every refusal. */
public final class Faults {
    private Faults() {}

    /** The refusal a call ends in: one line, for people, without anything of Java in it. */
    public static InputException of(ThrowingCallable call) {
        InputException fault = Assertions.catchThrowableOfType(InputException.class, call);
        assertThat(fault).as("nothing was refused").isNotNull();
        assertThat(fault.getMessage()).isNotBlank().doesNotContain("\n", "\r", "Exception", "java.", ": null");
        assertThat(fault.code()).matches("[a-z][a-z0-9_]*");
        return fault;
    }
}
