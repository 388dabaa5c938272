package io.holdfast.serving.wire;

/** JSON pointers (RFC 6901) into a request. */
final class Pointer {
    private static final char REPLACEMENT = '\uFFFD';

    private Pointer() {}

    static String customer(int index) {
        return "/customers/" + index;
    }

    static String customer(int index, String field) {
        return customer(index) + "/" + escape(field);
    }

    static String feature(int index, String name) {
        return customer(index, "features") + "/" + escape(name);
    }

    static String top(String field) {
        return "/" + escape(field);
    }

    static String option(String field) {
        return "/options/" + escape(field);
    }

    /** A client may have put half a surrogate pair into a name, which no UTF-8 text can hold. */
    private static String escape(String token) {
        StringBuilder escaped = new StringBuilder(token.length());
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c == '~') {
                escaped.append("~0");
            } else if (c == '/') {
                escaped.append("~1");
            } else if (Character.isSurrogate(c) && !WellFormed.isPairAt(token, i)) {
                escaped.append(REPLACEMENT);
            } else {
                escaped.append(c);
                if (Character.isSurrogate(c)) {
                    i++;
                    escaped.append(token.charAt(i));
                }
            }
        }
        return escaped.toString();
    }
}
