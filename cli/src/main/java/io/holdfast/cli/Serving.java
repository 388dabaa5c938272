package io.holdfast.cli;

import io.holdfast.serving.http.HoldfastServer;
import java.util.concurrent.CountDownLatch;

/** Keeps a server running. */
final class Serving {
    private Serving() {}

    /** Tells that the server is there, and waits for the end of the process, at which requests in flight are finished. */
    static void untilStopped(HoldfastServer server, Runnable announcement) throws InterruptedException {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "holdfast-stop"));
        } catch (IllegalStateException e) {
            // The process is being ended already; whoever started the server closes it.
            return;
        }
        announcement.run();
        new CountDownLatch(1).await();
    }
}
