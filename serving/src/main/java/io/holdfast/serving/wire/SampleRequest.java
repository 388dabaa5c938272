package io.holdfast.serving.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.scoring.reason.ExplainOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reply of {@code GET /v1/sample-request}: a request that works when posted back. Its customer is nobody, only what is typical of each
 * column on its own.
 */
@JsonPropertyOrder({"customers", "options"})
record SampleRequest(List<Customer> customers, Options options) {
    private static final String CUSTOMER_ID = "sample-1";

    /** A customer as requests write it. */
    @JsonPropertyOrder({"customerId", "features"})
    record Customer(String customerId, Map<String, Object> features) {}

    /** Options as requests write them. */
    @JsonPropertyOrder({"reasons", "protectors", "language", "snapshot"})
    record Options(
            int reasons,
            int protectors,
            String language,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean snapshot) {}

    /** @param snapshot whether the server has one, of which nobody is not a customer */
    static byte[] write(ModelBundle bundle, Language language, boolean snapshot) {
        Options options = new Options(
                ExplainOptions.DEFAULT_REASONS,
                ExplainOptions.DEFAULT_PROTECTORS,
                language.tag(),
                snapshot ? false : null);
        return StrictJson.write(new SampleRequest(List.of(new Customer(CUSTOMER_ID, typical(bundle))), options));
    }

    private static Map<String, Object> typical(ModelBundle bundle) {
        RawValues values = new RawValues(bundle);
        List<Column> columns = bundle.description().features();
        Map<String, Object> features = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            @Nullable Object value = values.typical(i);
            if (value != null) {
                features.put(columns.get(i).name(), value);
            }
        }
        return features;
    }
}
