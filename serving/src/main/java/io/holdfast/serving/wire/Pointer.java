package io.holdfast.serving.wire;

import com.fasterxml.jackson.core.JsonStreamContext;
import java.util.ArrayDeque;
import java.util.Deque;

/** JSON pointers (RFC 6901) into a request. A name too long to be repeated is left out: then they lead to what holds it. */
final class Pointer {
    /** The most characters of a name in a pointer. */
    private static final int LONGEST = 256;
    /** As deep as a request goes where it is what the contract asks for: {@code /customers/0/features/tenure}. */
    private static final int DEEPEST = 4;

    private Pointer() {}

    static String customer(int index) {
        return "/customers/" + index;
    }

    static String customer(int index, String field) {
        return child(customer(index), field);
    }

    static String feature(int index, String name) {
        return child(customer(index, "features"), name);
    }

    static String top(String field) {
        return child("", field);
    }

    static String option(String field) {
        return child("/options", field);
    }

    /** A field, or with a slash one place of an array, of an object. */
    static String below(String parent, String field) {
        int slash = field.lastIndexOf('/');
        boolean place = slash > 0 && field.substring(slash + 1).chars().allMatch(c -> c >= '0' && c <= '9');
        return place
                ? child(child(parent, field.substring(0, slash)), field.substring(slash + 1))
                : child(parent, field);
    }

    /** Where a parser stands, or what holds that. */
    static String at(JsonStreamContext place) {
        Deque<String> steps = new ArrayDeque<>();
        for (JsonStreamContext at = place; at != null && !at.inRoot(); at = at.getParent()) {
            String name = at.getCurrentName();
            if (at.inArray()) {
                steps.push(Integer.toString(at.getCurrentIndex()));
            } else if (name != null) {
                steps.push(name);
            }
        }
        String pointer = "";
        int depth = 0;
        for (String step : steps) {
            pointer = depth++ < DEEPEST ? child(pointer, step) : pointer;
        }
        return pointer;
    }

    private static String child(String parent, String name) {
        return name.length() > LONGEST
                ? parent
                : parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
