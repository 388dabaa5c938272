package io.holdfast.serving.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.score.AsOfDay;
import io.holdfast.scoring.score.CustomerId;
import io.holdfast.scoring.score.Refusal;
import io.holdfast.scoring.score.RefusedException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one customer of a request. The first fault found is the one told; what follows is read over, so that the customers behind are not
 * affected. One per customer, not thread-safe.
 */
final class CustomerReader {
    static final String CUSTOMER_ID = "customerId";
    static final String FEATURES = "features";
    private static final LocalizedText ID = LocalizedText.of(
            "a string of 1 to " + CustomerId.MOST_CHARACTERS + " characters",
            "1 至 " + CustomerId.MOST_CHARACTERS + " 个字符的字符串");
    private static final LocalizedText QUOTED_ID = LocalizedText.of(
            "a string: put it in quotes, since numbers lose leading zeros and long digits", "字符串：请加引号，数字会丢失前导零和长位数");

    private final FeatureReader features;
    private final List<String> beside;
    private final int index;
    private final FeatureValues values;
    private @Nullable String id;
    private Optional<LocalDate> asOf = Optional.empty();
    private @Nullable Refusal refusal;
    private String pointer = "";
    private Optional<String> objection = Optional.empty();
    private Optional<LocalDate> left = Optional.empty();
    private String departure = "";

    private CustomerReader(FeatureReader features, List<String> beside, int index) {
        this.features = features;
        this.beside = beside;
        this.index = index;
        this.values = features.noValues();
    }

    /**
     * Reads the value that the parser stands on; afterwards the parser stands on its last token.
     *
     * @param beside fields that others read, so that messages name them
     */
    static CustomerInput read(JsonParser parser, FeatureReader features, List<String> beside, int index)
            throws IOException {
        return new CustomerReader(features, beside, index).read(parser);
    }

    private CustomerInput read(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            refuse(wrongType(LocalizedText.of("The customer", "该客户"), parser.currentToken()), Pointer.customer(index));
            parser.skipChildren();
        } else {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                readField(parser, name);
            }
            if (id == null) {
                refuse(
                        new Refusal(
                                "id_invalid",
                                "",
                                Verdict.of(LocalizedText.of("The customer has no id", "该客户没有编号"), ID)),
                        Pointer.customer(index, CUSTOMER_ID));
            }
        }
        String known = id;
        if (known != null && objection.isPresent()) {
            return new CustomerInput.Objecting(known, objection.get());
        }
        return known != null && left.isPresent()
                ? new CustomerInput.Departing(known, left.get(), asOf, departure, present(known))
                : present(known);
    }

    private CustomerInput present(@Nullable String known) {
        Refusal fault = refusal;
        return fault != null || known == null
                ? new CustomerInput.Faulty(Optional.ofNullable(known), required(fault), pointer)
                : new CustomerInput.Typed(known, asOf, values);
    }

    private static Refusal required(@Nullable Refusal fault) {
        if (fault == null) {
            throw new IllegalStateException("a customer without id is always refused");
        }
        return fault;
    }

    private void readField(JsonParser parser, String name) throws IOException {
        switch (name) {
            case CUSTOMER_ID -> readId(parser);
            case AsOf.FIELD -> readAsOf(parser);
            case FEATURES -> readFeatures(parser);
            default ->
                refuse(
                        new Refusal(
                                "unknown_field",
                                "",
                                Verdict.of(
                                        LocalizedText.of("A customer has no such field", "客户没有该字段"),
                                        LocalizedText.same(String.join(", ", fields())))),
                        Pointer.customer(index, name));
        }
        parser.skipChildren();
    }

    private List<String> fields() {
        List<String> fields = new ArrayList<>(List.of(CUSTOMER_ID, AsOf.FIELD, FEATURES));
        fields.addAll(beside);
        return fields;
    }

    private void readId(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            try {
                id = CustomerId.require(parser.getText());
            } catch (RefusedException e) {
                refuse(e.refusal(), Pointer.customer(index, CUSTOMER_ID));
            }
        } else {
            refuse(
                    new Refusal(
                            "id_invalid",
                            "",
                            Verdict.kind(
                                    LocalizedText.of("The customer id", "客户编号"),
                                    token,
                                    token.isNumeric() ? QUOTED_ID : ID)),
                    Pointer.customer(index, CUSTOMER_ID));
        }
    }

    private void readAsOf(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            asOf = AsOfDay.parse(parser.getText());
        }
        if (asOf.isEmpty()) {
            refuse(
                    new Refusal(
                            "wrong_type",
                            "",
                            Verdict.of(
                                    LocalizedText.of("The as-of day is no date", "数据日期不是日期"),
                                    LocalizedText.of("a string such as 2026-01-31", "字符串，例如 2026-01-31"))),
                    Pointer.customer(index, AsOf.FIELD));
        }
    }

    private void readFeatures(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            refuse(wrongType(Verdict.VALUE, parser.currentToken()), Pointer.customer(index, FEATURES));
            return;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            FeatureReader.Target target = features.target(name);
            boolean objects = FeatureReader.isObjection(target);
            boolean leaves = FeatureReader.isDeparture(target);
            if (refusal == null || objects || leaves) {
                try {
                    if (target != null && objects) {
                        readObjection(parser, name, target);
                    } else if (target != null && leaves) {
                        left = features.departure(parser, target);
                        departure = Pointer.feature(index, name);
                    } else {
                        features.read(parser, name, target, values);
                    }
                } catch (RefusedException e) {
                    refuse(e.refusal(), Pointer.feature(index, name));
                }
            }
            parser.skipChildren();
        }
    }

    /** Whatever else is wrong: who objects is not scored, and told so. */
    private void readObjection(JsonParser parser, String name, FeatureReader.Target target) throws RefusedException {
        if (FeatureReader.objects(parser, target)) {
            objection = Optional.of(Pointer.feature(index, name));
        }
    }

    private void refuse(Refusal fault, String at) {
        if (refusal == null) {
            refusal = fault;
            pointer = at;
        }
    }

    private static Refusal wrongType(LocalizedText what, JsonToken found) {
        return new Refusal("wrong_type", "", Verdict.kind(what, found, LocalizedText.of("an object", "对象")));
    }
}
