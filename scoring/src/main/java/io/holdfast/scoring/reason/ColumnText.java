package io.holdfast.scoring.reason;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.table.NumberText;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the values of one column into the words of one language. Immutable and thread-safe. */
final class ColumnText {
    private static final String YES = "true";

    private final int input;
    private final Column column;
    private final Language language;
    private final Wording wording;
    private final String unit;
    private final String typicalNumber;
    private final String typical;
    private final String unknownEvidence;
    private final String beforeNumber;
    private final String afterNumber;
    private final Map<String, String> levelEvidence = new HashMap<>();

    /** @param typicalValue the commonest level or the median, as the reference population has it; may be empty */
    ColumnText(int input, Column column, ModelInput coded, String typicalValue, Language language) {
        this.input = input;
        this.column = column;
        this.language = language;
        this.wording = Wording.in(language);
        String unitName = column.unit().in(language);
        this.unit = unitName.isEmpty() ? "" : wording.beforeUnit() + unitName;
        this.typicalNumber = typicalValue;
        this.typical = inWords(typicalValue);
        this.beforeNumber = column.label(language) + wording.beforeNumber();
        this.afterNumber = unit + typicalRemark();
        this.unknownEvidence = beforeNumber + wording.unknown();
        if (coded.coding() instanceof CategoryCoding coding) {
            // Most values of a list of customers are known levels; their evidence is put together once.
            coding.levels().forEach(level -> levelEvidence.put(level, evidenceOfLevel(level)));
        }
    }

    String value(CustomerRecord customer) {
        if (!customer.has(input)) {
            return "";
        }
        return inWords(
                column.kind() == ColumnKind.NUMBER ? NumberText.write(customer.number(input)) : customer.level(input));
    }

    String typical() {
        return typical;
    }

    /** The human name of the column with the customer's value, and the typical one where it differs. */
    void evidence(CustomerRecord customer, SentenceSink sink) {
        if (!customer.has(input)) {
            sink.recurring(unknownEvidence);
        } else if (column.kind() == ColumnKind.NUMBER) {
            String number = NumberText.write(customer.number(input));
            sink.recurring(beforeNumber);
            sink.single(number);
            sink.recurring(number.equals(typicalNumber) ? unit : afterNumber);
        } else {
            String level = customer.level(input);
            @Nullable String known = levelEvidence.get(level);
            if (known != null) {
                sink.recurring(known);
            } else {
                sink.single(evidenceOfLevel(level));
            }
        }
    }

    private String evidenceOfLevel(String level) {
        String value = inWords(level);
        return column.label(language)
                + wording.beforeLevel()
                + value
                + wording.afterLevel()
                + (value.equals(typical) ? "" : typicalRemark());
    }

    private String typicalRemark() {
        return typical.isEmpty() ? "" : wording.beforeTypical() + typical + wording.afterTypical();
    }

    private String inWords(String value) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (column.kind()) {
            case NUMBER -> value + unit;
            case FLAG -> value.equals(YES) ? wording.yes() : wording.no();
            case CATEGORY, DATE -> column.levelName(value, language);
        };
    }
}
