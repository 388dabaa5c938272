package io.holdfast.serving.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.json.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the body of {@code POST /v1/scores} in one pass, without building a tree. Thread-safe. */
public final class ScoreRequestReader {
    private static final int DEEPEST = 32;

    /** Only depth is for the whole document: the body is limited, and a value that is too long is its customer's own fault. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxStringLength(Integer.MAX_VALUE)
            .maxNumberLength(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .build();

    private final JsonFactory json = StrictJson.strict(LIMITS).getFactory();
    private final FeatureReader features;
    private final List<String> beside;

    /** A reader of requests about the customers of a table. */
    public ScoreRequestReader(DatasetDescription description) {
        this(new FeatureReader(description), List.of());
    }

    private ScoreRequestReader(FeatureReader features, List<String> beside) {
        this.features = features;
        this.beside = beside;
    }

    /** The same for requests whose customers have fields that another reader takes off first. */
    ScoreRequestReader beside(String... fields) {
        return new ScoreRequestReader(features, List.of(fields));
    }

    /**
     * Reads a request.
     *
     * @param body its bytes, whose number the caller has limited
     * @throws MalformedRequestException when it is no JSON within the limits, or not of the contract's shape
     */
    public ScoreRequest read(byte[] body) throws MalformedRequestException {
        WellFormed.requireUtf8(body);
        OptionsReader options = new OptionsReader();
        try (JsonParser parser = json.createParser(body)) {
            return read(parser, options);
        } catch (MalformedRequestException e) {
            throw e.in(options.options().language());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ScoreRequest read(JsonParser parser, OptionsReader options) throws IOException, MalformedRequestException {
        try {
            ScoreRequest request = readDocument(parser, options);
            if (parser.nextToken() != null) {
                throw MalformedRequestException.unreadable(
                        "bad_json",
                        Verdict.of(
                                LocalizedText.of("Something follows the JSON document", "JSON 文档之后还有内容"),
                                LocalizedText.of("one document", "一个文档")));
            }
            return request;
        } catch (StreamConstraintsException e) {
            throw MalformedRequestException.beyondLimits(
                    Pointer.at(parser.getParsingContext()),
                    Verdict.of(
                            JsonFault.at("The JSON is nested too deep", "JSON 嵌套过深", e),
                            LocalizedText.of("at most " + DEEPEST + " levels", "最多 " + DEEPEST + " 层")));
        } catch (JsonProcessingException e) {
            throw JsonFault.of(e);
        }
    }

    private ScoreRequest readDocument(JsonParser parser, OptionsReader options)
            throws IOException, MalformedRequestException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw MalformedRequestException.unreadable(
                    "bad_json",
                    Verdict.of(
                            LocalizedText.of("The body is empty", "请求体为空"),
                            LocalizedText.of("a JSON object", "JSON 对象")));
        }
        if (first != JsonToken.START_OBJECT) {
            throw MalformedRequestException.invalid(
                    "wrong_type",
                    "",
                    Verdict.kind(LocalizedText.of("The body", "请求体"), first, LocalizedText.of("an object", "对象")));
        }
        @Nullable List<CustomerInput> customers = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "customers" -> customers = readCustomers(parser);
                case "options" -> options.read(parser);
                default ->
                    throw MalformedRequestException.invalid(
                            "unknown_field",
                            Pointer.top(name),
                            Verdict.of(
                                    LocalizedText.of("A request has no such field", "请求没有该字段"),
                                    LocalizedText.same("customers, options")));
            }
        }
        if (customers == null) {
            throw MalformedRequestException.invalid(
                    "missing_field",
                    "/customers",
                    Verdict.of(
                            LocalizedText.of("The request names no customers", "请求缺少 customers"),
                            LocalizedText.of("an array", "数组")));
        }
        return new ScoreRequest(customers, options.options());
    }

    private List<CustomerInput> readCustomers(JsonParser parser) throws IOException, MalformedRequestException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw MalformedRequestException.invalid(
                    "wrong_type",
                    "/customers",
                    Verdict.kind(
                            Verdict.VALUE, parser.currentToken(), LocalizedText.of("an array of customers", "客户数组")));
        }
        List<CustomerInput> customers = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (customers.size() == Contract.MOST_CUSTOMERS) {
                throw MalformedRequestException.invalid(
                        "too_many_customers",
                        "/customers",
                        Verdict.of(
                                LocalizedText.of(
                                        "The request holds more than " + Contract.MOST_CUSTOMERS + " customers",
                                        "请求中的客户超过 " + Contract.MOST_CUSTOMERS + " 个"),
                                LocalizedText.of(
                                        "1 to " + Contract.MOST_CUSTOMERS + "; send the rest in further requests",
                                        "1 至 " + Contract.MOST_CUSTOMERS + " 个，其余请另行发送")));
            }
            customers.add(CustomerReader.read(parser, features, beside, customers.size()));
        }
        if (customers.isEmpty()) {
            throw MalformedRequestException.invalid(
                    "no_customers",
                    "/customers",
                    Verdict.of(
                            LocalizedText.of("The request holds no customer", "请求中没有客户"),
                            LocalizedText.of(
                                    "1 to " + Contract.MOST_CUSTOMERS, "1 至 " + Contract.MOST_CUSTOMERS + " 个")));
        }
        return customers;
    }
}
