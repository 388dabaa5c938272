package io.holdfast.serving.store;

import io.holdfast.serving.work.WorkItem;
import java.util.List;
import java.util.Optional;

/**
 * What the store tells of one customer's care, for whoever talks to them.
 *
 * @param state what is decided
 * @param known whether anything is kept of the customer
 * @param work of the decision that is open, the step to be done; with none open, of the last one the step that somebody tried last
 * @param lastContact the latest contact in either direction, attempts at work among them
 * @param reasons codes of what raises the risk behind the open decision, settled ones that care can answer, the strongest first
 */
public record CustomerCare(
        CustomerState state,
        boolean known,
        Optional<WorkItem> work,
        Optional<Contact> lastContact,
        List<String> reasons) {
    /** Keeps a copy. */
    public CustomerCare {
        reasons = List.copyOf(reasons);
    }
}
