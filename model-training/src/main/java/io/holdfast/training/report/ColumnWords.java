package io.holdfast.training.report;

import io.holdfast.page.Both;
import io.holdfast.page.Digits;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.NumberCoding;
import java.util.List;

/** What people call columns, their values and their bins. */
final class ColumnWords {
    private static final int LONGEST = 40;

    private ColumnWords() {}

    static Both name(Column column) {
        return Both.by(language -> cut(column.label(language)));
    }

    static Both unit(Column column) {
        return Both.by(language -> column.unit().in(language));
    }

    /** A value as it stands in the table or in the reference population. */
    static Both value(Column column, String value) {
        if (column.kind() == ColumnKind.NUMBER || value.isEmpty()) {
            return Both.same(value);
        }
        String level = column.kind() == ColumnKind.FLAG ? (value.equals("true") ? "yes" : "no") : value;
        return Both.by(language -> cut(column.levelName(level, language)));
    }

    static Both bin(Column column, Coding coding, int bin) {
        if (bin == Coding.MISSING) {
            return new Both("missing", "缺失");
        }
        if (bin == Coding.RARE) {
            return new Both("rare or unseen", "少见或未见过");
        }
        return coding instanceof NumberCoding numbers
                ? Both.same(range(numbers, bin, bin))
                : value(column, ((CategoryCoding) coding).levels().get(bin - Coding.FIRST));
    }

    /** Neighbouring bins of a number. */
    static String range(NumberCoding coding, int first, int last) {
        List<Double> cuts = coding.cuts();
        int from = first - Coding.FIRST;
        int to = last - Coding.FIRST;
        if (cuts.isEmpty() || (from == 0 && to == cuts.size())) {
            return Digits.brief(coding.lowest()) + "–" + Digits.brief(coding.highest());
        }
        if (from == 0) {
            return "< " + Digits.brief(cuts.get(to));
        }
        return to == cuts.size()
                ? "≥ " + Digits.brief(cuts.get(from - 1))
                : Digits.brief(cuts.get(from - 1)) + "–" + Digits.brief(cuts.get(to));
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
