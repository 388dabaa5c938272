package io.holdfast.serving.wire;

import io.holdfast.serving.store.CustomerState;
import java.util.List;

/** What a store says while a request for a plan is read. */
public interface StoreKnowledge {
    /** What is known of each customer, in order. */
    List<CustomerState> look(List<String> ids);

    /** Whether a plan of this id is kept. */
    boolean isKept(String planId);
}
