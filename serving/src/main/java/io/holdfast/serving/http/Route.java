package io.holdfast.serving.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One thing that clients can ask.
 *
 * @param method {@code GET} (then also {@code HEAD}), {@code POST} or {@code PUT}
 * @param path without parameters, but for a last part in braces
 * @param access who may
 * @param produces media types of the answer, the usual one first
 * @param handler what answers
 */
record Route(HandlerType method, String path, Access access, List<String> produces, Handler handler) {
    Route {
        produces = List.copyOf(produces);
    }

    /** One that answers in one form. */
    Route(HandlerType method, String path, Access access, String produces, Handler handler) {
        this(method, path, access, List.of(produces), handler);
    }

    /** What may stand for a part in braces: nothing that would have to be written in another way in an address. */
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9._~:-]{1,128}");

    /** Whether requests have a body that is read. */
    boolean takesBody() {
        return method.equals(HandlerType.POST) || method.equals(HandlerType.PUT);
    }

    /** Whether the last part of the path is a parameter. */
    boolean hasParameter() {
        return path.indexOf('{') >= 0;
    }

    /** Whether it answers at a path, as the client wrote it. */
    boolean isAt(String asked) {
        int brace = path.indexOf('{');
        return brace < 0
                ? path.equals(asked)
                : asked.startsWith(path.substring(0, brace))
                        && PART.matcher(asked.substring(brace)).matches();
    }

    boolean takes(String otherMethod) {
        return method.name().equals(otherMethod)
                || (method.equals(HandlerType.GET) && HandlerType.HEAD.name().equals(otherMethod));
    }
}
