package io.holdfast.scoring.reason;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.table.NumberText;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the values of one column into the words of one language. Immutable and thread-safe. */
final class ColumnText {
    private static final String SET = "true";
    private static final String ONE = "1";
    /** The most characters that a sentence shows of a level that neither model nor description knows. */
    private static final int LONGEST = 60;

    private final int input;
    private final Column column;
    private final Language language;
    private final Wording wording;
    private final String unit;
    private final String unitOfOne;
    private final double typicalValue;
    private final String typical;
    private final String typicalNumber;
    private final double typicalShown;
    private final Phrase unknown;
    private final Phrase beforeNumber;
    private final Phrase afterNumber;
    private final Phrase afterOne;
    private final Phrase afterTypical;
    private final @Nullable NumberCoding numbers;
    private final Phrase many;
    private final Phrase one;
    private final Phrase belowSeen;
    private final Phrase aboveSeen;
    private final Map<String, Phrase> levels = new HashMap<>();
    private final Map<String, String> levelWords = new HashMap<>();

    /**
     * @param typicalText the commonest level or the median, as the reference population has it; may be empty
     * @param phrases where the language's phrases are numbered
     */
    ColumnText(int input, Column column, ModelInput coded, String typicalText, Language language, PhraseBook phrases) {
        this.input = input;
        this.column = column;
        this.language = language;
        this.wording = Wording.in(language);
        this.unit = behindNumber(column.unit().in(language));
        this.unitOfOne = behindNumber(column.unit().one().in(language));
        this.typicalValue = NumberText.isNumber(typicalText) ? NumberText.parse(typicalText) : Double.NaN;
        this.typicalNumber = column.kind() == ColumnKind.NUMBER && NumberText.isNumber(typicalText)
                ? NumberWords.of(NumberText.parse(typicalText))
                : typicalText;
        this.typicalShown = NumberText.isNumber(typicalNumber) ? NumberText.parse(typicalNumber) : typicalValue;
        this.typical = inWords(typicalNumber);
        this.unknown = phrases.phrase(column.label(language) + wording.beforeNumber() + wording.unknown());
        this.beforeNumber = phrases.phrase(column.label(language) + wording.beforeNumber());
        this.afterNumber = phrases.phrase(unit + typicalRemark());
        this.afterOne = phrases.phrase(unitOfOne + typicalRemark());
        this.afterTypical = phrases.phrase(unitOf(typicalNumber));
        this.numbers = coded.coding() instanceof NumberCoding coding ? coding : null;
        this.many = phrases.phrase(unit);
        this.one = phrases.phrase(unitOfOne);
        this.belowSeen = phrases.phrase(numbers == null ? "" : outside(numbers.lowest()));
        this.aboveSeen = phrases.phrase(numbers == null ? "" : outside(numbers.highest()));
        if (coded.coding() instanceof CategoryCoding coding) {
            for (String level : coding.levels()) {
                levels.put(level, phrases.phrase(evidenceOfLevel(level)));
                levelWords.put(level, inWords(level));
            }
        }
    }

    String value(CustomerRecord customer) {
        if (!customer.has(input)) {
            return "";
        }
        if (column.kind() == ColumnKind.NUMBER) {
            return inWords(NumberWords.of(customer.number(input)));
        }
        String level = customer.level(input);
        String known = levelWords.get(level);
        return known == null ? inWords(level) : known;
    }

    String typical() {
        return typical;
    }

    /** All that {@link #evidence} says, where it says the same of other customers; otherwise null. */
    @Nullable
    Phrase recurring(CustomerRecord customer) {
        if (!customer.has(input)) {
            return unknown;
        }
        return column.kind() == ColumnKind.NUMBER ? null : levels.get(customer.level(input));
    }

    /** The human name of the column with the customer's value, and the typical one where it differs. */
    void evidence(CustomerRecord customer, SentenceSink sink) {
        Phrase recurring = recurring(customer);
        if (recurring != null) {
            sink.phrase(recurring);
        } else if (column.kind() == ColumnKind.NUMBER) {
            number(customer.number(input), sink);
        } else {
            sink.single(evidenceOfUnseen(customer.level(input)));
        }
    }

    private void number(double number, SentenceSink sink) {
        sink.phrase(beforeNumber);
        boolean isOne = number == 1;
        boolean isTypical = number == typicalValue || number == typicalShown;
        if (NumberWords.plain(number)) {
            sink.number(number);
        } else {
            String words = NumberWords.of(number);
            sink.single(words);
            isOne = words.equals(ONE);
            isTypical = words.equals(typicalNumber);
        }
        if (numbers != null && numbers.outside(number)) {
            sink.phrase(isOne ? one : many);
            sink.phrase(number < numbers.lowest() ? belowSeen : aboveSeen);
        } else {
            sink.phrase(isTypical ? afterTypical : isOne ? afterOne : afterNumber);
        }
    }

    private String evidenceOfLevel(String level) {
        String value = inWords(level);
        return evidenceOf(value) + (value.equals(typical) ? "" : typicalRemark());
    }

    /** Whatever somebody wrote into a table or request; unless the description has a name for it, it is shown with care. */
    private String evidenceOfUnseen(String level) {
        String value = inWords(level);
        String shown = value.equals(level)
                ? Excerpt.plain(value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…")
                : value;
        return evidenceOf(shown) + remark(wording.seldom());
    }

    private String evidenceOf(String value) {
        return column.label(language) + wording.beforeLevel() + value + wording.afterLevel();
    }

    /** What follows a number that no training row came near: it is no evidence by itself, since the model counts it as another. */
    private String outside(double nearest) {
        String counted = inWords(NumberWords.of(nearest));
        return remark(wording.beforeCounted() + counted + wording.afterCounted());
    }

    private String typicalRemark() {
        return typical.isEmpty() ? "" : wording.opening() + wording.beforeTypical() + typical + wording.closing();
    }

    /** A remark and, behind it, the typical value. */
    private String remark(String words) {
        String also = typical.isEmpty() ? "" : wording.betweenRemarks() + wording.beforeTypical() + typical;
        return wording.opening() + words + also + wording.closing();
    }

    private String behindNumber(String unitName) {
        return unitName.isEmpty() ? "" : wording.beforeUnit() + unitName;
    }

    private String unitOf(String number) {
        return number.equals(ONE) ? unitOfOne : unit;
    }

    private String inWords(String value) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (column.kind()) {
            case NUMBER -> value + unitOf(value);
            case FLAG -> column.levelName(value.equals(SET) ? "yes" : "no", language);
            case CATEGORY, DATE -> column.levelName(value, language);
        };
    }
}
