package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who takes a reply too slowly is let go; all others get theirs, however many bytes went before. */
final class PaceHandlerTest {
    /** More than the buffers of two sockets hold. */
    private static final int LARGE = 32 << 20;

    private static final String ASK = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    /** A server whose replies have so many bytes. */
    private static Server server(int bytes, PaceHandler pace, CompletableFuture<Void> written) throws Exception {
        Server server = new Server();
        server.addConnector(new ServerConnector(server));
        ByteBuffer content = ByteBuffer.allocateDirect(bytes);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.getHeaders().put("Content-Length", bytes);
                response.write(
                        true,
                        content.duplicate(),
                        Callback.from(
                                () -> {
                                    written.complete(null);
                                    callback.succeeded();
                                },
                                failure -> {
                                    written.completeExceptionally(failure);
                                    callback.failed(failure);
                                }));
                return true;
            }
        });
        server.insertHandler(pace);
        server.start();
        return server;
    }

    private static Socket ask(Server server) throws IOException {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), ((ServerConnector) server.getConnectors()[0]).getLocalPort());
        socket.getOutputStream().write(ASK.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void closesTheConnectionOfAClientThatTakesTooLong() throws Exception {
        CompletableFuture<Void> written = new CompletableFuture<>();
        Server server = server(LARGE, new PaceHandler(bytes -> 0, Duration.ofMillis(200)), written);
        try (Socket socket = ask(server)) {
            assertThatThrownBy(() -> written.get(20, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
            assertThat(taken(socket.getInputStream())).isLessThan(LARGE);
        } finally {
            server.stop();
        }
    }

    @Test
    void waitsAsLongAsTheBytesMayTake() throws Exception {
        CompletableFuture<Void> written = new CompletableFuture<>();
        Server server =
                server(LARGE, new PaceHandler(bytes -> TimeUnit.SECONDS.toNanos(60), Duration.ofMillis(1)), written);
        try (Socket socket = ask(server)) {
            Thread.sleep(400);
            assertThat(written).isNotDone();
            assertThat(taken(socket.getInputStream())).isGreaterThan(LARGE);
            written.get(20, TimeUnit.SECONDS);
        } finally {
            server.stop();
        }
    }

    /** The last part waits for all before it, so its own bytes say nothing about how long it may take. */
    @Test
    void reckonsWithAllPartsOfAReply() throws Exception {
        CompletableFuture<Void> lastPart = new CompletableFuture<>();
        Server server = new Server();
        server.addConnector(new ServerConnector(server));
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.getHeaders().put("Content-Length", LARGE + 1);
                Runnable last = () -> {
                    lastPart.complete(null);
                    response.write(true, ByteBuffer.allocate(1), callback);
                };
                response.write(false, ByteBuffer.allocateDirect(LARGE), Callback.from(last, callback::failed));
                return true;
            }
        });
        server.insertHandler(
                new PaceHandler(bytes -> bytes < LARGE ? 0 : TimeUnit.SECONDS.toNanos(60), Duration.ofMillis(1)));
        server.start();
        try (Socket socket = ask(server)) {
            InputStream in = socket.getInputStream();
            long taken = 0;
            while (!lastPart.isDone()) {
                taken += in.read(new byte[1 << 14]);
                Thread.sleep(0, 100_000);
            }
            Thread.sleep(400);
            while (taken <= LARGE) {
                int got = in.read(new byte[1 << 14]);
                assertThat(got).isPositive();
                taken += got;
            }
        } finally {
            server.stop();
        }
    }

    /** Head and body until the other side closes, or all of both is there. */
    private static long taken(InputStream in) {
        byte[] some = new byte[1 << 16];
        long all = 0;
        try {
            for (int got = in.read(some); got >= 0; got = in.read(some)) {
                all += got;
                if (all > LARGE) {
                    break;
                }
            }
        } catch (IOException e) {
            return all;
        }
        return all;
    }

    /** Ten gigabytes times a billion do not fit into 64 bits. */
    @Test
    @Tag("slow")
    void doesNotMindWhatOthersTookBefore() throws Exception {
        Server server =
                server(LARGE, new PaceHandler(Pace::longest, Duration.ofSeconds(15)), new CompletableFuture<>());
        try {
            for (int i = 0; i < 320; i++) {
                try (Socket socket = ask(server)) {
                    assertThat(taken(socket.getInputStream())).as("reply %d", i).isGreaterThan(LARGE);
                }
            }
        } finally {
            server.stop();
        }
    }

    @Test
    void allowsAKibibyteASecondAfterAMoment() {
        assertThat(Pace.longest(0)).isEqualTo(TimeUnit.SECONDS.toNanos(2));
        assertThat(TimeUnit.NANOSECONDS.toSeconds(Pace.longest(100 * 1024))).isBetween(101L, 102L);
        assertThat(Pace.isTooSlow(System.nanoTime(), 0)).isFalse();
        assertThat(Pace.isTooSlow(System.nanoTime() - TimeUnit.SECONDS.toNanos(5), 2 * 1024))
                .isTrue();
        assertThat(Pace.isTooSlow(System.nanoTime() - TimeUnit.SECONDS.toNanos(5), 4 * 1024))
                .isFalse();
    }
}
