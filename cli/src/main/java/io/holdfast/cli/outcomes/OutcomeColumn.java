package io.holdfast.cli.outcomes;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A column of a file of outcomes. */
enum OutcomeColumn {
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

    /** In the file. */
    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In a request. */
    String field() {
        return field;
    }

    boolean isRequired() {
        return required;
    }

    boolean isMoment() {
        return this == OCCURRED_AT || this == REPORTED_AT;
    }

    static Optional<OutcomeColumn> ofHeader(String header) {
        return Arrays.stream(values())
                .filter(column -> column.header().equals(header))
                .findFirst();
    }

    static Optional<OutcomeColumn> ofField(String field) {
        return Arrays.stream(values())
                .filter(column -> column.field().equals(field))
                .findFirst();
    }

    static String headers() {
        return Arrays.stream(values()).map(OutcomeColumn::header).collect(Collectors.joining(", "));
    }
}
