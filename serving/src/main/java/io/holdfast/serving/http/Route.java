package io.holdfast.serving.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * One thing that clients can ask.
 *
 * @param method {@code GET} (then also {@code HEAD}) or {@code POST}
 * @param path without parameters
 * @param access who may
 * @param produces media type of the answer
 * @param handler what answers
 */
record Route(HandlerType method, String path, Access access, String produces, Handler handler) {
    /** Whether requests have a body that is read. */
    boolean takesBody() {
        return method.equals(HandlerType.POST);
    }

    boolean takes(String otherMethod) {
        return method.name().equals(otherMethod)
                || (method.equals(HandlerType.GET) && HandlerType.HEAD.name().equals(otherMethod));
    }
}
