package io.holdfast.serving.http;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Reads and forgets a body that nobody wants, so that the connection stays in step. One that is closed while the client writes is reset, and the client never sees
 * the answer; one that is closed without a word breaks the client's next request (RFC 9112, sections 9.3 and 9.6).
 */
final class UnreadBody implements Runnable {
    /** A body of up to this many bytes is likely on its way already: waiting for it is cheaper than a new connection. */
    private static final long KEPT_OPEN = 64 << 10;

    private static final long MOST_FORGOTTEN = 16 << 20;

    private final Request request;
    private final long most;
    private final Runnable end;
    private final Runnable tooLong;
    private final Consumer<Throwable> failed;
    private final long begin = System.nanoTime();
    private long forgotten;

    private UnreadBody(Request request, long most, Runnable end, Runnable tooLong, Consumer<Throwable> failed) {
        this.request = request;
        this.most = most;
        this.end = end;
        this.tooLong = tooLong;
        this.failed = failed;
    }

    /**
     * Goes on once the whole body is forgotten.
     *
     * @param most bytes to wait for
     * @param tooLong what to do instead where there are more
     * @param failed what to do instead where the body does not come
     */
    static void skip(Request request, long most, Runnable end, Runnable tooLong, Consumer<Throwable> failed) {
        new UnreadBody(request, most, end, tooLong, failed).run();
    }

    /**
     * Answers at once, whether or not the body has come.
     *
     * @param answer the whole body of the response, whose status and headers are set
     */
    static void answer(Request request, Response response, Callback callback, ByteBuffer answer) {
        HttpFields headers = request.getHeaders();
        long declared = request.getLength();
        boolean none = declared == 0 || (declared < 0 && !headers.contains(HttpHeader.TRANSFER_ENCODING));
        if (none) {
            response.write(true, answer, callback);
            return;
        }
        if (declared < 0 || declared > KEPT_OPEN || headers.contains(HttpHeader.EXPECT)) {
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        }
        Runnable rest =
                new UnreadBody(request, MOST_FORGOTTEN, callback::succeeded, callback::succeeded, callback::failed);
        response.write(true, answer, Callback.from(rest, callback::failed));
    }

    @Override
    public void run() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                if (Pace.isTooSlow(begin, forgotten)) {
                    failed.accept(new TimeoutException("the body comes too slowly"));
                } else {
                    request.demand(this);
                }
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                failed.accept(chunk.getFailure());
                return;
            }
            boolean last = chunk.isLast();
            forgotten += chunk.remaining();
            chunk.release();
            if (last || forgotten > most) {
                (forgotten > most ? tooLong : end).run();
                return;
            }
        }
    }
}
