package io.holdfast.serving.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.json.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * A JSON object of a request, or one within it, that is asked field by field; null counts as not given. What was never asked for is refused at
 * the end. For one thread.
 */
public final class Document {
    private static final int DEEPEST = 32;
    private static final int LONGEST = 65_536;

    private static final ObjectMapper JSON = StrictJson.strict(StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxStringLength(LONGEST)
            .build());

    private final JsonNode node;
    private final Spot spot;
    private final Set<String> asked = new LinkedHashSet<>();

    private Document(JsonNode node, Spot spot) {
        this.node = node;
        this.spot = spot;
    }

    /**
     * Reads a body.
     *
     * @throws MalformedRequestException when it is no JSON object within the limits
     */
    public static Document read(byte[] body) throws MalformedRequestException {
        WellFormed.requireUtf8(body);
        try {
            JsonNode node = JSON.readTree(body);
            if (!node.isObject()) {
                throw MalformedRequestException.invalid(
                        "wrong_type",
                        "",
                        Verdict.of(
                                LocalizedText.of("The body is no object", "请求体不是对象"),
                                LocalizedText.of("a JSON object", "JSON 对象")));
            }
            return new Document(
                    node, new Spot("", Optional.ofNullable(node.path("language").textValue())));
        } catch (StreamConstraintsException e) {
            throw MalformedRequestException.beyondLimits(
                    "",
                    Verdict.of(
                            LocalizedText.of("The JSON is too deep, or a value too long", "JSON 嵌套过深或值过长"),
                            LocalizedText.of(
                                    "at most " + DEEPEST + " levels and " + LONGEST + " characters",
                                    "最多 " + DEEPEST + " 层、" + LONGEST + " 个字符")));
        } catch (JsonProcessingException e) {
            throw JsonFault.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The language that the body asks for. */
    public Optional<String> language() throws MalformedRequestException {
        return optionalText("language", 64);
    }

    private Optional<JsonNode> field(String name) {
        asked.add(name);
        JsonNode value = node.path(name);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    private JsonNode required(String name, LocalizedText expected) throws MalformedRequestException {
        Optional<JsonNode> value = field(name);
        if (value.isEmpty()) {
            throw invalid(
                    "missing_field",
                    name,
                    LocalizedText.of("The field " + name + " is missing", "缺少字段 " + name),
                    expected);
        }
        return value.get();
    }

    /** A text of 1 to so many characters, without control characters but line ends and tabs. */
    public String text(String name, int most) throws MalformedRequestException {
        return TextValue.of(required(name, TextValue.expected(1, most)), spot.below(name), 1, most);
    }

    /** The same where it need not be there. */
    public Optional<String> optionalText(String name, int most) throws MalformedRequestException {
        Optional<JsonNode> value = field(name);
        return value.isPresent() ? Optional.of(TextValue.of(value.get(), spot.below(name), 1, most)) : Optional.empty();
    }

    /** A text of up to so many characters, empty where it is not there. */
    public String note(String name, int most) throws MalformedRequestException {
        Optional<JsonNode> value = field(name);
        return value.isPresent() ? TextValue.of(value.get(), spot.below(name), 0, most) : "";
    }

    /** A customer's id, byte for byte. */
    public String customerId(String name) throws MalformedRequestException {
        return TextValue.customerId(required(name, TextValue.expectedId()), spot.below(name));
    }

    /** The same where it need not be there. */
    public Optional<String> optionalCustomerId(String name) throws MalformedRequestException {
        Optional<JsonNode> value = field(name);
        return value.isPresent() ? Optional.of(TextValue.customerId(value.get(), spot.below(name))) : Optional.empty();
    }

    /** The id of a line, policy or account, byte for byte, where it need be there only for one. */
    public Optional<String> optionalUnitId(String name) throws MalformedRequestException {
        Optional<JsonNode> value = field(name);
        return value.isPresent() ? Optional.of(TextValue.unitId(value.get(), spot.below(name))) : Optional.empty();
    }

    /** 1 to so many customer ids. */
    public List<String> customerIds(String name, int most) throws MalformedRequestException {
        List<JsonNode> values = array(name, most);
        List<String> ids = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            ids.add(TextValue.customerId(values.get(i), spot.below(name + "/" + i)));
        }
        return ids;
    }

    /** 1 to so many entries, to be read as objects. */
    public List<Document> documents(String name, int most) throws MalformedRequestException {
        List<JsonNode> values = array(name, most);
        List<Document> documents = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            documents.add(new Document(values.get(i), spot.below(name + "/" + i)));
        }
        return documents;
    }

    /** Refuses whatever stands here instead of an object. */
    public void requireObject() throws MalformedRequestException {
        if (!node.isObject()) {
            throw spot.wrongType(LocalizedText.of("a JSON object", "JSON 对象"));
        }
    }

    private List<JsonNode> array(String name, int most) throws MalformedRequestException {
        LocalizedText expected = LocalizedText.of("an array of 1 to " + most + " entries", "含 1 至 " + most + " 项的数组");
        JsonNode value = required(name, expected);
        if (!value.isArray()) {
            throw spot.below(name).wrongType(expected);
        }
        if (value.isEmpty()) {
            throw invalid("bad_value", name, LocalizedText.of("The array is empty", "数组为空"), expected);
        }
        if (value.size() > most) {
            throw invalid("bad_value", name, LocalizedText.of("The array is too long", "数组过长"), expected);
        }
        List<JsonNode> values = new ArrayList<>(value.size());
        value.forEach(values::add);
        return values;
    }

    /** A moment. */
    public Instant instant(String name) throws MalformedRequestException {
        return TimeValue.instant(required(name, TimeValue.expectedInstant()), spot.below(name));
    }

    /** The same where it need not be there. */
    public Optional<Instant> optionalInstant(String name) throws MalformedRequestException {
        Optional<JsonNode> value = field(name);
        return value.isPresent() ? Optional.of(TimeValue.instant(value.get(), spot.below(name))) : Optional.empty();
    }

    /** A moment, or a day as midnight UTC; an hour of another offset that falls on midnight UTC is no day. */
    public Instant dayOrMoment(String name) throws MalformedRequestException {
        return TimeValue.dayOrMoment(required(name, TimeValue.expectedInstant()), spot.below(name));
    }

    /** The same where it need not be there. */
    public Optional<Instant> optionalDayOrMoment(String name) throws MalformedRequestException {
        Optional<JsonNode> value = field(name);
        return value.isPresent() ? Optional.of(TimeValue.dayOrMoment(value.get(), spot.below(name))) : Optional.empty();
    }

    /** True or false. */
    public boolean flag(String name, boolean otherwise) throws MalformedRequestException {
        Optional<JsonNode> value = field(name);
        if (value.isPresent() && !value.get().isBoolean()) {
            throw spot.below(name).wrongType(LocalizedText.same("true, false"));
        }
        return value.map(JsonNode::booleanValue).orElse(otherwise);
    }

    /** The same where it has to be there. */
    public boolean flag(String name) throws MalformedRequestException {
        required(name, LocalizedText.same("true, false"));
        return flag(name, false);
    }

    /** A whole number within a range. */
    public int count(String name, int least, int most, int otherwise) throws MalformedRequestException {
        Optional<JsonNode> value = field(name);
        return value.isPresent() ? NumberValue.count(value.get(), spot.below(name), least, most) : otherwise;
    }

    /** One of several codes. */
    public <T> T code(String name, Function<String, Optional<T>> codes, String all) throws MalformedRequestException {
        return code(name, required(name, LocalizedText.same(all)), codes, all);
    }

    /** The same where it need not be there. */
    public <T> Optional<T> optionalCode(String name, Function<String, Optional<T>> codes, String all)
            throws MalformedRequestException {
        Optional<JsonNode> value = field(name);
        return value.isPresent() ? Optional.of(code(name, value.get(), codes, all)) : Optional.empty();
    }

    private <T> T code(String name, JsonNode value, Function<String, Optional<T>> codes, String all)
            throws MalformedRequestException {
        if (!value.isTextual()) {
            throw spot.below(name).wrongType(LocalizedText.same(all));
        }
        Optional<T> known = codes.apply(value.textValue());
        if (known.isEmpty()) {
            throw invalid("bad_value", name, LocalizedText.of("The code is unknown", "未知的代码"), LocalizedText.same(all));
        }
        return known.get();
    }

    /** A number of 0 or more, finite. */
    public double amount(String name) throws MalformedRequestException {
        return NumberValue.amount(required(name, NumberValue.expectedAmount()), spot.below(name));
    }

    /** A finite number, of whatever sign. */
    public OptionalDouble optionalNumber(String name) throws MalformedRequestException {
        Optional<JsonNode> value = field(name);
        return value.isPresent()
                ? OptionalDouble.of(NumberValue.number(value.get(), spot.below(name)))
                : OptionalDouble.empty();
    }

    /** Whole numbers of 0 or more by name, in the order given; none where the field is not there. */
    public Map<String, Integer> counts(String name) throws MalformedRequestException {
        LocalizedText expected = LocalizedText.of("an object of whole numbers of 0 or more", "由不小于 0 的整数组成的对象");
        Optional<JsonNode> value = field(name);
        if (value.isEmpty()) {
            return Map.of();
        }
        if (!value.get().isObject()) {
            throw spot.below(name).wrongType(expected);
        }
        Document counted = new Document(value.get(), spot.below(name));
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (var names = value.get().fieldNames(); names.hasNext(); ) {
            String each = names.next();
            counted.required(each, expected);
            counts.put(each, counted.count(each, 0, Integer.MAX_VALUE, 0));
        }
        return counts;
    }

    /** A day. */
    public Optional<LocalDate> optionalDay(String name) throws MalformedRequestException {
        Optional<JsonNode> value = field(name);
        return value.isPresent() ? Optional.of(TimeValue.day(value.get(), spot.below(name))) : Optional.empty();
    }

    /** The value itself, for a reader of its own. */
    Optional<JsonNode> value(String name) {
        return field(name);
    }

    /** The object itself, for a reader of its own; whatever stands there instead of one. */
    JsonNode node() {
        return node;
    }

    /** Refuses what was not asked for. */
    public void requireNothingElse() throws MalformedRequestException {
        for (var names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!asked.contains(name)) {
                throw invalid(
                        "unknown_field",
                        name,
                        LocalizedText.of("There is no such field", "没有该字段"),
                        LocalizedText.same(String.join(", ", asked)));
            }
        }
    }

    /** Refuses what was not asked for before anything else, so that whoever gave a name amiss is told the right ones. */
    public void requireOnly(String... names) throws MalformedRequestException {
        asked.addAll(List.of(names));
        requireNothingElse();
    }

    /** That a value cannot be taken for a reason that the caller found. */
    public MalformedRequestException invalid(String code, String name, LocalizedText found, LocalizedText expected) {
        return spot.below(name).invalid(code, found, expected);
    }
}
