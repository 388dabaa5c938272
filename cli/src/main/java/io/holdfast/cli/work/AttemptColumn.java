package io.holdfast.cli.work;

import io.holdfast.cli.rows.RowColumn;

/** A column of a file of attempts. */
enum AttemptColumn implements RowColumn {
    ITEM_ID("itemId", true),
    AGENT("agent", false),
    DISPOSITION("disposition", true),
    NOTE("note", false),
    OCCURRED_AT("occurredAt", false),
    CALL_BACK_AT("callBackAt", false),
    ATTEMPT_ID("attemptId", false);

    private final String field;
    private final boolean required;

    AttemptColumn(String field, boolean required) {
        this.field = field;
        this.required = required;
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public boolean isRequired() {
        return required;
    }

    @Override
    public boolean isMoment() {
        return this == OCCURRED_AT || this == CALL_BACK_AT;
    }

    @Override
    public boolean isNumber() {
        return false;
    }
}
