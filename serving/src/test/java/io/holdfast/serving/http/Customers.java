package io.holdfast.serving.http;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Requests about customers of the tiny bundle. */
final class Customers {
    /** High risk: new, expensive, monthly contract, no support. */
    static final String RISKY_FEATURES = """
            {"tenure": 2, "monthly_charge": 95.5, "contract": "monthly", "support": "none", "paperless": true}""";

    /** Low risk: long a customer, cheap, yearly contract, premium support. */
    static final String SAFE_FEATURES = """
            {"tenure": 60, "monthly_charge": 25, "contract": "yearly", "support": "premium", "paperless": false}""";

    private Customers() {}

    static String customer(String id, String features) {
        return "{\"customerId\": \"" + id + "\", \"features\": " + features + "}";
    }

    static String risky(String id) {
        return customer(id, RISKY_FEATURES);
    }

    static String safe(String id) {
        return customer(id, SAFE_FEATURES);
    }

    static String request(String... customers) {
        return "{\"customers\": [" + String.join(", ", customers) + "]}";
    }

    static String requestWith(String options, String... customers) {
        return "{\"customers\": [" + String.join(", ", customers) + "], \"options\": " + options + "}";
    }

    /** One risky customer whose features are these. */
    static String features(String features) {
        return request(customer("C-1", features));
    }

    /** As many different customers. */
    static String many(int count) {
        List<String> customers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            customers.add(i % 2 == 0 ? risky("C-" + i) : safe("C-" + i));
        }
        return customers.stream().collect(Collectors.joining(",", "{\"customers\":[", "]}"));
    }
}
