package io.holdfast.scoring.reason;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.Reason;
import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.table.NumberText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts one bundle's evidence into the words of one language. Immutable and thread-safe. */
final class ReasonText {
    private static final String EVIDENCE = "{evidence}";
    private static final String YES = "true";

    private final Language language;
    private final Wording wording;
    private final List<Column> features;
    private final List<String> typical = new ArrayList<>();
    private final List<Map<String, String>> levelEvidence = new ArrayList<>();

    ReasonText(ModelBundle bundle, Language language) {
        this.language = language;
        this.wording = Wording.in(language);
        this.features = bundle.description().features();
        for (int i = 0; i < features.size(); i++) {
            typical.add(
                    inWords(features.get(i), bundle.reference().columns().get(i).typical()));
            levelEvidence.add(
                    knownLevels(features.get(i), bundle.model().inputs().get(i), typical.get(i)));
        }
    }

    /** Most values of a list of customers are known levels; their evidence is put together once. */
    private Map<String, String> knownLevels(Column column, ModelInput input, String typicalWords) {
        Map<String, String> evidence = new HashMap<>();
        if (input.coding() instanceof CategoryCoding coding) {
            for (String level : coding.levels()) {
                evidence.put(level, level(column, inWords(column, level), typicalWords));
            }
        }
        return evidence;
    }

    String value(int input, CustomerRecord customer) {
        if (!customer.has(input)) {
            return "";
        }
        Column column = features.get(input);
        return column.kind() == ColumnKind.NUMBER
                ? number(column, NumberText.write(customer.number(input)))
                : inWords(column, customer.level(input));
    }

    String typical(int input) {
        return typical.get(input);
    }

    /** The human name of a column with the customer's value, and the typical one where it differs. */
    String evidence(int input, CustomerRecord customer) {
        Column column = features.get(input);
        if (!customer.has(input)) {
            return column.label(language) + wording.beforeNumber() + wording.unknown();
        }
        if (column.kind() != ColumnKind.NUMBER) {
            String known = levelEvidence.get(input).get(customer.level(input));
            return known != null ? known : level(column, inWords(column, customer.level(input)), typical.get(input));
        }
        String value = value(input, customer);
        return column.label(language) + wording.beforeNumber() + value + unless(value, typical.get(input));
    }

    private String level(Column column, String value, String typicalWords) {
        return column.label(language)
                + wording.beforeLevel()
                + value
                + wording.afterLevel()
                + unless(value, typicalWords);
    }

    private String unless(String value, String typicalWords) {
        return typicalWords.isEmpty() || value.equals(typicalWords)
                ? ""
                : wording.beforeTypical() + typicalWords + wording.afterTypical();
    }

    private String inWords(Column column, String value) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (column.kind()) {
            case NUMBER -> number(column, value);
            case FLAG -> value.equals(YES) ? wording.yes() : wording.no();
            case CATEGORY, DATE -> column.levelName(value, language);
        };
    }

    private String number(Column column, String value) {
        String unit = column.unit().in(language);
        return unit.isEmpty() ? value : value + wording.beforeUnit() + unit;
    }

    /** The agent's sentence of a reason. */
    String sentence(Reason reason, boolean raises, List<Contribution> evidence) {
        StringBuilder words = new StringBuilder();
        for (Contribution contribution : evidence) {
            words.append(words.isEmpty() ? "" : wording.between()).append(contribution.text());
        }
        String sentence = (raises ? reason.raises() : reason.lowers()).in(language);
        return sentence.replace(EVIDENCE, words);
    }

    String say(Reason reason) {
        return reason.say().in(language);
    }
}
