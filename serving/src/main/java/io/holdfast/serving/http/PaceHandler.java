package io.holdfast.serving.http;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;
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

    /** @param longest nanoseconds that so many bytes may take */
    PaceHandler(LongUnaryOperator longest) {
        this.longest = longest;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new Paced(request, response), callback);
    }

    private final class Paced extends Response.Wrapper {
        private Paced(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer bytes, Callback callback) {
            long length = bytes == null ? 0 : bytes.remaining();
            Write write = new Write(callback);
            super.write(last, bytes, write);
            // Most replies are in the system's buffer by now, so that there is nobody to wait for.
            write.limit(getRequest(), length);
        }
    }

    /** One write, and the clock that runs against it where it takes time. */
    private final class Write extends Callback.Nested {
        private boolean done;
        private Scheduler.Task clock = () -> false;

        private Write(Callback callback) {
            super(callback);
        }

        private synchronized void limit(Request request, long length) {
            if (!done) {
                EndPoint end = request.getConnectionMetaData().getConnection().getEndPoint();
                // The write then fails by itself, and what waits for it goes on.
                clock = request.getComponents()
                        .getScheduler()
                        .schedule(end::close, longest.applyAsLong(length), TimeUnit.NANOSECONDS);
            }
        }

        @Override
        public void completed() {
            synchronized (this) {
                done = true;
                clock.cancel();
            }
        }
    }
}
