package io.holdfast.scoring.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * JSON without leniency: no coercion between types, no duplicate or unknown keys, nothing after the end. Doubles are
 * written by Jackson's own shortest-form writer, because that of the JDK changed in Java 19.
 */
public final class StrictJson {
    private static final int MOST_DEPTH = 32;
    private static final int MOST_STRING = 1 << 20;
    private static final int MOST_NUMBER = 64;
    private static final int MOST_NAME = 256;

    private static final ObjectMapper MAPPER = strict(StreamReadConstraints.builder()
            .maxNestingDepth(MOST_DEPTH)
            .maxStringLength(MOST_STRING)
            .maxNumberLength(MOST_NUMBER)
            .maxNameLength(MOST_NAME)
            .build());

    private StrictJson() {}

    /** A new mapper with these settings and the given limits on what it reads. */
    public static ObjectMapper strict(StreamReadConstraints limits) {
        JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(limits)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper;
    }

    /** The document as indented UTF-8 with LF line ends and one at the end; equal values give equal bytes. */
    public static byte[] write(Object document) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(indenter);
        try {
            byte[] json = MAPPER.writer(printer).writeValueAsBytes(document);
            byte[] lines = java.util.Arrays.copyOf(json, json.length + 1);
            lines[json.length] = '\n';
            return lines;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a document.
     *
     * @param source what to call it in a message
     * @throws InputException when it is not of this type, naming line and column
     */
    public static <T> T read(String source, byte[] json, Class<T> type) {
        try {
            T document = MAPPER.readValue(json, type);
            if (document == null) {
                throw new InputException("bad_json", source + " holds null (expected: a JSON object)");
            }
            return document;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : " line " + at.getLineNr() + " column " + at.getColumnNr();
            throw new InputException("bad_json", source + where + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
