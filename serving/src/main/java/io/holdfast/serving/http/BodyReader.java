package io.holdfast.serving.http;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Collects one body, called again whenever some of it has arrived. */
final class BodyReader implements Runnable {
    private static final int FIRST_BLOCK = 4096;

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final BodyHandler next;
    private final ServerLimits limits;
    private final BodyBudget budget;
    private final long begin = System.nanoTime();
    private byte[] bytes;
    private int length;

    BodyReader(
            Request request,
            Response response,
            Callback callback,
            BodyHandler next,
            ServerLimits limits,
            BodyBudget budget) {
        this.request = request;
        this.response = response;
        this.callback = new Returning(callback);
        this.next = next;
        this.limits = limits;
        this.budget = budget;
        // What is declared is not believed before it arrives: memory is taken as the body grows.
        this.bytes = new byte[(int) Math.min(FIRST_BLOCK, Math.max(0, request.getLength()))];
    }

    /** Gives the memory back when the request is over, however it ends. */
    private final class Returning extends Callback.Nested {
        private Returning(Callback callback) {
            super(callback);
        }

        @Override
        public void completed() {
            budget.giveBack(length);
        }
    }

    @Override
    public void run() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                if (Pace.isTooSlow(begin, length)) {
                    Response.writeError(request, response, callback, HttpStatus.REQUEST_TIMEOUT_408);
                } else {
                    request.demand(this);
                }
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                BodyHandler.fail(request, response, callback, chunk.getFailure());
                return;
            }
            boolean last = chunk.isLast();
            int refused = take(chunk.getByteBuffer());
            chunk.release();
            if (refused != 0) {
                Response.writeError(request, response, callback, refused);
                return;
            }
            if (last) {
                next.proceed(
                        request, response, callback, length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
                return;
            }
        }
    }

    /** Keeps what arrived; otherwise the status with which to refuse it. */
    private int take(ByteBuffer arrived) {
        int more = arrived.remaining();
        if (length + (long) more > limits.bodyBytes()) {
            return HttpStatus.PAYLOAD_TOO_LARGE_413;
        }
        if (System.nanoTime() - begin > limits.bodyTime().toNanos()) {
            return HttpStatus.REQUEST_TIMEOUT_408;
        }
        if (!budget.take(more)) {
            return HttpStatus.SERVICE_UNAVAILABLE_503;
        }
        if (length + more > bytes.length) {
            int grown = (int) Math.min(limits.bodyBytes(), Math.max(2L * bytes.length, FIRST_BLOCK));
            bytes = Arrays.copyOf(bytes, Math.max(length + more, grown));
        }
        arrived.get(bytes, length, more);
        length += more;
        return 0;
    }
}
