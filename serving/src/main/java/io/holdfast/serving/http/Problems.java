package io.holdfast.serving.http;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.serving.keys.Scope;
import org.eclipse.jetty.http.HttpStatus;

/** Problems that do not depend on a request's content. */
final class Problems {
    private static final int SOON = 1;
    private static final int STORE_SECONDS = 2;
    private static final int REPORT_SECONDS = 10;

    private Problems() {}

    /** The problem behind a status that the server itself gives, before or beside any route, under its limits. */
    static Problem ofStatus(int status, ServerLimits limits) {
        return switch (status) {
            case HttpStatus.NOT_FOUND_404 -> notFound();
            case HttpStatus.REQUEST_TIMEOUT_408 ->
                Problem.of(
                        status,
                        "request_timeout",
                        "The request arrived too slowly (expected: faster).",
                        "请求到达过慢（应为：更快）。");
            case HttpStatus.PAYLOAD_TOO_LARGE_413 ->
                Problem.of(
                        status,
                        "body_too_large",
                        "The body is too large (expected: at most " + limits.bodyBytes() + " bytes).",
                        "请求体过大（应为：不超过 " + limits.bodyBytes() + " 字节）。");
            case HttpStatus.URI_TOO_LONG_414 ->
                Problem.of(
                        status,
                        "uri_too_long",
                        "The request's address is too long (expected: a path of /openapi.yaml).",
                        "请求地址过长（应为：/openapi.yaml 中的路径）。");
            case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
                Problem.of(
                        status,
                        "headers_too_large",
                        "The request's headers are too large (expected: at most 8 KiB).",
                        "请求头过大（应为：最多 8 KiB）。");
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
        return Problem.of(
                status,
                "bad_request",
                "The request is not valid HTTP, or its path could be misread (expected: RFC 9110 and 9112, and no"
                        + " '..', '//' or escaped slash).",
                "请求不是有效的 HTTP，或其路径有歧义（应为：符合 RFC 9110 和 9112，且没有 '..'、'//' 或转义的斜杠）。");
    }

    static Problem keyMissing() {
        return unauthorized(
                "key_missing",
                "The request shows no API key (expected: Authorization: Bearer hfk_...).",
                "请求没有 API 密钥（应为：Authorization: Bearer hfk_...）。",
                "Bearer");
    }

    static Problem keyInvalid() {
        return unauthorized(
                "key_invalid",
                "The API key is unknown or has expired (expected: a valid one).",
                "API 密钥未知或已过期（应为：有效的密钥）。",
                "Bearer error=\"invalid_token\"");
    }

    private static Problem unauthorized(String code, String english, String chinese, String challenge) {
        return Problem.of(HttpStatus.UNAUTHORIZED_401, code, english, chinese)
                .withHeader("WWW-Authenticate", challenge);
    }

    static Problem scopeMissing(Scope scope) {
        return Problem.of(
                HttpStatus.FORBIDDEN_403,
                "scope_missing",
                "The API key does not allow this (expected: one with the scope " + scope.code() + ").",
                "该 API 密钥无此权限（应为：具有 " + scope.code() + " 权限的密钥）。");
    }

    static Problem notFound() {
        return Problem.of(
                HttpStatus.NOT_FOUND_404,
                "not_found",
                "There is no such resource (expected: a path of /openapi.yaml).",
                "没有该资源（应为：/openapi.yaml 中的路径）。");
    }

    static Problem badPart() {
        return Problem.of(
                HttpStatus.BAD_REQUEST_400,
                "bad_path",
                "The id at the end of the path cannot be taken (expected: 1 to 128 characters, each a letter from A to Z or a"
                        + " to z, a digit, '.', '_', '~', ':' or '-', none written with '%').",
                "路径末尾的编号无效（应为：1 至 128 个字符，仅限英文字母、数字、“.”、“_”、“~”、“:”和“-”，不使用“%”转义）。");
    }

    static Problem methodNotAllowed(String allowed) {
        return Problem.of(
                        HttpStatus.METHOD_NOT_ALLOWED_405,
                        "method_not_allowed",
                        "The resource does not take this method (expected: " + allowed + ").",
                        "该资源不接受此方法（应为：" + allowed + "）。")
                .withHeader("Allow", allowed);
    }

    static Problem overloaded() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE_503,
                        "overloaded",
                        "The server has more to do than it can (expected: a retry after a second).",
                        "服务器过载（应为：一秒后重试）。")
                .withRetryAfter(SOON);
    }

    /** Each report reads the whole store, so that there is one of a kind at a time. */
    static Problem reportRunning() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE_503,
                        "overloaded",
                        "Another report of this kind is being made, which takes a while (expected: a retry after "
                                + REPORT_SECONDS + " seconds).",
                        "另一份同类报告正在生成，需要一些时间（应为：" + REPORT_SECONDS + " 秒后重试）。")
                .withRetryAfter(REPORT_SECONDS);
    }

    /** The store does not take or give; what it acknowledged before stands. */
    static Problem storeUnavailable() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE_503,
                        "store_unavailable",
                        "The store does not answer or has no room; nothing of this request is lost that was"
                                + " acknowledged (expected: the same request again).",
                        "存储无响应或空间不足；已确认的内容不会丢失（应为：重发同一请求）。")
                .withRetryAfter(STORE_SECONDS);
    }

    static Problem noSnapshot() {
        return Problem.of(
                HttpStatus.CONFLICT_409,
                "no_snapshot",
                "This server serves no snapshot (expected: holdfast serve BUNDLE --snapshot FEATURES).",
                "该服务器没有快照（应为：holdfast serve BUNDLE --snapshot FEATURES）。");
    }

    static Problem snapshotLoading() {
        return Problem.of(
                        HttpStatus.CONFLICT_409,
                        "snapshot_loading",
                        "A snapshot is being loaded already (expected: a retry after a second).",
                        "正在加载快照（应为：一秒后重试）。")
                .withRetryAfter(SOON);
    }

    /** The sentence speaks of the operator's own file. */
    static Problem snapshotUnusable(InputException fault) {
        return Problem.of(
                HttpStatus.CONFLICT_409,
                "snapshot_unusable",
                "The old snapshot goes on, since the file cannot be used: " + fault.getMessage(),
                "新快照文件无法使用，继续使用旧快照：" + fault.getMessage());
    }

    static Problem bodyNotExpected() {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_ENTITY_422,
                "unexpected_body",
                "The request has a body (expected: none, or an empty JSON object).",
                "请求带有请求体（应为：无，或空的 JSON 对象）。");
    }

    static Problem internal() {
        return Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR_500,
                "internal_error",
                "The server failed; its log says more under the request's id.",
                "服务器出错；其日志中此请求编号处有更多信息。");
    }
}
