package io.holdfast.serving.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Names every request, by the client's own {@value #HEADER} where it is harmless, and gives every reply the headers that all of them have,
 * whoever answers.
 */
final class RequestMark extends Handler.Wrapper {
    static final String HEADER = "X-Request-Id";
    private static final String ID = RequestMark.class.getName();
    private static final HttpField NO_SNIFFING = new PreEncodedHttpField("X-Content-Type-Options", "nosniff");
    private static final HttpField NO_STORING = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        mark(request, response);
        return super.handle(request, response, callback);
    }

    /** Also for replies to what never became a request for the handlers. */
    static String mark(Request request, Response response) {
        if (request.getAttribute(ID) instanceof String known) {
            putHeaders(response, known);
            return known;
        }
        String given = request.getHeaders().get(HEADER);
        String id = given != null && HARMLESS.matcher(given).matches() ? given : random();
        request.setAttribute(ID, id);
        putHeaders(response, id);
        return id;
    }

    private static void putHeaders(Response response, String id) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HEADER, id);
        headers.put(NO_SNIFFING);
        headers.put(NO_STORING);
    }

    /** The id of a request that came through the handlers. */
    static String id(jakarta.servlet.http.HttpServletRequest request) {
        return String.valueOf(request.getAttribute(ID));
    }

    /** The id of a request, or a dash where it never got one. */
    static String id(Request request) {
        return request.getAttribute(ID) instanceof String known ? known : "-";
    }

    private static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
