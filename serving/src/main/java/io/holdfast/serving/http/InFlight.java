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
 * Knows on which connections a request is being answered. While a server stops, connections that nobody uses are to close soon, and those in use keep the silence that they
 * have otherwise. Jetty shortens that of all, and breaks off whoever has been silent for longer at once.
 */
final class InFlight extends Handler.Wrapper {
    private static final long UNUSED_MILLIS = 1000;

    private final long patientMillis;
    private final long unusedMillis;
    private final Set<EndPoint> busy = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /** @param patience how long a connection may be silent */
    InFlight(Duration patience) {
        this.patientMillis = patience.toMillis();
        this.unusedMillis = Math.min(UNUSED_MILLIS, patientMillis);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        EndPoint connection =
                network(request.getConnectionMetaData().getConnection().getEndPoint());
        Request.addCompletionListener(request, failure -> end(connection));
        busy.add(connection);
        if (stopping) {
            connection.setIdleTimeout(patientMillis);
        }
        return super.handle(request, response, callback);
    }

    private void end(EndPoint connection) {
        busy.remove(connection);
        if (stopping) {
            connection.setIdleTimeout(unusedMillis);
        }
    }

    /** Gives connections that nobody uses, and from now on those whose request has been answered, a second of silence at most. */
    void hurryOthers(Iterable<EndPoint> connections) {
        stopping = true;
        for (EndPoint connection : connections) {
            if (!busy.contains(network(connection))) {
                connection.setIdleTimeout(unusedMillis);
                if (busy.contains(network(connection))) {
                    connection.setIdleTimeout(patientMillis);
                }
            }
        }
    }

    /** Below TLS. */
    private static EndPoint network(EndPoint connection) {
        return connection instanceof EndPoint.Wrapper wrapper ? wrapper.unwrap() : connection;
    }
}
