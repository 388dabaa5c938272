package io.holdfast.serving.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes the connection of a client that takes a reply too slowly, since a turn and a thread wait for it. Jetty's own handler for this counts the bytes of all
 * requests together: after nine gigabytes its arithmetic overflows, and it breaks off replies to clients that are not slow at all.
 */
final class PaceHandler extends Handler.Wrapper {
    private final LongUnaryOperator longest;
    private final long leastNanos;

    /**
     * @param longest nanoseconds that so many bytes may take
     * @param least that any write may take, since it also waits for what was written before and is not yet taken; who takes nothing for so long is silent
     */
    PaceHandler(LongUnaryOperator longest, Duration least) {
        this.longest = longest;
        this.leastNanos = least.toNanos();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new Paced(request, response), callback);
    }

    /** A reply, whose time runs from its first write on. */
    private final class Paced extends Response.Wrapper {
        private long begin;
        private long total;

        private Paced(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer bytes, Callback callback) {
            if (total == 0) {
                begin = System.nanoTime();
            }
            total += bytes == null ? 0 : bytes.remaining();
            Write write = new Write(callback);
            super.write(last, bytes, write);
            // Most replies are in the system's buffer by now, so that there is nobody to wait for.
            write.limit(this::timer);
        }

        private Scheduler.Task timer() {
            long left = begin + longest.applyAsLong(total) - System.nanoTime();
            EndPoint endPoint =
                    getRequest().getConnectionMetaData().getConnection().getEndPoint();
            // The write then fails by itself, and what waits for it goes on.
            return getRequest()
                    .getComponents()
                    .getScheduler()
                    .schedule(endPoint::close, Math.max(leastNanos, left), TimeUnit.NANOSECONDS);
        }
    }

    /** One write, and the timer that runs against it where it takes time. */
    private static final class Write extends Callback.Nested {
        private boolean done;
        private Scheduler.Task timer = () -> false;

        private Write(Callback callback) {
            super(callback);
        }

        private synchronized void limit(Supplier<Scheduler.Task> starting) {
            if (!done) {
                timer = starting.get();
            }
        }

        @Override
        public void completed() {
            synchronized (this) {
                done = true;
                timer.cancel();
            }
        }
    }
}
