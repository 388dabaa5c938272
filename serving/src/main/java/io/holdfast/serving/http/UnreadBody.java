package io.holdfast.serving.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers a request whose body nobody wants. The answer goes out at once; what the client still sends is then read and forgotten. A connection that is closed
 * while the client writes is reset, and the client never sees the answer; one that is closed without a word breaks the client's next request (RFC 9112,
 * sections 9.3 and 9.6).
 */
final class UnreadBody implements Runnable {
    /** A body of up to this many bytes is likely on its way already: waiting for it is cheaper than a new connection. */
    private static final long KEPT_OPEN = 64 << 10;

    private static final long MOST_FORGOTTEN = 16 << 20;

    private final Request request;
    private final Callback callback;
    private long forgotten;

    private UnreadBody(Request request, Callback callback) {
        this.request = request;
        this.callback = callback;
    }

    /** @param answer the whole body of the response, whose status and headers are set */
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
        response.write(true, answer, Callback.from(new UnreadBody(request, callback), callback::failed));
    }

    @Override
    public void run() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                callback.failed(chunk.getFailure());
                return;
            }
            boolean last = chunk.isLast();
            forgotten += chunk.remaining();
            chunk.release();
            if (last || forgotten > MOST_FORGOTTEN) {
                callback.succeeded();
                return;
            }
        }
    }
}
