package io.holdfast.scoring.dataset;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fault.Nearest;
import io.holdfast.scoring.table.NumberText;
import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlMapping;
import io.holdfast.scoring.yaml.YamlNode;
import io.holdfast.scoring.yaml.YamlScalar;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code costs}. */
final class CostTableReader {
    private static final int LONGEST_CURRENCY = 16;
    private static final double MOST = 1e12;

    private final List<String> names;
    private final Set<String> fit;

    /**
     * @param names of all columns
     * @param fit those that may hold an amount
     */
    private CostTableReader(List<String> names, Set<String> fit) {
        this.names = names;
        this.fit = fit;
    }

    static CostTable read(YamlMapping mapping, List<Column> columns) {
        return read(
                mapping,
                columns.stream().map(Column::name).toList(),
                columns.stream()
                        .filter(column -> column.kind() == ColumnKind.NUMBER || column.role() == ColumnRole.IGNORE)
                        .map(Column::name)
                        .collect(Collectors.toSet()));
    }

    static CostTable read(YamlMapping mapping, List<String> names, Set<String> fit) {
        return new CostTableReader(names, fit).table(mapping.fields("'costs'"));
    }

    private CostTable table(YamlFields fields) {
        String currency = fields.text("currency", "");
        if (currency.length() > LONGEST_CURRENCY || currency.chars().anyMatch(Character::isISOControl)) {
            throw fields.fault(
                    "currency",
                    "wrong_value",
                    "'currency' of 'costs' is " + Excerpt.of(currency) + "; expected at most " + LONGEST_CURRENCY
                            + " characters such as EUR");
        }
        Map<CostItem, CostAmount> amounts = new EnumMap<>(CostItem.class);
        for (CostItem item : CostItem.values()) {
            fields.optional(item.key()).ifPresent(node -> amounts.put(item, amount(item, node)));
        }
        fields.finish();
        CostTable table = new CostTable(currency, amounts);
        if (table.isMatrix()) {
            requireWhole(fields, table);
        }
        return table;
    }

    private static void requireWhole(YamlFields fields, CostTable table) {
        for (CostItem part : CostItem.PARTS) {
            if (table.amounts().containsKey(part)) {
                throw fields.fault(
                        part.key(),
                        "wrong_value",
                        "'costs' gives " + part.key() + " beside a cost matrix; expected either some of "
                                + CostItem.keys(CostItem.PARTS) + " or all of " + CostItem.keys(CostItem.MATRIX));
            }
        }
        for (CostItem cell : CostItem.MATRIX) {
            if (!table.amounts().containsKey(cell)) {
                throw fields.fault(
                        cell.key(),
                        "missing_key",
                        "'" + cell.key() + "' of 'costs' is missing; expected all of "
                                + CostItem.keys(CostItem.MATRIX));
            }
        }
    }

    private CostAmount amount(CostItem item, YamlNode node) {
        if (!(node instanceof YamlScalar scalar)) {
            throw node.fault(
                    "wrong_type", "'" + item.key() + "' of 'costs' is " + node.what() + "; expected " + expected(item));
        }
        String text = scalar.text();
        if (!NumberText.isNumber(text)) {
            return ofColumn(item, scalar);
        }
        double amount = NumberText.parse(text);
        if (amount < least(item) || amount > most(item)) {
            throw wrong(item, scalar);
        }
        return new CostAmount.Constant(amount);
    }

    private CostAmount ofColumn(CostItem item, YamlScalar scalar) {
        if (!fit.contains(scalar.text())) {
            throw wrong(item, scalar);
        }
        return new CostAmount.OfColumn(scalar.text());
    }

    private InputException wrong(CostItem item, YamlScalar scalar) {
        String hint = names.contains(scalar.text()) ? "" : Nearest.hint(scalar.text(), names);
        return scalar.fault(
                "wrong_value",
                "'" + item.key() + "' of 'costs' is " + Excerpt.of(scalar.text()) + "; expected " + expected(item)
                        + hint);
    }

    private static double least(CostItem item) {
        return CostItem.MATRIX.contains(item) ? -MOST : 0;
    }

    private static double most(CostItem item) {
        return item == CostItem.SAVE_RATE ? 1 : MOST;
    }

    private static String expected(CostItem item) {
        return "a number from " + NumberText.write(least(item)) + " to " + NumberText.write(most(item))
                + ", or the name of a column of kind number or role ignore";
    }
}
