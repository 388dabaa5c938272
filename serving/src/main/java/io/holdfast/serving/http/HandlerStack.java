package io.holdfast.serving.http;

import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** What stands between a connection and the routes. */
final class HandlerStack {
    private static final int LEAST_THREADS = 8;
    private static final int THREAD_IDLE_MILLIS = 60_000;

    private HandlerStack() {}

    static QueuedThreadPool threads(ServerLimits limits) {
        QueuedThreadPool threads = new QueuedThreadPool(limits.threads(), LEAST_THREADS, THREAD_IDLE_MILLIS);
        threads.setName("holdfast-http");
        return threads;
    }

    /** From the inside to the outside: a turn, the whole body, the guard, a least pace, a graceful end, patience with requests in flight meanwhile, a name. */
    static void configure(
            Server server, ServerLimits limits, Guard guard, InFlight inFlight, ProblemWriter problems, AccessLog log) {
        QoSHandler turns = new QoSHandler();
        turns.setMaxRequestCount(limits.activeRequests());
        turns.setMaxSuspendedRequestCount(limits.waitingRequests());
        turns.setMaxSuspend(limits.waitingTime());
        turns.excludePath("/health/*");
        server.insertHandler(turns);
        server.insertHandler(new BodyHandler(limits));
        server.insertHandler(guard);
        server.insertHandler(new PaceHandler(Pace::longest, limits.idleTime()));
        server.insertHandler(new GracefulHandler());
        server.insertHandler(inFlight);
        server.insertHandler(new RequestMark());
        server.setErrorHandler(new ProblemErrorHandler(problems, limits));
        server.setRequestLog(log);
        server.setStopTimeout(limits.stopTime().toMillis());
        server.addBean(new NetworkConnectionLimit(limits.connections(), server));
    }
}
