package io.holdfast.serving.wire;

import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.serving.store.Outcome;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads what is reported to have become of customers, row by row. */
public final class OutcomeRequests {
    private static final LocalizedText NOT_HERE = LocalizedText.of("The field is not for this kind", "该字段不适用于此类结果");

    /** More than anybody brings, in any currency; and few enough digits that sums stay finite and exact to the cent. */
    private static final double LARGEST = 1e12;

    private OutcomeRequests() {}

    /**
     * One outcome.
     *
     * @param now what is said to have been reported later is refused
     */
    public static Outcome outcome(Document row, Instant now) throws MalformedRequestException {
        return read(row, row.text("outcomeId", WorkRequests.NAME), now);
    }

    /**
     * The same, whose id stands elsewhere; the row may repeat it.
     *
     * @param outcomeId as the request's path has it
     */
    public static Outcome outcome(Document row, String outcomeId, Instant now) throws MalformedRequestException {
        Optional<String> repeated = row.optionalText("outcomeId", WorkRequests.NAME);
        if (repeated.isPresent() && !repeated.get().equals(outcomeId)) {
            throw row.invalid(
                    "bad_value",
                    "outcomeId",
                    LocalizedText.of("The id is another one than the path's", "编号与路径中的不同"),
                    LocalizedText.of("the same, or none", "相同的编号，或不给出"));
        }
        return read(row, outcomeId, now);
    }

    private static Outcome read(Document row, String outcomeId, Instant now) throws MalformedRequestException {
        String customerId = row.customerId("customerId");
        String unit = row.optionalUnitId("unitId").orElse("");
        OutcomeKind kind = row.code("kind", OutcomeKind::of, OutcomeKind.codes());
        Optional<LeaveType> leave = row.optionalCode("leaveType", LeaveType::of, LeaveType.codes());
        Optional<String> reason = row.optionalText("reason", WorkRequests.NAME);
        OptionalDouble amount = row.optionalNumber("amount");
        Optional<String> predictionId = row.optionalText("predictionId", WorkRequests.NAME);
        Optional<String> decisionId = row.optionalText("decisionId", WorkRequests.NAME);
        Optional<String> supersedes = row.optionalText("supersedes", WorkRequests.NAME);
        Instant occurredAt = row.dayOrMoment("occurredAt");
        Instant reportedAt = row.dayOrMoment("reportedAt");
        row.requireNothingElse();
        requireBoth(
                row, "leaveType", kind == OutcomeKind.LEFT, leave.isPresent(), LocalizedText.same(LeaveType.codes()));
        requireBoth(
                row,
                "reason",
                kind.hasReason(),
                reason.isPresent(),
                LocalizedText.of("the code of a reason, such as price", "原因代码，例如 price"));
        requireBoth(
                row,
                "amount",
                kind.hasAmount(),
                amount.isPresent(),
                LocalizedText.of("a number such as 12.5", "数字，例如 12.5"));
        if (Math.abs(amount.orElse(0)) > LARGEST) {
            throw row.invalid(
                    "bad_value",
                    "amount",
                    LocalizedText.of("The value is out of range", "该值超出范围"),
                    LocalizedText.of(
                            "a number from -1000000000000 to 1000000000000", "-1000000000000 至 1000000000000 的数字"));
        }
        PastTime.require(row, "reportedAt", reportedAt, now);
        return new Outcome(
                outcomeId,
                customerId,
                unit,
                kind,
                leave,
                reason,
                amount,
                predictionId,
                decisionId,
                supersedes,
                occurredAt,
                reportedAt);
    }

    private static void requireBoth(Document row, String field, boolean wanted, boolean given, LocalizedText expected)
            throws MalformedRequestException {
        if (wanted && !given) {
            throw row.invalid(
                    "missing_field",
                    field,
                    LocalizedText.of("The field is missing for this kind", "此类结果缺少该字段"),
                    expected);
        }
        if (given && !wanted) {
            throw row.invalid("bad_value", field, NOT_HERE, LocalizedText.of("no such field", "没有该字段"));
        }
    }
}
