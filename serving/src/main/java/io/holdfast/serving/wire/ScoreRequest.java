package io.holdfast.serving.wire;

import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.score.AsOfDay;
import io.holdfast.serving.answer.CustomerQuery;
import io.holdfast.serving.snapshot.CustomerSnapshot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The body of {@code POST /v1/scores}.
 *
 * @param customers 1 to {@value Contract#MOST_CUSTOMERS}, in the order of the request
 * @param options what else it asks for
 */
public record ScoreRequest(List<CustomerInput> customers, RequestOptions options) {
    /** Keeps a copy. */
    public ScoreRequest {
        customers = List.copyOf(customers);
    }

    /**
     * The customers as the domain knows them.
     *
     * @param knowledge today is the day as of which values were known where neither customer, options nor snapshot say
     * @throws MalformedRequestException when the options' day lies in the future, or they want a snapshot that is not there
     */
    public List<CustomerQuery> queries(Knowledge knowledge) throws MalformedRequestException {
        LocalDate today = knowledge.today();
        LocalDate fallback = options.asOf().orElse(today);
        if (AsOfDay.isInFuture(fallback, today)) {
            throw MalformedRequestException.invalid("bad_option", Pointer.option(AsOf.FIELD), AsOfDay.IN_FUTURE.text());
        }
        Optional<CustomerSnapshot> snapshot = snapshot(knowledge);
        List<CustomerQuery> queries = new ArrayList<>(customers.size());
        for (int i = 0; i < customers.size(); i++) {
            CustomerInput customer = customers.get(i);
            queries.add(
                    snapshot.isPresent()
                            ? customer.query(i, options.asOf(), snapshot.get())
                            : customer.query(i, fallback, today));
        }
        return queries;
    }

    /** The snapshot that answers: none where the request wants to be answered by its own features alone. */
    public Optional<CustomerSnapshot> snapshot(Knowledge knowledge) throws MalformedRequestException {
        boolean wanted = options.snapshot().orElse(knowledge.snapshot().isPresent());
        if (wanted && knowledge.snapshot().isEmpty()) {
            throw MalformedRequestException.invalid(
                    "bad_option",
                    Pointer.option(OptionsReader.SNAPSHOT),
                    Verdict.of(
                            LocalizedText.of("This server serves no snapshot", "该服务器没有快照"),
                            LocalizedText.of("false, or a server with one", "false，或有快照的服务器")));
        }
        return wanted ? knowledge.snapshot() : Optional.empty();
    }
}
