package io.holdfast.cli.waterfall;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.training.layout.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a waterfall: number, name, bar.
 *
 * @param number columns of the widest number
 * @param name columns of the widest name
 * @param width columns in all
 * @param scale places the bars
 */
record Frame(int number, int name, int width, Scale scale) {
    static final int GAP = 2;
    private static final int NARROWEST_TEXT = 10;

    /** A number, to the right, and the gap behind it. */
    String number(String text) {
        return " ".repeat(Math.max(0, number - DisplayWidth.of(text))) + text + " ".repeat(GAP);
    }

    String line(String numberText, String nameText, String bar) {
        return number(numberText) + DisplayWidth.padded(nameText, name + GAP) + bar;
    }

    /** One column of a reason, below it and moved in; no bar, so its text has the rest of the width. */
    List<String> detail(String numberText, String text) {
        return wrapped(" ".repeat(number + GAP) + number(numberText), text);
    }

    /** Text without a number, as wide as the line. */
    List<String> remark(String text) {
        return wrapped(number(""), text);
    }

    private List<String> wrapped(String start, String text) {
        List<String> lines = new ArrayList<>();
        int room = Math.max(NARROWEST_TEXT, width - start.length());
        for (String part : DisplayWidth.wrapped(Excerpt.plain(text), room)) {
            lines.add((lines.isEmpty() ? start : " ".repeat(start.length())) + part);
        }
        return lines;
    }
}
