package io.holdfast.serving.http;

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
            return super.handle(request, response, callback);
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

    /** The body of a request that came through this handler; empty where it has none. */
    static byte[] body(jakarta.servlet.http.HttpServletRequest request) {
        return request.getAttribute(BODY) instanceof byte[] body ? body : new byte[0];
    }
}
