package io.holdfast.serving.http;

import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line per request: method, route, status, bytes, milliseconds, request id, key id. No path but that of a known route, no query, no
 * customer, nothing a client could put in but a request id of harmless characters.
 */
final class AccessLog implements RequestLog {
    /** The logger's name, by which the line can be switched off. */
    static final String NAME = "io.holdfast.access";

    private static final Logger LOG = LoggerFactory.getLogger(NAME);
    private static final String ROUTE = AccessLog.class.getName() + ".route";
    private static final String KEY = AccessLog.class.getName() + ".key";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");
    private static final double NANOS_PER_MILLISECOND = 1e6;

    /** Notes which route answered. */
    static void route(jakarta.servlet.http.HttpServletRequest request, String path) {
        request.setAttribute(ROUTE, path);
    }

    /** Notes who asked. */
    static void key(jakarta.servlet.http.HttpServletRequest request, String id) {
        request.setAttribute(KEY, id);
    }

    @Override
    public void log(Request request, Response response) {
        if (LOG.isInfoEnabled()) {
            LOG.info(
                    "{} {} {} {} B {} ms {} {}",
                    METHODS.contains(request.getMethod()) ? request.getMethod() : "-",
                    noted(request, ROUTE),
                    response.getStatus(),
                    Response.getContentBytesWritten(response),
                    milliseconds(request),
                    RequestMark.id(request),
                    noted(request, KEY));
        }
    }

    private static String noted(Request request, String attribute) {
        return request.getAttribute(attribute) instanceof String text ? text : "-";
    }

    private static String milliseconds(Request request) {
        return String.format(
                Locale.ROOT, "%.2f", (System.nanoTime() - request.getBeginNanoTime()) / NANOS_PER_MILLISECOND);
    }
}
