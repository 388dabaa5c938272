package io.holdfast.cli;

import io.holdfast.serving.http.HoldfastServer;
import java.util.concurrent.CountDownLatch;

/** Keeps a server running. */
final class Serving {
    private Serving() {}

    /** Waits for the end of the process, at which requests in flight are finished. */
    static void untilStopped(HoldfastServer server) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "holdfast-stop"));
        new CountDownLatch(1).await();
    }
}
