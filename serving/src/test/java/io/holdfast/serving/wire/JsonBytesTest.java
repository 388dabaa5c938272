package io.holdfast.serving.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is written is what another reader reads. */
final class JsonBytesTest {
    private static final ObjectMapper OTHER = new ObjectMapper();
    private static final List<String> PARTS = List.of(
            "a",
            "\"",
            "\\",
            "/",
            "\n",
            "\r",
            "\t",
            "\b",
            "\f",
            "\u0000",
            "\u001f",
            " ",
            "\u007f",
            "\u0080",
            "é",
            "߿",
            "ࠀ",
            "“”",
            "客户",
            "\uFFFF",
            "😀",
            "\uDBFF\uDFFF");

    private static String text(JsonBytes json) {
        return new String(json.toBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void setsCommasBetweenValuesAndFieldsOnly() {
        JsonBytes json = new JsonBytes();
        json.object()
                .name("a")
                .array()
                .number(1)
                .number(2.5)
                .array()
                .endArray()
                .object()
                .endObject();
        json.flag(true)
                .nothing()
                .text("x")
                .endArray()
                .name("b")
                .object()
                .name("c")
                .flag(false);
        json.endObject()
                .name("d")
                .text(null)
                .name("e")
                .json(new byte[] {'7'})
                .name("f")
                .text(":{[")
                .endObject();

        assertThat(text(json))
                .isEqualTo(
                        "{\"a\":[1,2.5,[],{},true,null,\"x\"],\"b\":{\"c\":false},\"d\":null,\"e\":7,\"f\":\":{[\"}");
    }

    /** A text's last byte is its quote, whatever stands before it, so no bracket or colon in it is taken for one of the document. */
    @Test
    void goesOnBehindTextsThatEndLikeABeginning() {
        JsonBytes json = new JsonBytes();
        json.array()
                .text("{")
                .text("[")
                .text(":")
                .text("")
                .number(-3)
                .number(-0.0)
                .endArray();

        assertThat(text(json)).isEqualTo("[\"{\",\"[\",\":\",\"\",-3,0]");
    }

    @Test
    void isReadAsItWasMeantForRandomDocuments() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2_000; i++) {
            JsonNode meant = node(random, 3);
            JsonBytes json = new JsonBytes();
            write(json, meant);

            assertThat(OTHER.readTree(json.toBytes())).isEqualTo(meant);
        }
    }

    private static JsonNode node(SplittableRandom random, int depth) {
        int kind = random.nextInt(depth > 0 ? 6 : 4);
        if (kind == 4) {
            ArrayNode array = OTHER.createArrayNode();
            for (int i = random.nextInt(5); i > 0; i--) {
                array.add(node(random, depth - 1));
            }
            return array;
        }
        if (kind == 5) {
            ObjectNode object = OTHER.createObjectNode();
            for (int i = random.nextInt(5); i > 0; i--) {
                object.set("field" + i, node(random, depth - 1));
            }
            return object;
        }
        return switch (kind) {
            case 0 -> OTHER.getNodeFactory().textNode(words(random));
            case 1 -> OTHER.getNodeFactory().numberNode(number(random));
            case 2 -> OTHER.getNodeFactory().booleanNode(random.nextBoolean());
            default -> OTHER.nullNode();
        };
    }

    private static String words(SplittableRandom random) {
        StringBuilder words = new StringBuilder();
        for (int i = random.nextInt(random.nextInt(4) == 0 ? 3_000 : 8); i > 0; i--) {
            words.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return words.toString();
    }

    /** No whole one, since a reader takes that for an integer. */
    private static double number(SplittableRandom random) {
        double number = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(number) && (number != Math.rint(number) || Math.abs(number) >= 1e15)
                ? number
                : random.nextInt(1_000) + 0.5;
    }

    private static void write(JsonBytes json, JsonNode node) {
        if (node.isArray()) {
            json.array();
            node.forEach(element -> write(json, element));
            json.endArray();
        } else if (node.isObject()) {
            json.object();
            node.properties().forEach(field -> write(json.name(field.getKey()), field.getValue()));
            json.endObject();
        } else if (node.isTextual()) {
            json.text(node.textValue());
        } else if (node.isNumber()) {
            json.number(node.doubleValue());
        } else if (node.isBoolean()) {
            json.flag(node.booleanValue());
        } else {
            json.nothing();
        }
    }

    @Test
    void replacesHalfOfASurrogatePair() {
        for (String half : List.of("\uD83D", "\uDE00", "a\uD83D", "\uD83Db", "\uDE00\uD83D", "\uD83D\uD83D\uDE00")) {
            JsonBytes json = new JsonBytes();
            json.text(half);

            assertThat(text(json))
                    .isEqualTo('"' + half.replaceAll("[\\uD83D](?![\\uDE00])|(?<![\\uD83D])[\\uDE00]", "\uFFFD") + '"');
        }
    }

    @Test
    void writesNoNumberThatJsonHasNoFormFor() {
        assertThatThrownBy(() -> new JsonBytes().number(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new JsonBytes().number(Double.NEGATIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
