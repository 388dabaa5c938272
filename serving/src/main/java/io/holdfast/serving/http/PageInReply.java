package io.holdfast.serving.http;

import io.javalin.http.Context;
import org.eclipse.jetty.http.HttpStatus;

/** The parameter {@code page}: whether a JSON reply is to hold the page for people too, so that both are of one look at the store. */
final class PageInReply {
    private PageInReply() {}

    static boolean isWanted(Context ctx) {
        String value = ctx.queryParam("page");
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw new ProblemException(Problem.of(
                    HttpStatus.UNPROCESSABLE_ENTITY_422,
                    "bad_value",
                    "The parameter page cannot be taken (expected: true or false).",
                    "参数 page 的取值无效（应为：true 或 false）。"));
        }
        return "true".equals(value);
    }
}
