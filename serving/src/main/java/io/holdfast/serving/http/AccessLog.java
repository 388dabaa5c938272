package io.holdfast.serving.http;

import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * One line per request: method, route, status, bytes, milliseconds, request id, key id. No path but that of a known route, no query, no
 * customer, nothing a client could put in but a request id of harmless characters.
 */
final class AccessLog implements RequestLog, AutoCloseable {
    /** The logger's name, by which the line can be switched off. */
    static final String NAME = "io.holdfast.access";

    private static final String ROUTE = AccessLog.class.getName() + ".route";
    private static final String KEY = AccessLog.class.getName() + ".key";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");
    private static final long NANOS_PER_HUNDREDTH = 10_000;

    private final @Nullable Consumer<String> lines;
    private final Runnable end;

    /** @param lines takes each line */
    AccessLog(Consumer<String> lines) {
        this(lines, () -> {});
    }

    private AccessLog(@Nullable Consumer<String> lines, Runnable end) {
        this.lines = lines;
        this.end = end;
    }

    /** Writes to the logger, where that takes it. */
    static AccessLog toLogger() {
        return isOn() ? new AccessLog(LoggerFactory.getLogger(NAME)::info) : none();
    }

    /** Writes to a stream, many lines at once, unless the logger is off. */
    static AccessLog to(OutputStream out) {
        if (!isOn()) {
            return none();
        }
        AccessLines lines = new AccessLines(out, ZoneId.systemDefault());
        return new AccessLog(lines, lines::close);
    }

    private static boolean isOn() {
        return LoggerFactory.getLogger(NAME).isInfoEnabled();
    }

    private static AccessLog none() {
        return new AccessLog(null, () -> {});
    }

    /** Lets the last lines be written; there are no more then. */
    @Override
    public void close() {
        end.run();
    }

    /** Notes which route answered. */
    static void route(Request request, String path) {
        request.setAttribute(ROUTE, path);
    }

    /** Notes who asked. */
    static void key(Request request, String id) {
        request.setAttribute(KEY, id);
    }

    /** Who asked: the id of the key; empty where none was needed. */
    static String key(jakarta.servlet.http.HttpServletRequest request) {
        return request.getAttribute(KEY) instanceof String id ? id : "";
    }

    @Override
    public void log(Request request, Response response) {
        if (lines != null) {
            lines.accept(line(request, response));
        }
    }

    private static String line(Request request, Response response) {
        return String.join(
                " ",
                METHODS.contains(request.getMethod()) ? request.getMethod() : "-",
                noted(request, ROUTE),
                Integer.toString(response.getStatus()),
                Response.getContentBytesWritten(response) + "B",
                milliseconds(request) + "ms",
                RequestMark.id(request),
                noted(request, KEY));
    }

    private static String noted(Request request, String attribute) {
        return request.getAttribute(attribute) instanceof String text ? text : "-";
    }

    private static String milliseconds(Request request) {
        long hundredths = (System.nanoTime() - request.getBeginNanoTime()) / NANOS_PER_HUNDREDTH;
        String fraction = Long.toString(hundredths % 100);
        return hundredths / 100 + (fraction.length() == 1 ? ".0" : ".") + fraction;
    }
}
