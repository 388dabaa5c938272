package io.holdfast.serving.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Knows on which connections a request is being answered. A connector that shuts down gives all its connections a second of silence, which is
 * right for those that nobody uses, and breaks off a reply to a client that pauses for as long.
 */
final class InFlight extends Handler.Wrapper {
    private final long patientMillis;
    private final Set<EndPoint> busy = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private volatile long unusedMillis;

    /** @param patience how long a connection with a request in flight may be silent, also while the server stops */
    InFlight(Duration patience) {
        this.patientMillis = patience.toMillis();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
        busy.add(connection);
        if (stopping) {
            connection.setIdleTimeout(patientMillis);
        }
        Request.addCompletionListener(request, failure -> end(connection));
        return super.handle(request, response, callback);
    }

    private void end(EndPoint connection) {
        busy.remove(connection);
        if (stopping) {
            connection.setIdleTimeout(unusedMillis);
        }
    }

    /**
     * Undoes for connections in use what a connector does to all of them as it shuts down.
     *
     * @param silenceMillis what unused connections are given
     */
    void keepThrough(long silenceMillis) {
        unusedMillis = silenceMillis;
        stopping = true;
        for (EndPoint connection : busy) {
            connection.setIdleTimeout(patientMillis);
            if (!busy.contains(connection)) {
                connection.setIdleTimeout(silenceMillis);
            }
        }
    }
}
