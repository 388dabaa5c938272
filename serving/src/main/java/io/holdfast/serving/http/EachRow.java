package io.holdfast.serving.http;

import io.holdfast.serving.store.RowOutcome;
import io.holdfast.serving.wire.Contract;
import io.holdfast.serving.wire.Document;
import io.holdfast.serving.wire.MalformedRequestException;
import io.holdfast.serving.wire.RowReplies;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes the rows of a report to the store, each taken or refused alone. */
final class EachRow {
    private EachRow() {}

    /** Makes of one row what is to be written. */
    @FunctionalInterface
    interface Reading<T> {
        T of(Document row) throws MalformedRequestException;
    }

    /** Of the array {@code name}, the only key of the body; the replies stand in the rows' order. */
    static <T> byte[] of(
            DocumentCall call,
            String name,
            Reading<T> reading,
            Function<List<T>, List<RowOutcome>> writing,
            RowReplies replies)
            throws MalformedRequestException {
        List<Document> rows = call.body().documents(name, Contract.MOST_CUSTOMERS);
        call.body().requireNothingElse();
        List<Optional<MalformedRequestException>> faults = new ArrayList<>(rows.size());
        List<T> legible = new ArrayList<>(rows.size());
        for (Document row : rows) {
            try {
                row.requireObject();
                legible.add(reading.of(row));
                faults.add(Optional.empty());
            } catch (MalformedRequestException e) {
                faults.add(Optional.of(e));
            }
        }
        Iterator<RowOutcome> outcomes = writing.apply(legible).iterator();
        for (int i = 0; i < faults.size(); i++) {
            if (faults.get(i).isPresent()) {
                replies.refused(faults.get(i).get());
            } else {
                replies.add(outcomes.next(), "/" + name + "/" + i);
            }
        }
        return replies.write();
    }
}
