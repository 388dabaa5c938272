package io.holdfast.serving.keys;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the holder of a key may do. */
public enum Scope {
    /** Score customers. */
    SCORE_READ("score:read"),
    /** Read what the model is and what it expects. */
    MODEL_READ("model:read"),
    /** Make the server take a new snapshot. */
    SNAPSHOT_WRITE("snapshot:write"),
    /** Make plans of care. */
    PLAN_WRITE("plan:write"),
    /** Look up the care decided for customers. */
    CARE_READ("care:read"),
    /** See the work list. */
    WORK_READ("work:read"),
    /** Claim and close work, override decisions. */
    WORK_WRITE("work:write"),
    /** Report contacts and consent. */
    CONTACT_WRITE("contact:write"),
    /** Report what became of customers. */
    OUTCOME_WRITE("outcome:write"),
    /** See what care brought about. */
    EFFECT_READ("effect:read"),
    /** See why customers leave, and whom to ask. */
    DIAGNOSIS_READ("diagnosis:read"),
    /** Make two ids one customer. */
    CUSTOMER_MERGE("customer:merge"),
    /** Have everything that is held about a customer. */
    CUSTOMER_EXPORT("customer:export"),
    /** Erase everything that is held about a customer. */
    CUSTOMER_ERASE("customer:erase");

    private final String code;

    Scope(String code) {
        this.code = code;
    }

    /** As the key file, the command line and the API's description write it. */
    public String code() {
        return code;
    }

    /** The scope of a code; empty when there is none. */
    public static Optional<Scope> of(String code) {
        return Arrays.stream(values()).filter(scope -> scope.code.equals(code)).findFirst();
    }

    /** What a key opens unless somebody says otherwise: it reads about the model and scores, and changes nothing. */
    public static Set<Scope> usual() {
        return EnumSet.of(SCORE_READ, MODEL_READ);
    }

    /** All codes, for messages. */
    public static String codes() {
        return Arrays.stream(values()).map(Scope::code).collect(Collectors.joining(", "));
    }
}
