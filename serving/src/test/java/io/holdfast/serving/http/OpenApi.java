package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.OpenApi30;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The contract as tests hold replies against it: whatever is not described is a failure. */
final class OpenApi {
    private static final int MOST_RESULTS = 20;
    private static final OpenApi CONTRACT = new OpenApi();

    private final JsonNode document = read();
    private final SchemaRegistry schemas = SchemaRegistry.withDialect(Dialect.builder(OpenApi30.getInstance())
            .keyword(new NonValidationKeyword("components"))
            .build());
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    static OpenApi contract() {
        return CONTRACT;
    }

    JsonNode document() {
        return document;
    }

    private static JsonNode read() {
        try (InputStream in = OpenApi.class.getResourceAsStream("openapi.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asserts that a reply is one that the contract describes for this operation: status, headers, media type and every field. */
    void requireDescribed(String method, String path, Reply reply) {
        String described = path.matches("/v1/outcomes/[^/]+") ? "/v1/outcomes/{outcomeId}" : path;
        JsonNode operation = document.path("paths").path(described).path(method.toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            requireProblem(reply);
            return;
        }
        JsonNode responses = operation.path("responses");
        JsonNode response = resolve(
                responses.has(String.valueOf(reply.status()))
                        ? responses.path(String.valueOf(reply.status()))
                        : responses.path("default"));
        response.path("headers")
                .fieldNames()
                .forEachRemaining(name -> assertThat(reply.header(name))
                        .as("header %s of %s %s %s", name, method, path, reply.status())
                        .isNotEmpty());
        JsonNode content = response.path("content");
        assertThat(content.has(reply.mediaType()))
                .as("%s of %s %s %s", reply.mediaType(), method, path, reply.status())
                .isTrue();
        if (reply.isJson()) {
            requireValid(content.path(reply.mediaType()).path("schema"), reply.json());
        }
    }

    /** Also where no operation answers, what answers is a problem. */
    private void requireProblem(Reply reply) {
        assertThat(reply.mediaType()).isEqualTo(Problem.MEDIA_TYPE);
        requireValid(document.path("components").path("schemas").path("Problem"), reply.json());
    }

    /** Asserts that a document is one of a schema, which may refer to others of the contract. */
    void requireValid(JsonNode schema, JsonNode value) {
        if (value.path("results") instanceof ArrayNode results) {
            // All customers' entries are written by the same code; a thousand of them take seconds to check.
            while (results.size() > MOST_RESULTS) {
                results.remove(results.size() - 1);
            }
        }
        Schema validator = compiled.computeIfAbsent(schema, this::compile);
        assertThat(validator.validate(value)).as(value.toString()).isEmpty();
    }

    /** Fields that no schema describes are refused, though clients must take them: here they would be undocumented. */
    private Schema compile(JsonNode schema) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.set("components", document.path("components").deepCopy());
        root.path("components").path("schemas").forEach(each -> flatten((ObjectNode) each));
        root.path("components").path("schemas").forEach(each -> {
            ObjectNode described = (ObjectNode) each;
            if (described.has("properties") && !described.has("additionalProperties")) {
                described.put("additionalProperties", false);
            }
        });
        root.putArray("allOf").add(schema);
        return schemas.getSchema(root);
    }

    /** One object with the fields of all its parts: a part alone would refuse those of the others. */
    private void flatten(ObjectNode schema) {
        JsonNode parts = schema.path("allOf");
        if (parts.isArray()) {
            ObjectNode properties = JsonNodeFactory.instance.objectNode();
            ArrayNode required = JsonNodeFactory.instance.arrayNode();
            for (JsonNode part : parts) {
                JsonNode object = resolve(part).deepCopy();
                properties.setAll((ObjectNode) object.path("properties"));
                object.path("required").forEach(required::add);
            }
            schema.remove("allOf");
            schema.put("type", "object").set("properties", properties);
            schema.set("required", required);
        }
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }
}
