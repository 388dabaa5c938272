package io.holdfast.serving.wire;

import io.holdfast.scoring.score.AsOfDay;
import io.holdfast.serving.answer.CustomerQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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
     * @param today the day as of which values were known where neither customer nor options say
     * @throws MalformedRequestException when the options' day lies in the future
     */
    public List<CustomerQuery> queries(LocalDate today) throws MalformedRequestException {
        LocalDate fallback = options.asOf().orElse(today);
        if (AsOfDay.isInFuture(fallback, today)) {
            throw MalformedRequestException.invalid("bad_option", Pointer.option(AsOf.FIELD), AsOfDay.IN_FUTURE.text());
        }
        List<CustomerQuery> queries = new ArrayList<>(customers.size());
        for (int i = 0; i < customers.size(); i++) {
            queries.add(customers.get(i).query(i, fallback, today));
        }
        return queries;
    }
}
