package io.holdfast.scoring.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * JSON without leniency: UTF-8 only, no coercion between types, no number that a double cannot hold, no duplicate or
 * unknown keys, nothing after the end. Doubles are written by Jackson's own shortest-form writer, because that of the
 * JDK changed in Java 19.
 */
public final class StrictJson {
    private static final int MOST_DEPTH = 32;
    private static final int MOST_STRING = 1 << 20;
    private static final int MOST_NUMBER = 64;
    private static final int MOST_NAME = 256;

    private static final ObjectMapper DOCUMENTS = documents();
    private static final ObjectWriter WRITER = DOCUMENTS.writer(printer());

    private StrictJson() {}

    /**
     * A new mapper with these settings and the given limits on what it reads. Two things stay with its user: a null where
     * a type allows one, and a number beyond a double's range in a tree or a map of objects, which becomes infinite.
     */
    public static ObjectMapper strict(StreamReadConstraints limits) {
        JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(limits)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                        .disable(JsonFactory.Feature.CHARSET_DETECTION)
                        .build())
                .addModule(new SimpleModule("finite numbers")
                        .addDeserializer(Double.class, new FiniteDouble())
                        .addDeserializer(Double.TYPE, new FiniteDouble()))
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
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

    private static ObjectMapper documents() {
        ObjectMapper mapper = strict(StreamReadConstraints.builder()
                .maxNestingDepth(MOST_DEPTH)
                .maxStringLength(MOST_STRING)
                .maxNumberLength(MOST_NUMBER)
                .maxNameLength(MOST_NAME)
                .build());
        mapper.setDefaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL));
        return mapper;
    }

    /** {@code "key": value}, as most tools print it; a list stands on one line. */
    private static DefaultPrettyPrinter printer() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        return printer;
    }

    /** The document as indented UTF-8 with LF line ends and one at the end; equal values give equal bytes. */
    public static byte[] write(Object document) {
        try {
            byte[] json = WRITER.writeValueAsBytes(document);
            byte[] lines = Arrays.copyOf(json, json.length + 1);
            lines[json.length] = '\n';
            return lines;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a document. Nulls are refused unless the type's property says that it takes them.
     *
     * @param source what to call it in a message
     * @throws InputException when it is not of this type, naming line and column
     */
    public static <T> T read(String source, byte[] json, Class<T> type) {
        try {
            T document = DOCUMENTS.readValue(json, type);
            if (document == null) {
                throw new InputException("bad_json", source + " holds null (expected: a JSON object)");
            }
            return document;
        } catch (JsonProcessingException e) {
            throw new InputException("bad_json", source + JsonFault.sentence(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
