package io.holdfast.serving.wire;

import io.holdfast.scoring.score.AlreadyLeft;
import io.holdfast.scoring.score.AsOfDay;
import io.holdfast.scoring.score.ProfilingObjection;
import io.holdfast.scoring.score.Refusal;
import io.holdfast.scoring.score.RefusedException;
import io.holdfast.serving.answer.CustomerQuery;
import io.holdfast.serving.snapshot.CustomerSnapshot;
import java.time.LocalDate;
import java.util.Optional;

/** One customer as the request states it. */
sealed interface CustomerInput {
    /**
     * The customer for the domain, by the request alone.
     *
     * @param index position in the request
     * @param fallback the day as of which the values were known, unless the customer says
     */
    CustomerQuery query(int index, LocalDate fallback, LocalDate today);

    /**
     * The customer for the domain, by a snapshot and what the request gives in its place.
     *
     * @param index position in the request
     * @param day what the options say of the day, where they do
     */
    CustomerQuery query(int index, Optional<LocalDate> day, CustomerSnapshot snapshot);

    /**
     * A customer whose every value has the right type.
     *
     * @param id valid
     * @param asOf the customer's own day, where there is one
     */
    record Typed(String id, Optional<LocalDate> asOf, FeatureValues values) implements CustomerInput {
        @Override
        public CustomerQuery query(int index, LocalDate fallback, LocalDate today) {
            LocalDate day = asOf.orElse(fallback);
            if (AsOfDay.isInFuture(day, today)) {
                return new CustomerQuery.Illegible(
                        Optional.of(id), AsOfDay.IN_FUTURE, Pointer.customer(index, AsOf.FIELD));
            }
            try {
                return CustomerQuery.Legible.of(values.record(id, day));
            } catch (RefusedException e) {
                return new CustomerQuery.Illegible(
                        Optional.of(id), e.refusal(), Pointer.customer(index, CustomerReader.FEATURES));
            }
        }

        @Override
        public CustomerQuery query(int index, Optional<LocalDate> day, CustomerSnapshot snapshot) {
            return new SnapshotQuery(snapshot, index).of(this, day);
        }
    }

    /**
     * A customer of whom the request says that they object to being profiled.
     *
     * @param id valid
     * @param pointer where it says so
     */
    record Objecting(String id, String pointer) implements CustomerInput {
        @Override
        public CustomerQuery query(int index, LocalDate fallback, LocalDate today) {
            return new CustomerQuery.Barred(id, ProfilingObjection.REFUSAL, pointer);
        }

        @Override
        public CustomerQuery query(int index, Optional<LocalDate> day, CustomerSnapshot snapshot) {
            return new CustomerQuery.Barred(id, ProfilingObjection.REFUSAL, pointer);
        }
    }

    /**
     * A customer of whom the request says on which day they left.
     *
     * @param id valid
     * @param left the day
     * @param asOf the customer's own day, where there is one
     * @param pointer where the request says so
     * @param present the customer as long as they are there
     */
    record Departing(String id, LocalDate left, Optional<LocalDate> asOf, String pointer, CustomerInput present)
            implements CustomerInput {
        @Override
        public CustomerQuery query(int index, LocalDate fallback, LocalDate today) {
            return AlreadyLeft.by(asOf.orElse(fallback), left) ? gone() : present.query(index, fallback, today);
        }

        @Override
        public CustomerQuery query(int index, Optional<LocalDate> day, CustomerSnapshot snapshot) {
            return AlreadyLeft.by(snapshot.asOf(), left) ? gone() : present.query(index, day, snapshot);
        }

        private CustomerQuery gone() {
            return new CustomerQuery.Barred(id, AlreadyLeft.REFUSAL, pointer);
        }
    }

    /**
     * A customer with something that cannot be read.
     *
     * @param id where at least that could be read
     */
    record Faulty(Optional<String> id, Refusal refusal, String pointer) implements CustomerInput {
        @Override
        public CustomerQuery query(int index, LocalDate fallback, LocalDate today) {
            return new CustomerQuery.Illegible(id, refusal, pointer);
        }

        @Override
        public CustomerQuery query(int index, Optional<LocalDate> day, CustomerSnapshot snapshot) {
            return new CustomerQuery.Illegible(id, refusal, pointer);
        }
    }
}
