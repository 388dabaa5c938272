package io.holdfast.serving.http;

import java.time.Duration;

/**
 * What one server gives to all its clients together.
 *
 * @param bodyBytes the most bytes of one request's body, 1 to 64 MiB
 * @param pendingBodyBytes the most bytes of all bodies in memory at one time; further requests are answered with 503
 * @param bodyTime the longest a body may take to arrive
 * @param activeRequests requests worked on at one time, 1 to 1024
 * @param waitingRequests requests that may wait for their turn; further ones are answered with 503
 * @param waitingTime the longest a request waits for its turn before it is answered with 503
 * @param connections open connections, 1 to 100000
 * @param threads of the server, 8 to 1024
 * @param idleTime after which a silent connection is closed
 * @param stopTime the longest {@code stop} waits for requests in flight
 */
public record ServerLimits(
        int bodyBytes,
        long pendingBodyBytes,
        Duration bodyTime,
        int activeRequests,
        int waitingRequests,
        Duration waitingTime,
        int connections,
        int threads,
        Duration idleTime,
        Duration stopTime) {
    private static final int MEBIBYTE = 1 << 20;

    /** Checks the ranges. */
    public ServerLimits {
        require("bodyBytes", bodyBytes, 1, 64 * MEBIBYTE);
        require("pendingBodyBytes", pendingBodyBytes, bodyBytes, Long.MAX_VALUE);
        require("bodyTime", bodyTime);
        require("activeRequests", activeRequests, 1, 1024);
        require("waitingRequests", waitingRequests, 0, 1_000_000);
        require("waitingTime", waitingTime);
        require("connections", connections, 1, 100_000);
        require("threads", threads, 8, 1024);
        require("idleTime", idleTime);
        require("stopTime", stopTime);
    }

    /**
     * For this machine: bodies of 4 MiB, 64 MiB together and within 30 s each; twice as many active requests as processors, since scoring is
     * work and not waiting, but a slow reader of a reply holds one; a queue of half a second; 1000 connections; 15 s of silence and for stopping.
     */
    public static ServerLimits defaults() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new ServerLimits(
                4 * MEBIBYTE,
                64L * MEBIBYTE,
                Duration.ofSeconds(30),
                Math.min(1024, Math.max(4, 2 * processors)),
                256,
                Duration.ofMillis(500),
                1000,
                Math.min(1024, 32 + 2 * processors),
                Duration.ofSeconds(15),
                Duration.ofSeconds(15));
    }

    /** The same with another number of active and waiting requests. */
    public ServerLimits withRequests(int active, int waiting, Duration time) {
        return new ServerLimits(
                bodyBytes, pendingBodyBytes, bodyTime, active, waiting, time, connections, threads, idleTime, stopTime);
    }

    /** The same with other limits on bodies. */
    public ServerLimits withBodies(int bytes, long pendingBytes, Duration time) {
        return new ServerLimits(
                bytes,
                pendingBytes,
                time,
                activeRequests,
                waitingRequests,
                waitingTime,
                connections,
                threads,
                idleTime,
                stopTime);
    }

    /** The same with another number of open connections. */
    public ServerLimits withConnections(int most) {
        return new ServerLimits(
                bodyBytes,
                pendingBodyBytes,
                bodyTime,
                activeRequests,
                waitingRequests,
                waitingTime,
                most,
                threads,
                idleTime,
                stopTime);
    }

    /** The same with other patience towards silent connections, and while stopping. */
    public ServerLimits withPatience(Duration idle, Duration stop) {
        return new ServerLimits(
                bodyBytes,
                pendingBodyBytes,
                bodyTime,
                activeRequests,
                waitingRequests,
                waitingTime,
                connections,
                threads,
                idle,
                stop);
    }

    private static void require(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + least + " to " + most + ")");
        }
    }

    private static void require(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: more than nothing)");
        }
    }
}
