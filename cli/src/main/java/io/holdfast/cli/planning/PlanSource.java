package io.holdfast.cli.planning;

import io.holdfast.care.plan.PlanCustomer;
import io.holdfast.serving.store.StoredPrediction;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A file with the customers of a plan, which can be read more than once. */
public interface PlanSource {
    /**
     * Reads the file from its beginning, in its order. Whoever objects to profiling, or has left, has no score.
     *
     * @param objecting ids of those who are known to object, whatever the file says
     * @param use what is done with each row
     * @throws io.holdfast.scoring.fault.InputException if the file cannot be read, lacks a column or a customer stands there twice
     */
    void each(Predicate<String> objecting, Use use);

    /** How messages name the file. */
    String name();

    /** What is done with each row. */
    interface Use {
        /**
         * Takes a customer.
         *
         * @param prediction what a store keeps of the score; none for who objects, or has left
         */
        void customer(PlanCustomer customer, Supplier<Optional<StoredPrediction>> prediction);

        /** Takes a row that is at fault. */
        void refused(RefusedRow row);
    }
}
