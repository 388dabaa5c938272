package io.holdfast.serving.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.json.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the body of {@code POST /v1/scores} in one pass, without building a tree. Thread-safe. */
public final class ScoreRequestReader {
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(32)
            .maxStringLength(10_000)
            .maxNumberLength(64)
            .maxNameLength(256)
            .build();

    private final JsonFactory json = StrictJson.strict(LIMITS).getFactory();
    private final FeatureReader features;

    /** A reader of requests about the customers of a table. */
    public ScoreRequestReader(DatasetDescription description) {
        features = new FeatureReader(description);
    }

    /**
     * Reads a request.
     *
     * @param body its bytes, whose number the caller has limited
     * @throws MalformedRequestException when it is no JSON within the limits, or not of the contract's shape
     */
    public ScoreRequest read(byte[] body) throws MalformedRequestException {
        WellFormed.requireUtf8(body);
        try (JsonParser parser = json.createParser(body)) {
            ScoreRequest request = readDocument(parser);
            if (parser.nextToken() != null) {
                throw MalformedRequestException.unreadable(
                        "bad_json", "Something follows the JSON document (expected: one document).");
            }
            return request;
        } catch (StreamConstraintsException e) {
            throw MalformedRequestException.unreadable(
                    "json_limits",
                    "The JSON is too deep or holds a too long text, name or number" + at(e)
                            + " (expected: at most " + LIMITS.getMaxNestingDepth() + " levels, texts of "
                            + LIMITS.getMaxStringLength() + ", names of " + LIMITS.getMaxNameLength()
                            + " and numbers of " + LIMITS.getMaxNumberLength() + " characters).");
        } catch (JsonProcessingException e) {
            throw MalformedRequestException.unreadable(
                    "bad_json",
                    "The body is no valid JSON" + at(e) + " (expected: one document, no name twice in one object).");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library's own message may quote the request, so only the place is taken from it. */
    private static String at(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private ScoreRequest readDocument(JsonParser parser) throws IOException, MalformedRequestException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw MalformedRequestException.unreadable("bad_json", "The body is empty (expected: a JSON object).");
        }
        if (first != JsonToken.START_OBJECT) {
            throw MalformedRequestException.invalid(
                    "wrong_type", "", "The body is " + JsonKind.of(first) + " (expected: an object).");
        }
        @Nullable List<CustomerInput> customers = null;
        RequestOptions options = RequestOptions.standard();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "customers" -> customers = readCustomers(parser);
                case "options" -> options = OptionsReader.read(parser);
                default ->
                    throw MalformedRequestException.invalid(
                            "unknown_field",
                            Pointer.top(name),
                            "A request has no such field (expected: customers, options).");
            }
        }
        if (customers == null) {
            throw MalformedRequestException.invalid(
                    "missing_field", "/customers", "The request names no customers (expected: an array).");
        }
        return new ScoreRequest(customers, options);
    }

    private List<CustomerInput> readCustomers(JsonParser parser) throws IOException, MalformedRequestException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw MalformedRequestException.invalid(
                    "wrong_type",
                    "/customers",
                    "The value is " + JsonKind.of(parser.currentToken()) + " (expected: an array of customers).");
        }
        List<CustomerInput> customers = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (customers.size() == Contract.MOST_CUSTOMERS) {
                throw MalformedRequestException.invalid(
                        "too_many_customers",
                        "/customers",
                        "The request holds more than " + Contract.MOST_CUSTOMERS + " customers (expected: 1 to "
                                + Contract.MOST_CUSTOMERS + "; send the rest in further requests).");
            }
            customers.add(CustomerReader.read(parser, features, customers.size()));
        }
        if (customers.isEmpty()) {
            throw MalformedRequestException.invalid(
                    "no_customers",
                    "/customers",
                    "The request holds no customer (expected: 1 to " + Contract.MOST_CUSTOMERS + ").");
        }
        return customers;
    }
}
