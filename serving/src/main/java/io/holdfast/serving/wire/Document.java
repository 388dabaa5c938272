package io.holdfast.serving.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.scoring.score.AsOfDay;
import io.holdfast.scoring.score.CustomerId;
import io.holdfast.scoring.score.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final ObjectMapper JSON = StrictJson.strict(StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxStringLength(LONGEST)
            .build());

    private final JsonNode node;
    private final String pointer;
    private final Optional<String> language;
    private final Set<String> asked = new LinkedHashSet<>();

    private Document(JsonNode node, String pointer, Optional<String> language) {
        this.node = node;
        this.pointer = pointer;
        this.language = language;
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
                    node, "", Optional.ofNullable(node.path("language").textValue()));
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
        return text(name, required(name, textOf(1, most)), 1, most);
    }

    /** The same where it need not be there. */
    public Optional<String> optionalText(String name, int most) throws MalformedRequestException {
        Optional<JsonNode> value = field(name);
        return value.isPresent() ? Optional.of(text(name, value.get(), 1, most)) : Optional.empty();
    }

    /** A text of up to so many characters, empty where it is not there. */
    public String note(String name, int most) throws MalformedRequestException {
        Optional<JsonNode> value = field(name);
        return value.isPresent() ? text(name, value.get(), 0, most) : "";
    }

    private String text(String name, JsonNode value, int least, int most) throws MalformedRequestException {
        if (!value.isTextual()) {
            throw wrongType(name, textOf(least, most));
        }
        String text = value.textValue();
        if (least > 0
                && !text.isEmpty()
                && text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            throw invalid("bad_value", name, LocalizedText.of("The text is blank", "文本只有空白"), textOf(least, most));
        }
        boolean plain = text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
        int length = text.codePointCount(0, text.length());
        if (!plain || !WellFormed.isText(text) || length < least || length > most) {
            throw invalid("bad_value", name, LocalizedText.of("The text cannot be taken", "文本无效"), textOf(least, most));
        }
        return text;
    }

    private static LocalizedText textOf(int least, int most) {
        return LocalizedText.of(
                "a string of " + least + " to " + most + " characters without control characters",
                least + " 至 " + most + " 个字符、不含控制字符的字符串");
    }

    /** A customer's id, byte for byte. */
    public String customerId(String name) throws MalformedRequestException {
        return customerId(name, required(name, idOf()));
    }

    /** The same where it need not be there. */
    public Optional<String> optionalCustomerId(String name) throws MalformedRequestException {
        Optional<JsonNode> value = field(name);
        return value.isPresent() ? Optional.of(customerId(name, value.get())) : Optional.empty();
    }

    private String customerId(String at, JsonNode value) throws MalformedRequestException {
        if (!value.isTextual()) {
            throw invalid("id_invalid", at, LocalizedText.of("The customer id is no string", "客户编号不是字符串"), idOf());
        }
        try {
            return CustomerId.require(value.textValue());
        } catch (RefusedException e) {
            throw MalformedRequestException.invalid("id_invalid", at(at), localized(e))
                    .in(language);
        }
    }

    private static LocalizedText localized(RefusedException e) {
        return LocalizedText.of(
                e.refusal().message(Language.ENGLISH), e.refusal().message(Language.CHINESE));
    }

    private static LocalizedText idOf() {
        return LocalizedText.of(
                "a string of 1 to " + CustomerId.MOST_CHARACTERS
                        + " characters: put it in quotes, since numbers lose leading zeros and long digits",
                "1 至 " + CustomerId.MOST_CHARACTERS + " 个字符的字符串：请加引号，数字会丢失前导零和长位数");
    }

    /** 1 to so many customer ids. */
    public List<String> customerIds(String name, int most) throws MalformedRequestException {
        List<JsonNode> values = array(name, most);
        List<String> ids = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            ids.add(customerId(name + "/" + i, values.get(i)));
        }
        return ids;
    }

    /** 1 to so many objects. */
    public List<Document> documents(String name, int most) throws MalformedRequestException {
        List<JsonNode> values = array(name, most);
        List<Document> documents = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            documents.add(new Document(values.get(i), at(name + "/" + i), language));
        }
        return documents;
    }

    private List<JsonNode> array(String name, int most) throws MalformedRequestException {
        LocalizedText expected = LocalizedText.of("an array of 1 to " + most + " entries", "含 1 至 " + most + " 项的数组");
        JsonNode value = required(name, expected);
        if (!value.isArray()) {
            throw wrongType(name, expected);
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
        return instant(name, required(name, momentOf()));
    }

    /** The same where it need not be there. */
    public Optional<Instant> optionalInstant(String name) throws MalformedRequestException {
        Optional<JsonNode> value = field(name);
        return value.isPresent() ? Optional.of(instant(name, value.get())) : Optional.empty();
    }

    private Instant instant(String name, JsonNode value) throws MalformedRequestException {
        if (value.isTextual()) {
            try {
                Instant moment = OffsetDateTime.parse(value.textValue()).toInstant();
                if (moment.isAfter(Instant.EPOCH) && moment.isBefore(LATEST)) {
                    return moment;
                }
                throw invalid(
                        "bad_value",
                        name,
                        LocalizedText.of("The moment is out of range", "该时间超出范围"),
                        LocalizedText.of(
                                "one after 1970-01-01T00:00:00Z and before " + LATEST,
                                "1970-01-01T00:00:00Z 之后、" + LATEST + " 之前的时间"));
            } catch (DateTimeException e) {
                throw badMoment(name);
            }
        }
        throw badMoment(name);
    }

    private MalformedRequestException badMoment(String name) {
        return invalid("bad_value", name, LocalizedText.of("The value is no moment", "该值不是时间"), momentOf());
    }

    private static LocalizedText momentOf() {
        return LocalizedText.of(
                "a string such as \"2026-01-31T09:30:00+08:00\"", "字符串，例如 \"2026-01-31T09:30:00+08:00\"");
    }

    /** True or false. */
    public boolean flag(String name, boolean otherwise) throws MalformedRequestException {
        Optional<JsonNode> value = field(name);
        if (value.isPresent() && !value.get().isBoolean()) {
            throw wrongType(name, LocalizedText.same("true, false"));
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
        if (value.isEmpty()) {
            return otherwise;
        }
        LocalizedText expected =
                LocalizedText.of("a whole number from " + least + " to " + most, least + " 至 " + most + " 的整数");
        if (!value.get().isIntegralNumber()) {
            throw wrongType(name, expected);
        }
        if (!value.get().canConvertToInt()
                || value.get().intValue() < least
                || value.get().intValue() > most) {
            throw invalid("bad_value", name, LocalizedText.of("The value is out of range", "该值超出范围"), expected);
        }
        return value.get().intValue();
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
            throw wrongType(name, LocalizedText.same(all));
        }
        Optional<T> known = codes.apply(value.textValue());
        if (known.isEmpty()) {
            throw invalid("bad_value", name, LocalizedText.of("The code is unknown", "未知的代码"), LocalizedText.same(all));
        }
        return known.get();
    }

    /** A number of 0 or more, finite. */
    public double amount(String name) throws MalformedRequestException {
        LocalizedText expected = LocalizedText.of("a number of 0 or more", "不小于 0 的数字");
        JsonNode value = required(name, expected);
        if (!value.isNumber()) {
            throw wrongType(name, expected);
        }
        double amount = value.doubleValue();
        if (!(amount >= 0) || Double.isInfinite(amount)) {
            throw invalid("bad_value", name, LocalizedText.of("The value is out of range", "该值超出范围"), expected);
        }
        return amount;
    }

    /** A finite number, of whatever sign. */
    public OptionalDouble optionalNumber(String name) throws MalformedRequestException {
        Optional<JsonNode> value = field(name);
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        LocalizedText expected = LocalizedText.of("a finite number", "有限的数字");
        if (!value.get().isNumber()) {
            throw wrongType(name, expected);
        }
        double number = value.get().doubleValue();
        if (!Double.isFinite(number)) {
            throw invalid("bad_value", name, LocalizedText.of("The value is out of range", "该值超出范围"), expected);
        }
        return OptionalDouble.of(number);
    }

    /** Whole numbers of 0 or more by name, in the order given; none where the field is not there. */
    public Map<String, Integer> counts(String name) throws MalformedRequestException {
        LocalizedText expected = LocalizedText.of("an object of whole numbers of 0 or more", "由不小于 0 的整数组成的对象");
        Optional<JsonNode> value = field(name);
        if (value.isEmpty()) {
            return Map.of();
        }
        if (!value.get().isObject()) {
            throw wrongType(name, expected);
        }
        Document counted = new Document(value.get(), at(name), language);
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
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> day =
                value.filter(JsonNode::isTextual).map(JsonNode::textValue).flatMap(AsOfDay::parse);
        if (day.isEmpty()) {
            throw invalid(
                    "bad_value",
                    name,
                    LocalizedText.of("The value is no day", "该值不是日期"),
                    LocalizedText.of("a string such as \"2026-01-31\"", "字符串，例如 \"2026-01-31\""));
        }
        return day;
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
        return MalformedRequestException.invalid(code, at(name), Verdict.of(found, expected))
                .in(language);
    }

    private MalformedRequestException wrongType(String name, LocalizedText expected) {
        return invalid("wrong_type", name, LocalizedText.of("The value is of another type", "该值类型不符"), expected);
    }

    private String at(String name) {
        return Pointer.below(pointer, name);
    }
}
