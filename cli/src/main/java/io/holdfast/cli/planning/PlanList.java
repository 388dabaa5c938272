package io.holdfast.cli.planning;

import io.holdfast.care.plan.PlanCustomer;
import io.holdfast.serving.batch.BatchSummary;
import io.holdfast.serving.batch.TooManyRejectedException;
import io.holdfast.serving.store.StoredPrediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The customers of a plan, and the rows that cannot be planned for.
 *
 * @param customers in the order of the file
 * @param refused in the order of the file
 */
public record PlanList(List<PlanCustomer> customers, List<RefusedRow> refused) {
    /** Keeps copies. */
    public PlanList {
        customers = List.copyOf(customers);
        refused = List.copyOf(refused);
    }

    /**
     * Reads all of a file.
     *
     * @param objecting ids of those who are known to object to profiling, whatever the file says
     * @param maxRejected how many rows may be at fault
     * @throws TooManyRejectedException when more are
     */
    public static PlanList read(PlanSource source, Predicate<String> objecting, long maxRejected)
            throws TooManyRejectedException {
        List<PlanCustomer> customers = new ArrayList<>();
        List<RefusedRow> refused = new ArrayList<>();
        source.each(objecting, new PlanSource.Use() {
            @Override
            public void customer(PlanCustomer customer, Supplier<Optional<StoredPrediction>> prediction) {
                customers.add(customer);
            }

            @Override
            public void refused(RefusedRow row) {
                refused.add(row);
            }
        });
        requireFew(source.name(), customers.size(), refused, maxRejected);
        return new PlanList(customers, refused);
    }

    /** @throws TooManyRejectedException when more rows than may be are at fault */
    static void requireFew(String file, int taken, List<RefusedRow> refused, long maxRejected)
            throws TooManyRejectedException {
        if (refused.size() > maxRejected) {
            throw new TooManyRejectedException(
                    file,
                    maxRejected,
                    new BatchSummary(
                            taken,
                            0,
                            refused.size(),
                            0,
                            0,
                            refused.stream()
                                    .limit(BatchSummary.MOST_SHOWN)
                                    .map(RefusedRow::row)
                                    .toList()));
        }
    }
}
