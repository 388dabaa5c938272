package io.holdfast.care.plan;

import io.holdfast.care.playbook.Channel;
import io.holdfast.care.playbook.CustomerField;
import io.holdfast.care.playbook.Planning;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.dataset.FlagTokens;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.reason.RankedReason;
import io.holdfast.scoring.reason.ReasonRanking;
import io.holdfast.scoring.score.ChurnScore;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes customers of a plan out of scores and of the cells a playbook reads. Immutable. */
public final class CustomerCells {
    private static final Map<CustomerField, Channel> CONSENTS = Map.of(
            CustomerField.CONSENT_PHONE, Channel.PHONE,
            CustomerField.CONSENT_MESSAGE, Channel.MESSAGE,
            CustomerField.CONSENT_EMAIL, Channel.EMAIL,
            CustomerField.CONSENT_LETTER, Channel.LETTER,
            CustomerField.CONSENT_IN_PERSON, Channel.IN_PERSON);
    private static final Map<CustomerField, ServiceCase> CASES = Map.of(
            CustomerField.COMPLAINT, ServiceCase.COMPLAINT,
            CustomerField.CANCELLATION_CALL, ServiceCase.CANCELLATION_CALL,
            CustomerField.VULNERABLE, ServiceCase.VULNERABLE);
    private static final Map<CustomerField, FiledRequest> REQUESTS = Map.of(
            CustomerField.PORT_REQUEST, FiledRequest.PORT,
            CustomerField.CANCELLATION_REQUEST, FiledRequest.CANCELLATION);

    private final Planning planning;
    private final Set<String> kept;
    private final Map<String, FlagTokens> flags = new HashMap<>();
    private final Set<String> missing;

    /** By the columns that a playbook names and a description describes. */
    public CustomerCells(Planning planning, DatasetDescription description) {
        this.planning = planning;
        this.kept = new TreeSet<>(planning.readColumns());
        this.missing = Set.copyOf(description.format().missing());
        description.columns().forEach(column -> flags.put(column.name(), column.flagTokens()));
    }

    /** The columns that have to be there, by name. */
    public Set<String> columns() {
        return Set.copyOf(kept);
    }

    /** Whether the customer objects to profiling, and so must not even be scored. */
    public boolean objects(UnaryOperator<String> cells) {
        return flag(CustomerField.OBJECTS, cells, false);
    }

    /** Whether the customer has left and is to be won back. */
    public boolean lost(UnaryOperator<String> cells) {
        return flag(CustomerField.LOST, cells, false);
    }

    /** A customer who objects to profiling: nothing is read but which unit it is. */
    public PlanCustomer objecting(String id, UnaryOperator<String> cells) {
        return PlanCustomer.objecting(id).toBuilder()
                .unit(cell(CustomerField.UNIT, cells))
                .build();
    }

    /** A customer who had already left: nothing is read but which unit it is. */
    public PlanCustomer departed(String id, UnaryOperator<String> cells) {
        return PlanCustomer.departed(id).toBuilder()
                .unit(cell(CustomerField.UNIT, cells))
                .build();
    }

    /**
     * The customer.
     *
     * @param cells by the column's name
     * @throws InputException if a cell is not what its field asks for: column, value and what was expected
     */
    public PlanCustomer customer(ChurnScore score, ReasonRanking ranking, UnaryOperator<String> cells) {
        return customer(
                score.customer().id(), score.probability(), score.customer().value(), reasons(ranking), cells);
    }

