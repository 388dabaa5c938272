package io.holdfast.serving.http;

import io.holdfast.serving.keys.Scope;
import org.eclipse.jetty.http.HttpStatus;

/** Problems that do not depend on a request's content. */
final class Problems {
    private static final String RETRY_AFTER = "Retry-After";
    private static final String SOON = "1";

    private Problems() {}

    /** The problem behind a status that the server itself gives, before or beside any route. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case HttpStatus.NOT_FOUND_404 -> notFound();
            case HttpStatus.REQUEST_TIMEOUT_408 ->
                Problem.of(status, "request_timeout", "The request arrived too slowly (expected: faster).");
            case HttpStatus.PAYLOAD_TOO_LARGE_413 ->
                Problem.of(
                        status, "body_too_large", "The body is too large (expected: at most what /v1/model states).");
            case HttpStatus.URI_TOO_LONG_414 ->
                Problem.of(status, "uri_too_long", "The request's address is too long.");
            case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
                Problem.of(
                        status, "headers_too_large", "The request's headers are too large (expected: at most 8 KiB).");
            case HttpStatus.SERVICE_UNAVAILABLE_503 -> overloaded();
            // The client's fault, whatever the class of the status says: a version or coding that is not spoken here.
            case HttpStatus.NOT_IMPLEMENTED_501, HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 ->
                badRequest(HttpStatus.BAD_REQUEST_400);
            default ->
                status >= HttpStatus.INTERNAL_SERVER_ERROR_500
                        ? internal()
                        : badRequest(Math.max(status, HttpStatus.BAD_REQUEST_400));
        };
    }

    private static Problem badRequest(int status) {
        return Problem.of(status, "bad_request", "The request is not valid HTTP (expected: as RFC 9110 and 9112 say).");
    }

    static Problem keyMissing() {
        return unauthorized(
                "key_missing", "The request shows no API key (expected: Authorization: Bearer hfk_...).", "Bearer");
    }

    static Problem keyInvalid() {
        return unauthorized(
                "key_invalid",
                "The API key is unknown or has expired (expected: a valid one).",
                "Bearer error=\"invalid_token\"");
    }

    private static Problem unauthorized(String code, String detail, String challenge) {
        return Problem.of(HttpStatus.UNAUTHORIZED_401, code, detail).withHeader("WWW-Authenticate", challenge);
    }

    static Problem scopeMissing(Scope scope) {
        return Problem.of(
                HttpStatus.FORBIDDEN_403,
                "scope_missing",
                "The API key does not allow this (expected: one with the scope " + scope.code() + ").");
    }

    static Problem notFound() {
        return Problem.of(HttpStatus.NOT_FOUND_404, "not_found", "There is no such resource (see /openapi.yaml).");
    }

    static Problem methodNotAllowed(String allowed) {
        return Problem.of(
                        HttpStatus.METHOD_NOT_ALLOWED_405,
                        "method_not_allowed",
                        "The resource does not take this method (expected: " + allowed + ").")
                .withHeader("Allow", allowed);
    }

    static Problem overloaded() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE_503,
                        "overloaded",
                        "The server has more to do than it can (expected: a retry after a second).")
                .withHeader(RETRY_AFTER, SOON);
    }

    static Problem internal() {
        return Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR_500,
                "internal_error",
                "The server failed; its log says more under the request's id.");
    }
}
