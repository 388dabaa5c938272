package io.holdfast.serving.store;

import static io.holdfast.serving.store.PlansOf.NOW;

import io.holdfast.serving.work.Attempt;
import io.holdfast.serving.work.Disposition;
import java.util.Optional;

/** Contacts and attempts for tests. */
final class ContactsOf {
    private ContactsOf() {}

    /** An inbound one by phone, now. */
    static Contact contact(String contactId, String customer, String note) {
        return new Contact(contactId, customer, Optional.empty(), "service", "inbound", "phone", note, NOW, NOW);
    }

    /** One of ann, as it is reported. */
    static Attempt attempt(String id, String item, Disposition disposition) {
        return new Attempt(id, item, "ann", disposition, Optional.empty(), "");
    }
}
