package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails inside the server stays inside: the client learns where to ask, and the next request is answered. */
final class InternalErrorIT {
    private static final String SECRET = "s3cret";

    @TempDir
    Path directory;

    /** A part of the server that fails on demand. */
    private static final class Failing extends Clock {
        private volatile Supplier<Instant> next = () -> TestServer.NOW;

        void failWith(Supplier<Instant> failure) {
            next = () -> {
                next = () -> TestServer.NOW;
                return failure.get();
            };
        }

        @Override
        public Instant instant() {
            return next.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private void requireContained(Supplier<Instant> failure) {
        Failing clock = new Failing();
        String body = Customers.request(Customers.safe("A"));
        try (TestServer server = TestServer.start(TestServer.settings(directory), clock)) {
            clock.failWith(failure);
            Reply reply = server.score(body, "X-Request-Id", "crm-17");

            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.code()).isEqualTo("internal_error");
            assertThat(reply.json().path("requestId").textValue()).isEqualTo("crm-17");
            assertThat(reply.text()).doesNotContain(SECRET, "Exception", "Overflow", "\tat ");
            assertThat(server.score(body).status()).isEqualTo(200);
        }
    }

    @Test
    void isAnsweredWithoutItsCauseWhenItIsAnException() {
        requireContained(() -> {
            throw new IllegalStateException(SECRET);
        });
    }

    @Test
    void isAnsweredWithoutItsCauseWhenItIsAnError() {
        requireContained(() -> {
            throw new StackOverflowError(SECRET);
        });
    }
}
