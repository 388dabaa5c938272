package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.holdfast.training.publish.EngineVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command that asks a server of an earlier version says what that one lacks, and which one it takes. */
final class OlderServerTest {
    private static final String VERSION = "a holdfast server of version " + EngineVersion.text() + " or later";

    @TempDir
    private Path folder;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(String path, int status, String type, String body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Test
    void aRouteThatThereIsNotYet() {
        answer(
                "/",
                404,
                "application/problem+json",
                "{\"code\": \"not_found\", \"detail\": \"There is no such resource (expected: a path of /openapi.yaml).\"}");

        CommandRun run = CommandRun.of("diagnose", "--server", address());

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains(address() + " has no /v1/diagnosis", VERSION);
    }

    @Test
    void aParameterThatThereIsNotYet() {
        answer(
                "/v1/diagnosis",
                422,
                "application/problem+json",
                "{\"code\": \"unknown_field\", \"detail\": \"There is no such parameter (expected: month).\"}");

        CommandRun run = CommandRun.of("diagnose", "--server", address());

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("There is no such parameter (expected: month).", "may be older", VERSION);
    }

    @Test
    void anAnswerWithoutItsPage() {
        answer("/v1/effects", 200, "application/json", "{}");
        Path page = folder.resolve("effects.html");

        CommandRun run = CommandRun.of("effects", "--server", address(), "--html", page);

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("has no page", VERSION, "--html");
        assertThat(page).doesNotExist();
    }

    @Test
    void anAttemptThatSaysNoMomentHasNoFieldThatThereIsNotYet() {
        server.createContext("/v1/work-items:disposition", exchange -> {
            String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean known = !asked.contains("occurredAt");
            byte[] bytes = (known
                            ? "{\"item\": {\"itemId\": \"i-1\", \"status\": \"closed\"}}"
                            : "{\"code\": \"unknown_field\", \"detail\": \"There is no such field.\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", known ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(known ? 200 : 422, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        Object[] close = {
            "work",
            "close",
            "i-1",
            "--agent",
            "ann",
            "--disposition",
            "reached",
            "--server",
            address(),
            "--when",
            "2026-02-01"
        };

        CommandRun now = CommandRun.of(Arrays.copyOf(close, close.length - 2));
        CommandRun then = CommandRun.of(close);

        assertThat(now.exitCode()).as(now.err()).isZero();
        assertThat(now.out()).contains("i-1");
        assertThat(then.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(then.err()).contains("may be older", VERSION);
    }

    @Test
    void anAnswerThatDoesNotSayWhoIsKnown() {
        answer("/v1/care:lookup", 200, "application/json", "{\"results\": [{\"customerId\": \"4711\"}]}");

        CommandRun run = CommandRun.of("work", "lookup", "4711", "--server", address());

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("does not say whether", VERSION).doesNotContain("knows no customer");
    }
}
