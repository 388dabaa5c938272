package io.holdfast.serving.wire;

/** JSON pointers (RFC 6901) into a request. */
final class Pointer {
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

    private static String escape(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }
}
