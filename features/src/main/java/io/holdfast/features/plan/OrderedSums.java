package io.holdfast.features.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Gives the sums of an expression an order. Numbers with a floating point add up to another last digit in another order, and the order of rows is chance: it hangs on threads, on the lines of the file and on the
 * part that a unit is in. Rows of equal addends are alike, so the addend itself is a full order. Sums of what is surely whole or decimal are exact and stay as they were written.
 */
final class OrderedSums {
    private static final String SUM = "sum";
    private static final String DISTINCT = "distinct";

    /** From whole numbers, decimals, texts and times these make no floating point. A division does, and so does the rounding of whole numbers. */
    private static final Set<String> EXACT = Set.of(
            "and",
            "or",
            "not",
            "in",
            "is",
            "null",
            "true",
            "false",
            "between",
            "like",
            "case",
            "when",
            "then",
            "else",
            "end",
            "distinct",
            "cast",
            "as",
            "int",
            "bigint",
            "string",
            "abs",
            "coalesce",
            "nullif",
            "greatest",
            "least",
            "year",
            "month",
            "day",
            "quarter",
            "extract",
            "lower",
            "upper");

    /** A longer number may not fit into a decimal. */
    private static final int LONGEST_EXACT = 18;

    private final List<ExpressionToken> tokens;
    private final Set<String> columns;

    private OrderedSums(List<ExpressionToken> tokens, Set<String> columns) {
        this.tokens = tokens;
        this.columns = columns;
    }

    /**
     * An expression with its sums in order.
     *
     * @param tokens of an expression whose parentheses are right
     * @param columns that it may have; an addend without any is the same in every row
     */
    static String of(List<ExpressionToken> tokens, Set<String> columns) {
        return new OrderedSums(tokens, columns).text();
    }

    private String text() {
        Map<Integer, String> orders = new TreeMap<>();
        Deque<Integer> opened = new ArrayDeque<>();
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.get(at).is("(")) {
                opened.push(at);
            } else if (tokens.get(at).is(")")) {
                int open = opened.pop();
                if (isSum(open)) {
                    int close = at;
                    order(tokens.subList(open + 1, close)).ifPresent(order -> orders.put(close, order));
                }
            }
        }
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < tokens.size(); at++) {
            text.append(orders.getOrDefault(at, "")).append(tokens.get(at).text());
        }
        return text.toString();
    }

    private boolean isSum(int open) {
        int before = open - 1;
        while (before >= 0 && tokens.get(before).kind() == ExpressionToken.Kind.SPACE) {
            before--;
        }
        return before >= 0 && isWord(tokens.get(before), SUM);
    }

    private Optional<String> order(List<ExpressionToken> argument) {
        if (argument.stream().allMatch(this::isExact) || argument.stream().noneMatch(this::isColumn)) {
            return Optional.empty();
        }
        // ORDER BY takes the addend alone; of equal ones DISTINCT leaves one, which is no matter of order.
        String addend = argument.stream()
                .dropWhile(token -> token.kind() == ExpressionToken.Kind.SPACE || isWord(token, DISTINCT))
                .map(ExpressionToken::text)
                .collect(Collectors.joining())
                .strip();
        return Optional.of(" ORDER BY " + addend);
    }

    private boolean isExact(ExpressionToken token) {
        return switch (token.kind()) {
            case SPACE, TEXT, QUOTED -> true;
            case SIGN -> !token.is("/");
            case NUMBER ->
                token.text().length() <= LONGEST_EXACT
                        && !token.text().toLowerCase(Locale.ROOT).contains("e");
            case WORD -> isColumn(token) || EXACT.contains(token.text().toLowerCase(Locale.ROOT));
        };
    }

    private boolean isColumn(ExpressionToken token) {
        return token.kind() == ExpressionToken.Kind.QUOTED
                || (token.kind() == ExpressionToken.Kind.WORD && columns.contains(token.text()));
    }

    private static boolean isWord(ExpressionToken token, String word) {
        return token.kind() == ExpressionToken.Kind.WORD && token.text().equalsIgnoreCase(word);
    }
}
