package io.holdfast.scoring.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** Reads numbers, and nothing but numbers: Jackson itself takes "NaN" in quotes, and 1e999 for infinite. */
final class FiniteDouble extends StdScalarDeserializer<Double> {
    private static final long serialVersionUID = 1L;

    FiniteDouble() {
        super(Double.class);
    }

    @Override
    public Double deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_FLOAT && json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            return (Double) context.handleUnexpectedToken(Double.class, json);
        }
        double value = json.getDoubleValue();
        if (!Double.isFinite(value)) {
            return context.reportInputMismatch(this, "a number beyond what a double can hold");
        }
        return value;
    }
}