    /**
     * The customer, of whose score only the results are at hand.
     *
     * @param probability of leaving, 0 to 1
     * @param value in the unit of the value column, where known
     * @param reasons settled and actionable ones that raise the risk, the leading one first
     * @param cells by the column's name
     * @throws InputException if a cell is not what its field asks for: column, value and what was expected
     */
    public PlanCustomer customer(
            String id,
            double probability,
            OptionalDouble value,
            List<CustomerReason> reasons,
            UnaryOperator<String> cells) {
        boolean lost = flag(CustomerField.LOST, cells, false);
        double risk = lost ? number(CustomerField.RETURN, cells).orElse(0.0) : probability;
        if (!(risk >= 0 && risk <= 1)) {
            throw wrong(CustomerField.RETURN, Double.toString(risk), "0 to 1");
        }
        PlanCustomer.Builder customer = PlanCustomer.of(id, risk)
                .unit(cell(CustomerField.UNIT, cells))
                .household(cell(CustomerField.HOUSEHOLD, cells))
                .owner(cell(CustomerField.OWNER, cells))
                .reasons(reasons)
                .columns(kept(cells));
        if (lost) {
            customer.lost();
        }
        if (flag(CustomerField.OPTED_OUT, cells, false)) {
            customer.optedOut();
        }
        value.ifPresent(worth -> customer.tierValue(worth).marginIfKept(worth * planning.marginPerValue()));
        number(CustomerField.MARGIN, cells).ifPresent(customer::marginIfKept);
        channel(cells).ifPresent(customer::preferredChannel);
        CONSENTS.forEach((field, channel) -> {
            if (!flag(field, cells, !planning.columns().containsKey(field))) {
                customer.refuses(channel);
            }
        });
        CASES.forEach((field, open) -> {
            if (flag(field, cells, false)) {
                customer.serviceCase(open);
            }
        });
        REQUESTS.forEach((field, request) -> {
            if (flag(field, cells, false)) {
                customer.filed(request);
            }
        });
        day(CustomerField.LAST_CONTACT, cells)
                .ifPresent(day ->
                        customer.contacts(List.of(new PastContact(day, cell(CustomerField.LAST_ACTION, cells)))));
        String event = cell(CustomerField.EVENT, cells);
        if (!event.isEmpty()) {
            day(CustomerField.EVENT_DAY, cells)
                    .ifPresent(day -> customer.events(List.of(new CustomerEvent(event, day))));
        }
        return customer.build();
    }

    private static List<CustomerReason> reasons(ReasonRanking ranking) {
        List<CustomerReason> reasons = new ArrayList<>();
        for (RankedReason reason : ranking.raising()) {
            if (reason.actionable() && reason.settled() && reason.impact() > 0) {
                reasons.add(new CustomerReason(reason.reason().code(), reason.impact(), reason.share()));
            }
        }
        return reasons;
    }

    private Map<String, String> kept(UnaryOperator<String> cells) {
        Map<String, String> columns = new HashMap<>();
        for (String column : kept) {
            String cell = cells.apply(column);
            if (!missing.contains(cell)) {
                columns.put(column, cell);
            }
        }
        return columns;
    }

    private String cell(CustomerField field, UnaryOperator<String> cells) {
        @Nullable String column = planning.columns().get(field);
        String cell = column == null ? "" : cells.apply(column);
        return missing.contains(cell) ? "" : cell;
    }

    private boolean flag(CustomerField field, UnaryOperator<String> cells, boolean otherwise) {
        String cell = cell(field, cells);
        FlagTokens tokens = flags.getOrDefault(planning.columns().getOrDefault(field, ""), FlagTokens.standard());
        if (cell.isEmpty()) {
            return otherwise;
        }
        if (!tokens.isYes(cell) && !tokens.isNo(cell)) {
            throw wrong(field, cell, tokens.expectation());
        }
        return tokens.isYes(cell);
    }

    private Optional<Double> number(CustomerField field, UnaryOperator<String> cells) {
        String cell = cell(field, cells);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        try {
            double number = Double.parseDouble(cell);
            if (Double.isFinite(number)) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            throw wrong(field, cell, "a number such as 12.5");
        }
        throw wrong(field, cell, "a finite number");
    }

    private Optional<LocalDate> day(CustomerField field, UnaryOperator<String> cells) {
        String cell = cell(field, cells);
        try {
            return cell.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(cell));
        } catch (DateTimeParseException e) {
            throw wrong(field, cell, "a date such as 2026-01-31");
        }
    }

    private Optional<Channel> channel(UnaryOperator<String> cells) {
        String cell = cell(CustomerField.CHANNEL, cells);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        Optional<Channel> channel = Channel.of(cell);
        if (channel.isEmpty()) {
            throw wrong(
                    CustomerField.CHANNEL,
                    cell,
                    String.join(
                            ", ",
                            Arrays.stream(Channel.values()).map(Channel::code).toList()));
        }
        return channel;
    }

    private InputException wrong(CustomerField field, String cell, String expected) {
        String column = planning.columns().getOrDefault(field, field.key());
        return new InputException(
                "wrong_value",
                "column " + Excerpt.of(column) + " (" + field.key() + ") holds " + Excerpt.of(cell) + "; expected "
                        + expected);
    }
}
