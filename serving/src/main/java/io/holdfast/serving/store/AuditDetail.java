package io.holdfast.serving.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the details of audit lines. */
final class AuditDetail {
    private final ObjectNode facts = JsonNodeFactory.instance.objectNode();

    private AuditDetail() {}

    static AuditDetail of(String name, String value) {
        return new AuditDetail().and(name, value);
    }

    static AuditDetail of(String name, long value) {
        return new AuditDetail().and(name, value);
    }

    AuditDetail and(String name, String value) {
        facts.put(name, value);
        return this;
    }

    AuditDetail and(String name, long value) {
        facts.put(name, value);
        return this;
    }

    /** A JSON object. */
    @Override
    public String toString() {
        return facts.toString();
    }
}
