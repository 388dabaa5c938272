package io.holdfast.serving.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes lines with their time, in the order in which they came, a moment later and many at once: to hand each of ten thousand lines a second to the system alone
 * takes longer than what most of them tell of. Where the reader is slower than the requests, these wait for it. Thread-safe.
 */
final class AccessLines implements Consumer<String>, AutoCloseable {
    /** How long a line waits for others. */
    private static final long MOMENT_MILLIS = 20;

    /** How often a request that waits for room looks whether the server ends. */
    private static final long PATIENCE_MILLIS = 100;

    private static final int MOST_WAITING = 1 << 13;
    private static final int SECOND_MILLIS = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(AccessLines.class);

    private final OutputStream out;
    private final DateTimeFormatter seconds;
    private final DateTimeFormatter offset;
    private final BlockingQueue<Line> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread writer;
    private volatile boolean closing;
    private long second = Long.MIN_VALUE;
    private String secondText = "";
    private String offsetText = "";

    private record Line(long millis, String text) {}

    /** @param out takes whole lines, UTF-8; is not closed */
    AccessLines(OutputStream out, ZoneId zone) {
        this.out = out;
        this.seconds = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.").withZone(zone);
        this.offset = DateTimeFormatter.ofPattern("XXX").withZone(zone);
        this.writer = new Thread(this::write, "holdfast-access-log");
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public void accept(String text) {
        Line line = new Line(System.currentTimeMillis(), text);
        boolean interrupted = false;
        boolean taken = false;
        while (!taken && !closing) {
            try {
                taken = waiting.offer(line, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        List<Line> lines = new ArrayList<>();
        while (!closing) {
            try {
                lines.add(waiting.take());
                TimeUnit.MILLISECONDS.sleep(MOMENT_MILLIS);
            } catch (InterruptedException e) {
                LOG.debug("The server ends", e);
            }
            waiting.drainTo(lines);
            writeOrDrop(lines);
            lines.clear();
        }
        waiting.drainTo(lines);
        writeOrDrop(lines);
    }

    /** Requests would wait for ever if one lack of memory ended this thread. */
    private void writeOrDrop(List<Line> lines) {
        try {
            write(lines);
        } catch (RuntimeException | Error e) {
            LOG.warn("{} lines of the access log are lost", lines.size(), e);
        }
    }

    private void write(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append(time(line.millis))
                    .append(offsetText)
                    .append(" INFO access - ")
                    .append(line.text)
                    .append('\n');
        }
        try {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            LOG.debug("Nobody reads the access log", e);
        }
    }

    private String time(long millis) {
        long at = Math.floorDiv(millis, SECOND_MILLIS);
        if (at != second) {
            second = at;
            secondText = seconds.format(Instant.ofEpochSecond(at));
            offsetText = offset.format(Instant.ofEpochSecond(at));
        }
        String fraction = Integer.toString(SECOND_MILLIS + Math.floorMod(millis, SECOND_MILLIS));
        return secondText + fraction.substring(1);
    }

    /** Writes what has come so far, unless nobody takes it for a second; what comes later is not written. */
    @Override
    public void close() {
        closing = true;
        writer.interrupt();
        try {
            writer.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
