package io.holdfast.serving.http;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know about leaving.
 *
 * @param month that it is about; the latest that has ended where none is named
 * @param interviews drawn in each segment, 0 to 100
 * @param seed of the draw
 */
record DiagnosisQuestion(Optional<YearMonth> month, int interviews, long seed) {
    private static final int USUAL = 5;
    private static final int MOST = 100;

    /** The question of parameters that may be absent, or the problem with them. */
    static DiagnosisQuestion of(@Nullable String month, @Nullable String interviews, @Nullable String seed) {
        return new DiagnosisQuestion(
                month(month),
                (int) number("interviews", interviews, USUAL, MOST),
                number("seed", seed, 1, Long.MAX_VALUE));
    }

    private static Optional<YearMonth> month(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? Optional.empty() : Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            throw wrong("month", "a month such as 2026-10", "形如 2026-10 的月份");
        }
    }

    private static long number(String name, @Nullable String text, long usual, long most) {
        if (text == null || text.isEmpty()) {
            return usual;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, "a whole number from 0 to " + most, "0 至 " + most + " 的整数");
        }
        throw wrong(name, "a whole number from 0 to " + most, "0 至 " + most + " 的整数");
    }

    private static ProblemException wrong(String name, String expected, String inChinese) {
        return new ProblemException(Problem.of(
                HttpStatus.UNPROCESSABLE_ENTITY_422,
                "bad_value",
                "The parameter " + name + " cannot be taken (expected: " + expected + ").",
                "参数 " + name + " 无效（应为：" + inChinese + "）。"));
    }
}
