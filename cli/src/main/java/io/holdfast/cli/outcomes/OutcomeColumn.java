package io.holdfast.cli.outcomes;

import io.holdfast.cli.rows.RowColumn;

/** A column of a file of outcomes. */
enum OutcomeColumn implements RowColumn {
    OUTCOME_ID("outcomeId", true),
    CUSTOMER_ID("customerId", true),
    UNIT_ID("unitId", false),
    KIND("kind", true),
    LEAVE_TYPE("leaveType", false),
    REASON("reason", false),
    AMOUNT("amount", false),
    PREDICTION_ID("predictionId", false),
    DECISION_ID("decisionId", false),
    SUPERSEDES("supersedes", false),
    OCCURRED_AT("occurredAt", true),
    REPORTED_AT("reportedAt", true);

    private final String field;
    private final boolean required;

    OutcomeColumn(String field, boolean required) {
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
        return this == OCCURRED_AT || this == REPORTED_AT;
    }

    @Override
    public boolean isNumber() {
        return this == AMOUNT;
    }
}
