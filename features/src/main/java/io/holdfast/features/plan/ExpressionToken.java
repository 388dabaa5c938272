package io.holdfast.features.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of an expression that a user wrote.
 *
 * @param kind what it is
 * @param text as written
 */
record ExpressionToken(Kind kind, String text) {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<quoted>\"[a-z][a-z0-9_]*\")"
                    + "|(?<text>'(?:[^'\\\\]|'')*')|(?<number>[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)|(?<sign><=|>=|<>|!=|[-+*/%=<>(),])");

    /** What a piece can be. */
    enum Kind {
        /** Blanks and line ends. */
        SPACE,
        /** A name or a word of SQL. */
        WORD,
        /** A name in double quotes. */
        QUOTED,
        /** A text in single quotes. */
        TEXT,
        /** A number without a sign. */
        NUMBER,
        /** An operator, a comma or a parenthesis. */
        SIGN
    }

    /** The pieces of an expression; up to the first place, if there is one, where none of them begins. */
    static List<ExpressionToken> of(String sql) {
        List<ExpressionToken> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(sql);
        int at = 0;
        while (at < sql.length()
                && !sql.startsWith("--", at)
                && !sql.startsWith("/*", at)
                && token.region(at, sql.length()).lookingAt()) {
            tokens.add(new ExpressionToken(kind(token), token.group()));
            at = token.end();
        }
        return tokens;
    }

    private static Kind kind(Matcher token) {
        if (token.group("word") != null) {
            return Kind.WORD;
        }
        if (token.group("quoted") != null) {
            return Kind.QUOTED;
        }
        if (token.group("text") != null) {
            return Kind.TEXT;
        }
        if (token.group("number") != null) {
            return Kind.NUMBER;
        }
        return token.group("sign") != null ? Kind.SIGN : Kind.SPACE;
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }
}
