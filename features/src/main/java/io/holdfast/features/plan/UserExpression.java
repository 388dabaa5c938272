package io.holdfast.features.plan;

import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.sql.Cut;
import io.holdfast.scoring.fault.Excerpt;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks an expression that a user wrote: it may be made of the columns of the events that are already cut at the as-of date, of numbers, texts,
 * operators, and of words and functions on a list. Nothing on it reads a file, another table, a clock or a random number, and nothing
 * depends on the order of the events, since sums that could get one ({@link OrderedSums}); so whatever passes can reach neither past the date nor out of the customer's own events.
 */
final class UserExpression {
    private static final Set<String> WORDS = Set.of(
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
            "filter",
            "where",
            "distinct",
            "cast",
            "as",
            "int",
            "bigint",
            "double",
            "string");
    private static final Set<String> FUNCTIONS = Set.of(
            "count",
            "sum",
            "min",
            "max",
            "abs",
            "floor",
            "ceil",
            "sqrt",
            "coalesce",
            "nullif",
            "greatest",
            "least",
            "count_if",
            "bool_or",
            "bool_and",
            "year",
            "month",
            "day",
            "quarter",
            "extract",
            "ln",
            "exp",
            "lower",
            "upper");

    private UserExpression() {}

    /** What is wrong with it, as the end of a sentence; empty if nothing is. */
    static Optional<String> check(String sql, HistoryDescription history) {
        Set<String> columns = columns(history);
        int at = 0;
        int depth = 0;
        Optional<String> name = Optional.empty();
        for (ExpressionToken token : ExpressionToken.of(sql)) {
            String found = token.text();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth < 0) {
                return Optional.of("its SQL closes a parenthesis that was not opened");
            }
            if (token.kind() == ExpressionToken.Kind.WORD && !isKnown(found, columns)) {
                return Optional.of("its SQL has the word " + Excerpt.of(found) + "; known are the columns "
                        + String.join(", ", columns) + " and the functions "
                        + String.join(", ", new TreeSet<>(FUNCTIONS)));
            }
            if (token.kind() == ExpressionToken.Kind.QUOTED && !columns.contains(unquoted(found))) {
                return Optional.of("its SQL has the column " + found + "; known are " + String.join(", ", columns));
            }
            if (name.isPresent() && token.is("(")) {
                return Optional.of("its SQL calls the column " + Excerpt.of(name.get())
                        + " like a function; known functions are " + String.join(", ", new TreeSet<>(FUNCTIONS)));
            }
            if (token.kind() != ExpressionToken.Kind.SPACE) {
                name = isName(token) ? Optional.of(unquoted(found)) : Optional.empty();
            }
            at += found.length();
        }
        if (at < sql.length()) {
            return Optional.of("its SQL has " + Excerpt.of(sql.substring(at)) + ", which no expression may have");
        }
        return depth == 0 ? Optional.empty() : Optional.of("its SQL leaves a parenthesis open");
    }

    /** An expression that {@link #check} lets pass, with sums that do not depend on the order of the events. */
    static String ordered(String sql, HistoryDescription history) {
        return OrderedSums.of(ExpressionToken.of(sql), columns(history));
    }

    private static Set<String> columns(HistoryDescription history) {
        Set<String> columns = new TreeSet<>(Cut.ownColumns(history));
        columns.addAll(Set.of("kind", "age", "occurred"));
        return columns;
    }

    private static boolean isKnown(String word, Set<String> columns) {
        return isFunctionOrWord(word) || columns.contains(word);
    }

    /** Whether a token can only be a column: before a parenthesis it would be a function of that name, whatever that does. */
    private static boolean isName(ExpressionToken token) {
        return token.kind() == ExpressionToken.Kind.QUOTED
                || (token.kind() == ExpressionToken.Kind.WORD && !isFunctionOrWord(token.text()));
    }

    private static boolean isFunctionOrWord(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return WORDS.contains(lower) || FUNCTIONS.contains(lower);
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1) : name;
    }
}
