package io.holdfast.serving.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.dataset.FlagTokens;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.table.NumberText;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The columns that a playbook reads, as a request states them: among the features, or under {@value #FIELD}. Thread-safe. */
public final class PlanCells {
    static final String FIELD = "columns";

    private final Set<String> known;
    private final Map<String, FlagTokens> flags = new HashMap<>();

    /**
     * @param known the names of the columns that the playbook reads
     * @param description says how flags are written
     */
    public PlanCells(Set<String> known, DatasetDescription description) {
        this.known = Set.copyOf(known);
        for (Column column : description.columns()) {
            flags.put(column.name(), column.flagTokens());
        }
    }

    /** The cells of one customer, as a table would have them; empty where there is none. */
    UnaryOperator<String> of(JsonNode customer, int index) throws MalformedRequestException {
        JsonNode columns = customer.path(FIELD);
        if (!columns.isObject() && !columns.isNull() && !columns.isMissingNode()) {
            throw MalformedRequestException.invalid(
                    "wrong_type",
                    Pointer.customer(index, FIELD),
                    Verdict.of(
                            LocalizedText.of("The columns are no object", "columns 不是对象"),
                            LocalizedText.of("an object of values by column", "按列给出值的对象")));
        }
        Map<String, String> cells = new HashMap<>();
        read(customer.path("features"), cells, index, false);
        read(columns, cells, index, true);
        return column -> cells.getOrDefault(column, "");
    }

    private void read(JsonNode values, Map<String, String> cells, int index, boolean strict)
            throws MalformedRequestException {
        for (var names = values.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            String at = Pointer.below(Pointer.customer(index, FIELD), name);
            if (known.contains(name)) {
                JsonNode value = values.path(name);
                if (strict && value.isContainerNode()) {
                    throw MalformedRequestException.invalid(
                            "wrong_type",
                            at,
                            Verdict.of(
                                    LocalizedText.of("The value is of another type", "该值类型不符"),
                                    LocalizedText.of(
                                            "a number, a string, true, false or null", "数字、字符串、true、false 或 null")));
                }
                cells.put(name, cell(name, value));
            } else if (strict) {
                throw MalformedRequestException.invalid(
                        "unknown_field",
                        at,
                        Verdict.of(
                                LocalizedText.of("The playbook reads no such column", "方案不读取该列"),
                                LocalizedText.same(String.join(", ", new TreeSet<>(known)))));
            }
        }
    }

    private String cell(String name, JsonNode value) {
        if (value.isBoolean()) {
            FlagTokens tokens = flags.getOrDefault(name, FlagTokens.standard());
            return (value.booleanValue() ? tokens.yes() : tokens.no())
                    .iterator()
                    .next();
        }
        if (value.isNumber()) {
            return value.isIntegralNumber() ? value.asText() : NumberText.write(value.doubleValue());
        }
        return value.isTextual() ? value.textValue() : "";
    }

    /** Whether the customer's column is stated, be it as unknown. */
    static boolean has(JsonNode customer, String column) {
        return customer.path(FIELD).has(column) || customer.path("features").has(column);
    }
}
