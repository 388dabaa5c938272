package io.holdfast.serving.wire;

import io.holdfast.care.playbook.Channel;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.serving.store.Consent;
import io.holdfast.serving.store.Contact;
import io.holdfast.serving.work.Clocks;
import io.holdfast.serving.work.Days;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what is reported about contacts and consent, row by row. */
public final class ContactRequests {
    private static final Set<String> KINDS = new TreeSet<>(Set.of("care", "service", "complaint", "sale", "other"));
    private static final Set<String> DIRECTIONS = new TreeSet<>(Set.of("inbound", "outbound"));
    private static final Set<String> PURPOSES = new TreeSet<>(Set.of(Consent.CARE, Consent.PROFILING));
    private static final Set<String> CHANNELS =
            Arrays.stream(Channel.values()).map(Channel::code).collect(Collectors.toCollection(TreeSet::new));

    private ContactRequests() {}

    /**
     * One contact.
     *
     * @param now what is reported to have happened later is refused
     */
    public static Contact contact(Document row, Instant now) throws MalformedRequestException {
        String contactId = row.text("contactId", WorkRequests.NAME);
        String customerId = row.customerId("customerId");
        Optional<String> decisionId = row.optionalText("decisionId", WorkRequests.NAME);
        String kind = row.code("kind", among(KINDS), all(KINDS));
        String direction = row.code("direction", among(DIRECTIONS), all(DIRECTIONS));
        String channel = row.code("channel", among(CHANNELS), all(CHANNELS));
        Instant occurredAt = row.dayOrMoment("occurredAt");
        Instant reportedAt = row.dayOrMoment("reportedAt");
        String note = row.note("note", WorkRequests.NOTE);
        row.requireNothingElse();
        PastTime.requireMoment(row, "occurredAt", occurredAt, now);
        PastTime.require(row, "reportedAt", reportedAt, now);
        if (occurredAt.isAfter(Days.end(reportedAt).plus(Clocks.DIFFER))) {
            throw row.invalid(
                    "bad_value",
                    "reportedAt",
                    LocalizedText.of("The contact is reported before it happened", "报告时间早于联系发生的时间"),
                    LocalizedText.of("occurredAt, or later", "不早于 occurredAt 的时间"));
        }
        return new Contact(contactId, customerId, decisionId, kind, direction, channel, note, occurredAt, reportedAt);
    }

    /** One statement of a customer. */
    public static Consent consent(Document row, Instant now) throws MalformedRequestException {
        String customerId = row.customerId("customerId");
        String purpose = row.code("purpose", among(PURPOSES), all(PURPOSES));
        Optional<String> channel = optionalChannel(row);
        boolean granted = row.flag("granted");
        // To the moment, whatever its offset, so that of consent and refusal at one moment the refusal stands.
        Instant saidAt = row.instant("saidAt");
        String source = row.note("source", WorkRequests.NOTE);
        row.requireNothingElse();
        PastTime.requireMoment(row, "saidAt", saidAt, now);
        return new Consent(customerId, purpose, channel.orElse(Consent.ALL), granted, saidAt, source);
    }

    /** The channel that a document may name. */
    static Optional<String> optionalChannel(Document row) throws MalformedRequestException {
        return row.optionalCode("channel", among(CHANNELS), all(CHANNELS));
    }

    private static Function<String, Optional<String>> among(Set<String> codes) {
        return code -> codes.contains(code) ? Optional.of(code) : Optional.empty();
    }

    private static String all(Set<String> codes) {
        return String.join(", ", codes);
    }
}
