package io.holdfast.serving.http;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says as a problem what the server refuses before any route is asked: bad HTTP, overload, what failed inside the server. */
final class ProblemErrorHandler extends ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemErrorHandler.class);
    private static final int FIRST_SERVER_ERROR = 500;

    private final ProblemWriter problems;
    private final ServerLimits limits;

    ProblemErrorHandler(ProblemWriter problems, ServerLimits limits) {
        this.problems = problems;
        this.limits = limits;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Throwable cause = request.getAttribute(ERROR_EXCEPTION) instanceof Throwable thrown ? thrown : null;
        int status = cause instanceof HttpException http ? http.getCode() : response.getStatus();
        Problem problem = Problems.ofStatus(status, limits);
        String id = RequestMark.mark(request, response);
        if (problem.status() == FIRST_SERVER_ERROR && cause != null) {
            LOG.error("Request {} failed", id, cause);
        }
        problems.write(request, response, callback, problem);
        return true;
    }
}
