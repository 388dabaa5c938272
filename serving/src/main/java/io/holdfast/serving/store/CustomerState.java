package io.holdfast.serving.store;

import io.holdfast.serving.work.BarrierCause;
import java.util.List;
import java.util.Optional;

/**
 * What the store knows of one customer, for whoever talks to them.
 *
 * @param asked the id that was asked for
 * @param customerId the id that stays after merges; the same where there was none
 * @param decisions the open ones, that with an action first; usually one
 * @param last of the decisions for care that are over, also of a shadow, the latest; looked for only by {@link People#answers}, and where none is open
 * @param holdOut the side of the measurement; empty for who was in no plan yet
 * @param optedOut whether the customer wants no care at all
 * @param objects whether the customer objects to profiling
 * @param departures whether the customer, or a unit of theirs, has left
 * @param refusedChannels channels the customer wants no care by
 * @param reports what agents found out by trying, and nothing has contradicted since
 */
public record CustomerState(
        String asked,
        String customerId,
        List<StoredDecision> decisions,
        Optional<StoredDecision> last,
        Optional<HoldOutMember> holdOut,
        boolean optedOut,
        boolean objects,
        Departures departures,
        List<String> refusedChannels,
        AgentReports reports) {
    /** Keeps copies. */
    public CustomerState {
        decisions = List.copyOf(decisions);
        refusedChannels = List.copyOf(refusedChannels);
    }

    CustomerState withLast(Optional<StoredDecision> decision) {
        return new CustomerState(
                asked,
                customerId,
                decisions,
                decision,
                holdOut,
                optedOut,
                objects,
                departures,
                refusedChannels,
                reports);
    }

    /** Why a decision of this customer is not to be carried out any more; empty where it is, or was never to be. */
    public Optional<BarrierCause> barrier(StoredDecision decision) {
        if (!decision.status().equals(NewDecision.PLANNED)) {
            return Optional.empty();
        }
        if (objects) {
            return Optional.of(BarrierCause.PROFILING_OBJECTION);
        }
        if (!decision.isWinBack() && left(decision.unit())) {
            return Optional.of(BarrierCause.ALREADY_LEFT);
        }
        if (decision.isWinBack() && departures.returned(decision.unit(), decision.decidedAt())) {
            return Optional.of(BarrierCause.RETURNED);
        }
        boolean refused = optedOut
                || decision.dueChannel().filter(refusedChannels::contains).isPresent();
        if (refused) {
            return Optional.of(BarrierCause.OPTED_OUT);
        }
        return decision.dueChannel().filter(reports.wrongChannels()::contains).isPresent()
                ? Optional.of(BarrierCause.WRONG_NUMBER)
                : Optional.empty();
    }

    /**
     * Whether a unit has left, by outcomes or by what agents say.
     *
     * @param unit empty for the customer with all they have
     */
    public boolean left(String unit) {
        return departures.left(unit) || reports.left(unit);
    }

    /** The one answer at every touch point: of several units' decisions one that may still be carried out. */
    public Optional<StoredDecision> decision() {
        return decisions.stream()
                .filter(decision -> decision.status().equals(NewDecision.PLANNED)
                        && barrier(decision).isEmpty())
                .findFirst()
                .or(() -> decisions.stream().findFirst());
    }
}
