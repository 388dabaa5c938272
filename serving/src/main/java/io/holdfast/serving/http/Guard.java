package io.holdfast.serving.http;

import io.holdfast.serving.keys.ApiKey;
import io.holdfast.serving.keys.ApiKeys;
import io.holdfast.serving.keys.KeyRing;
import io.holdfast.serving.keys.Scope;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpStatus;

/** Lets requests through to their route, or not. Thread-safe. */
final class Guard {
    private static final String BEARER = "bearer ";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final KeyRing ring;
    private final Clock clock;
    private final String host;

    /** Once keys were required they stay so: an emptied key file must not open the server. */
    private volatile boolean keysRequired;

    /**
     * @param host what the server listens on
     * @param keysRequired whether even an empty key file means that nobody gets in
     */
    Guard(KeyRing ring, Clock clock, String host, boolean keysRequired) {
        this.ring = ring;
        this.clock = clock;
        this.host = host.toLowerCase(Locale.ROOT);
        this.keysRequired = keysRequired;
    }

    /** @throws ProblemException when the request must not reach the route */
    void admit(Context ctx, Access access) {
        if (access instanceof Access.Holders holders) {
            ApiKeys keys = ring.keys();
            if (!keys.isEmpty()) {
                keysRequired = true;
            }
            if (keysRequired) {
                requireKey(ctx, keys, holders.scope());
            } else {
                requireThisMachine(ctx);
            }
        }
    }

    private void requireKey(Context ctx, ApiKeys keys, Scope scope) {
        String shown = ctx.req().getHeader("Authorization");
        if (shown == null || !shown.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw unauthorized(
                    "key_missing", "The request shows no API key (expected: Authorization: Bearer hfk_...).", "");
        }
        Optional<ApiKey> key = keys.verify(shown.substring(BEARER.length()).strip(), clock.instant());
        if (key.isEmpty()) {
            throw unauthorized(
                    "key_invalid",
                    "The API key is unknown or has expired (expected: a valid one).",
                    " error=\"invalid_token\"");
        }
        AccessLog.key(ctx.req(), key.get().id());
        if (!key.get().allows(scope)) {
            throw new ProblemException(Problem.of(
                    HttpStatus.FORBIDDEN_403,
                    "scope_missing",
                    "The API key does not allow this (expected: one with the scope " + scope.code() + ")."));
        }
    }

    private static ProblemException unauthorized(String code, String detail, String challenge) {
        return new ProblemException(Problem.of(HttpStatus.UNAUTHORIZED_401, code, detail)
                .withHeader("WWW-Authenticate", "Bearer" + challenge));
    }

    /** Without keys, a web page must not reach the server through a name that it made point here (DNS rebinding). */
    private void requireThisMachine(Context ctx) {
        String asked = ctx.req().getServerName().toLowerCase(Locale.ROOT);
        if (!THIS_MACHINE.contains(asked) && !asked.equals(host) && !asked.equals("[" + host + "]")) {
            throw new ProblemException(Problem.of(
                    HttpStatus.MISDIRECTED_REQUEST_421,
                    "unknown_host",
                    "A server without API keys answers only to this machine's own name (expected: Host: localhost)."));
        }
    }
}
