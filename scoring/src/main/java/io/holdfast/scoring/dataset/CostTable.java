package io.holdfast.scoring.dataset;

import io.holdfast.scoring.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What contacting and losing customers costs, as far as the description says: either parts (value, contact, offer, save rate), any of
 * which may be left out, or a whole cost matrix.
 *
 * @param currency of all amounts, such as EUR; empty where nobody named it
 * @param amounts by what they are for, in the order of {@link CostItem}; unmodifiable
 */
public record CostTable(String currency, Map<CostItem, CostAmount> amounts) {
    /** Nothing is known. */
    public static final CostTable NONE = new CostTable("", Map.of());

    /** Keeps a copy. */
    public CostTable {
        Map<CostItem, CostAmount> ordered = new EnumMap<>(CostItem.class);
        ordered.putAll(amounts);
        amounts = Collections.unmodifiableMap(ordered);
    }

    /**
     * Reads {@code costs} of a description.
     *
     * @param names of all columns of the table
     * @param fit those whose cells are numbers, which may hold an amount
     * @throws io.holdfast.scoring.fault.InputException naming the line
     */
    public static CostTable read(YamlMapping mapping, List<String> names, Set<String> fit) {
        return CostTableReader.read(mapping, names, fit);
    }

    /** Whether it gives the cost of every decision itself. */
    public boolean isMatrix() {
        return CostItem.MATRIX.stream().anyMatch(amounts::containsKey);
    }

    /** The amount, where the description says one. */
    public Optional<CostAmount> amount(CostItem item) {
        return Optional.ofNullable(amounts.get(item));
    }

    /** The columns it reads, each once. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>();
        for (CostAmount amount : amounts.values()) {
            if (amount instanceof CostAmount.OfColumn of && !columns.contains(of.column())) {
                columns.add(of.column());
            }
        }
        return columns;
    }
}
