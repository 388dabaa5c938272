package io.holdfast.serving.http;

import io.holdfast.serving.keys.ApiKey;
import io.holdfast.serving.keys.ApiKeys;
import io.holdfast.serving.keys.Scope;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets requests through to their route, or not, by their head alone: whoever may not ask cannot make the server read a body either. What is
 * no route is handed on, to be refused as such. Thread-safe.
 */
final class Guard extends Handler.Wrapper {
    private static final String ADMITTED = Guard.class.getName();
    private static final String BEARER = "bearer ";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    private final Routes routes;
    private final KeyCheck check;
    private final Clock clock;
    private final String host;
    private final ProblemWriter problems;

    /** @param host what the server listens on */
    Guard(Routes routes, KeyCheck check, Clock clock, String host, ProblemWriter problems) {
        this.routes = routes;
        this.check = check;
        this.clock = clock;
        this.host = host.toLowerCase(Locale.ROOT);
        this.problems = problems;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<Route> route =
                routes.find(request.getMethod(), request.getHttpURI().getPath());
        if (route.isPresent()) {
            AccessLog.route(request, route.get().path());
            Optional<Problem> refusal = refusal(request, route.get().access());
            if (refusal.isPresent()) {
                problems.write(request, response, callback, refusal.get());
                return true;
            }
            request.setAttribute(ADMITTED, route.get());
        }
        return super.handle(request, response, callback);
    }

    /** Whether a request passed the guard on its way to this route. */
    static boolean hasAdmitted(jakarta.servlet.http.HttpServletRequest request, Route route) {
        return request.getAttribute(ADMITTED) == route;
    }

    /** Whether a request passed the guard on its way to a route that reads bodies. */
    static boolean hasAdmittedBody(Request request) {
        return request.getAttribute(ADMITTED) instanceof Route route && route.takesBody();
    }

    private Optional<Problem> refusal(Request request, Access access) {
        if (access instanceof Access.Holders holders) {
            ApiKeys keys = check.keys();
            return check.isRequired() ? wrongKey(request, keys, holders.scope()) : otherMachine(request);
        }
        return Optional.empty();
    }

    private Optional<Problem> wrongKey(Request request, ApiKeys keys, Scope scope) {
        String shown = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (shown == null || !shown.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(Problems.keyMissing());
        }
        Optional<ApiKey> key = keys.verify(shown.substring(BEARER.length()).strip(), clock.instant());
        if (key.isEmpty()) {
            return Optional.of(Problems.keyInvalid());
        }
        AccessLog.key(request, key.get().id());
        return key.get().allows(scope) ? Optional.empty() : Optional.of(Problems.scopeMissing(scope));
    }

    /** Without keys, a web page must not reach the server through a name that it made point here (DNS rebinding). */
    private Optional<Problem> otherMachine(Request request) {
        String asked = bare(Request.getServerName(request).toLowerCase(Locale.ROOT));
        if (THIS_MACHINE.contains(asked) || asked.equals(bare(host))) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                HttpStatus.MISDIRECTED_REQUEST_421,
                "unknown_host",
                "A server without API keys answers only to this machine's own name (expected: Host: localhost).",
                "没有 API 密钥的服务器只应答本机名称（应为：Host: localhost）。"));
    }

    private static String bare(String name) {
        return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
    }
}
