package io.holdfast.serving.http;

import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Reads the body of every request that needs one whole, without a waiting thread and under limits of size, memory and time, before anybody works on it: a slow
 * client costs neither a thread nor a turn.
 */
final class BodyHandler extends Handler.Wrapper {
    private static final String BODY = BodyHandler.class.getName();
    private static final byte[] NONE = {};

    private final ServerLimits limits;
    private final BodyBudget budget;

    BodyHandler(ServerLimits limits) {
        this.limits = limits;
        this.budget = new BodyBudget(limits.pendingBodyBytes());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HttpFields headers = request.getHeaders();
        long declared = request.getLength();
        boolean none = declared == 0 || (declared < 0 && !headers.contains(HttpHeader.TRANSFER_ENCODING));
        if (none) {
            return super.handle(request, response, callback);
        }
        if (declared > limits.bodyBytes()) {
            Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
            return true;
        }
        if (!Guard.hasAdmittedBody(request)) {
            UnreadBody.skip(
                    request,
                    limits.bodyBytes(),
                    () -> proceed(request, response, callback, NONE),
                    () -> Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413),
                    failure -> fail(request, response, callback, failure));
            return true;
        }
        new BodyReader(request, response, callback, this, limits, budget).run();
        return true;
    }

    /** Hands on a request whose body is complete. */
    void proceed(Request request, Response response, Callback callback, byte[] body) {
        request.setAttribute(BODY, body);
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        }
    }

    /** Answers, where somebody may still be there to be answered, that a body did not come. */
    static void fail(Request request, Response response, Callback callback, Throwable failure) {
        if (failure instanceof TimeoutException) {
            Response.writeError(request, response, callback, HttpStatus.REQUEST_TIMEOUT_408);
        } else if (failure instanceof HttpException http) {
            Response.writeError(request, response, callback, http.getCode());
        } else {
            // The client is gone or sent no HTTP: nobody is there to be answered.
            callback.failed(failure);
        }
    }

    /** The body of a request that came through this handler; empty where it has none. */
    static byte[] body(jakarta.servlet.http.HttpServletRequest request) {
        return request.getAttribute(BODY) instanceof byte[] body ? body : NONE;
    }
}
