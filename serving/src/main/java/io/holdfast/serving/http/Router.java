package io.holdfast.serving.http;

import io.holdfast.serving.store.StoreUnavailableException;
import io.holdfast.serving.store.WriteRefusedException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the routes, each behind the guard, and the problems beside them into the web framework. */
final class Router {
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    private final Routes routes;
    private final ProblemWriter problems;

    Router(Routes routes, ProblemWriter problems) {
        this.routes = routes;
        this.problems = problems;
    }

    void register(RoutesConfig config) {
        for (Route route : routes.all()) {
            Handler guarded = guarded(route);
            config.addHttpHandler(route.method(), route.path(), guarded);
            if (route.method().equals(HandlerType.GET)) {
                config.addHttpHandler(HandlerType.HEAD, route.path(), guarded);
            }
        }
        config.exception(ProblemException.class, (e, ctx) -> problems.write(ctx, e.problem(), e.language()));
        config.exception(StoreUnavailableException.class, (e, ctx) -> write(ctx, Problems.storeUnavailable()));
        config.exception(WriteRefusedException.class, (e, ctx) -> write(ctx, refused(e)));
        config.exception(HttpResponseException.class, (e, ctx) -> writeUnmatched(ctx));
        config.exception(Exception.class, this::writeFailure);
    }

    /** Whatever the framework takes for a route: without the guard's word it is none. */
    private static Handler guarded(Route route) {
        return ctx -> {
            if (!Guard.hasAdmitted(ctx.req(), route)) {
                boolean isPart = !route.hasParameter() || route.isAt(ctx.req().getRequestURI());
                throw new ProblemException(isPart ? Problems.notFound() : Problems.badPart());
            }
            requireAcceptable(ctx, route.produces());
            route.handler().handle(ctx);
        };
    }

    private static void requireAcceptable(Context ctx, List<String> produces) {
        String accept = Replies.header(ctx, "Accept");
        if (!accept.isBlank() && produces.stream().noneMatch(type -> MediaTypes.isAccepted(accept, type))) {
            throw new ProblemException(Problem.of(
                    HttpStatus.NOT_ACCEPTABLE_406,
                    "not_acceptable",
                    "The resource cannot be had in the form asked for (expected: Accept: "
                            + String.join(" or ", produces) + ").",
                    "该资源没有所要求的格式（应为：Accept: " + String.join(" 或 ", produces) + "）。"));
        }
    }

    /** No route took the request: either the path is none, or it does not take the method. */
    private void writeUnmatched(Context ctx) {
        String allowed = routes.allowed(ctx.req().getRequestURI());
        if (allowed.isEmpty()) {
            write(ctx, Problems.notFound());
        } else if (ctx.req().getMethod().equals(HandlerType.OPTIONS.name())) {
            ctx.res().setHeader("Allow", allowed);
            ctx.res().setStatus(HttpStatus.NO_CONTENT_204);
        } else {
            write(ctx, Problems.methodNotAllowed(allowed));
        }
    }

    private static Problem refused(WriteRefusedException e) {
        return Problem.of(e.isAbsent() ? HttpStatus.NOT_FOUND_404 : HttpStatus.CONFLICT_409, e.code(), e.text())
                .withPointer(e.field().isEmpty() ? Optional.empty() : Optional.of("/" + e.field()));
    }

    private void writeFailure(Exception e, Context ctx) {
        LOG.error("Request {} failed", RequestMark.id(ctx.req()), e);
        write(ctx, Problems.internal());
    }

    /** Not even a broken invariant or a stack that ran over may leave a client without an answer. */
    static void writeError(HttpServletResponse response, Error error) {
        LOG.error("Request {} failed", response.getHeader(RequestMark.HEADER), error);
        try {
            response.sendError(HttpStatus.INTERNAL_SERVER_ERROR_500);
        } catch (IOException e) {
            LOG.debug("The client did not take the problem", e);
        }
    }

    private void write(Context ctx, Problem problem) {
        problems.write(ctx, problem, Optional.empty());
    }
}
