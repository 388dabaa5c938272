package io.holdfast.features.plan;

import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.sql.Cut;
import io.holdfast.scoring.fault.Excerpt;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks an expression that a user wrote: it may be made of the columns of the events that are already cut at the as-of date, of numbers, texts,
 * operators, and of words and functions on a list. Nothing on it reads a file, another table, a clock or a random number, and nothing
 * depends on the order of the events; so whatever passes can reach neither past the date nor out of the customer's own events.
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
    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<quoted>\"[a-z][a-z0-9_]*\")"
                    + "|(?<text>'(?:[^'\\\\]|'')*')|(?<number>[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)|(?<sign><=|>=|<>|!=|[-+*/%=<>(),])");

    private UserExpression() {}

    /** What is wrong with it, as the end of a sentence; empty if nothing is. */
    static Optional<String> check(String sql, HistoryDescription history) {
        Set<String> columns = new TreeSet<>(Cut.ownColumns(history));
        columns.addAll(Set.of("kind", "age", "occurred"));
        Matcher token = TOKEN.matcher(sql);
        int at = 0;
        int depth = 0;
        while (at < sql.length()) {
            if (!token.find(at) || token.start() != at || sql.startsWith("--", at) || sql.startsWith("/*", at)) {
                return Optional.of("its SQL has " + Excerpt.of(sql.substring(at)) + ", which no expression may have");
            }
            String found = token.group();
            depth += found.equals("(") ? 1 : found.equals(")") ? -1 : 0;
            if (depth < 0) {
                return Optional.of("its SQL closes a parenthesis that was not opened");
            }
            String word = token.group("word");
            String quoted = token.group("quoted");
            if (word != null && !isKnown(word, columns)) {
                return Optional.of("its SQL has the word " + Excerpt.of(word) + "; known are the columns "
                        + String.join(", ", columns) + " and the functions "
                        + String.join(", ", new TreeSet<>(FUNCTIONS)));
            }
            if (quoted != null && !columns.contains(quoted.substring(1, quoted.length() - 1))) {
                return Optional.of("its SQL has the column " + quoted + "; known are " + String.join(", ", columns));
            }
            at = token.end();
        }
        return depth == 0 ? Optional.empty() : Optional.of("its SQL leaves a parenthesis open");
    }

    private static boolean isKnown(String word, Set<String> columns) {
        String lower = word.toLowerCase(Locale.ROOT);
        return WORDS.contains(lower) || FUNCTIONS.contains(lower) || columns.contains(word);
    }
}
