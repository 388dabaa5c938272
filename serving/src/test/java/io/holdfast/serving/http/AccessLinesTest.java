package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Every line comes out whole, once, and in order, however many come at a time. */
final class AccessLinesTest {
    private static final int THREADS = 4;
    private static final int LINES = 5_000;

    private static List<String> written(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void writesTheTimeBeforeALine() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AccessLines lines = new AccessLines(out, ZoneOffset.UTC)) {
            lines.accept("GET /v1/model 200");
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z INFO access - GET /v1/model 200\n");
    }

    @Test
    void tellsTheZone() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AccessLines lines = new AccessLines(out, ZoneId.of("Asia/Shanghai"))) {
            lines.accept("x");
        }
        assertThat(written(out).get(0)).endsWith("+08:00 INFO access - x");
    }

    @Test
    void losesAndMixesNothingOfManyThreads() throws InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AccessLines lines = new AccessLines(out, ZoneOffset.UTC)) {
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                String name = "t" + t + " ";
                Thread thread = new Thread(() -> {
                    for (int i = 0; i < LINES; i++) {
                        lines.accept(name + i);
                    }
                });
                threads.add(thread);
                thread.start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        List<String> written = written(out);
        assertThat(written).hasSize(THREADS * LINES);
        for (int t = 0; t < THREADS; t++) {
            String name = " t" + t + " ";
            List<String> own =
                    written.stream().filter(line -> line.contains(name)).toList();
            for (int i = 0; i < LINES; i++) {
                assertThat(own.get(i)).endsWith(name + i);
            }
        }
    }

    /** A pipe that nobody empties holds the requests back instead of filling the memory. */
    @Test
    void letsRequestsWaitForASlowReader() throws InterruptedException {
        CountDownLatch read = new CountDownLatch(1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AccessLines lines = new AccessLines(blocked(read, out), ZoneOffset.UTC);
        int more = 3 * (1 << 13);
        Thread asking = new Thread(() -> {
            for (int i = 0; i < more; i++) {
                lines.accept("x");
            }
        });
        asking.start();
        asking.join(300);
        assertThat(asking.isAlive()).isTrue();

        read.countDown();
        asking.join();
        lines.close();
        assertThat(written(out)).hasSize(more);
    }

    /** A lack of memory, say: the lines are lost, the next ones are not, and nobody waits for ever. */
    @Test
    void goesOnAfterAnError() throws InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean[] failed = {false};
        OutputStream failing = new OutputStream() {
            @Override
            public void write(int b) {
                out.write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                if (!failed[0]) {
                    failed[0] = true;
                    throw new OutOfMemoryError("for a test");
                }
                out.write(bytes, from, length);
            }
        };
        try (AccessLines lines = new AccessLines(failing, ZoneOffset.UTC)) {
            lines.accept("lost");
            Thread.sleep(300);
            for (int i = 0; i < LINES; i++) {
                lines.accept("x");
            }
        }
        assertThat(written(out)).hasSize(LINES);
    }

    /** A server ends although nobody reads its log. */
    @Test
    void letsGoOfWhoeverWaitsWhenItEnds() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        AccessLines lines = new AccessLines(blocked(never, new ByteArrayOutputStream()), ZoneOffset.UTC);
        Thread asking = new Thread(() -> {
            for (int i = 0; i < 3 * (1 << 13); i++) {
                lines.accept("x");
            }
        });
        asking.start();
        asking.join(300);
        assertThat(asking.isAlive()).isTrue();
        lines.close();
        asking.join(5_000);
        assertThat(asking.isAlive()).isFalse();
    }

    private static OutputStream blocked(CountDownLatch until, OutputStream out) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("written byte by byte");
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                try {
                    until.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                out.write(bytes, from, length);
            }
        };
    }
}
