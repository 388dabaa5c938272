package io.holdfast.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.serving.http.HoldfastServer;
import io.holdfast.serving.http.ServerSettings;
import io.javalin.Javalin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Requests per second of {@code POST /v1/scores} at 1, 100 and 1000 customers, beside a bare Javalin that reads the same bytes
 * and answers with as many as ours. Server and client share the machine and, by processor time, the process: the client's work counts for both. By the
 * clock, two connections on two processors go well or badly together for seconds, so single rounds scatter. Arguments: bundle, playbook.
 */
public final class HttpThroughput {
    private static final int CONNECTIONS = 2;
    private static final int WARMUPS = 6;
    private static final int ROUNDS = 15;
    private static final int CUSTOMERS_A_ROUND = 40_000;
    private static final int LEAST_REQUESTS = 100;

    private HttpThroughput() {}

    public static void main(String[] args) throws Exception {
        ServerSettings settings = ServerSettings.of(Path.of(args[0]))
                .withPlaybook(Path.of(args[1]))
                .withPort(0);
        try (HoldfastServer server = HoldfastServer.start(settings, Clock.systemUTC(), System.err)) {
            byte[] sample = call(server.port(), KeepAliveClient.get(server.port(), "/v1/sample-request"));
            for (int customers : new int[] {1, 100, 1000}) {
                compare(server.port(), body(sample, customers), customers);
            }
        }
    }

    private static void compare(int port, byte[] body, int customers) throws Exception {
        byte[] ask = KeepAliveClient.post(port, "/v1/scores", body);
        byte[] answer = call(port, ask);
        Javalin echo = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.jetty.host = "127.0.0.1";
            config.http.maxRequestSize = 1L << 23;
            config.routes.post("/echo", ctx -> {
                if (ctx.bodyAsBytes().length != body.length) {
                    throw new IOException("the body was cut short");
                }
                ctx.contentType("application/json").result(answer);
            });
        });
        echo.start(0);
        try {
            byte[] echoAsk = KeepAliveClient.post(echo.port(), "/echo", body);
            int requests = Math.max(LEAST_REQUESTS, CUSTOMERS_A_ROUND / customers);
            System.out.printf(
                    "%n%d customers a request, %,d bytes in, %,d bytes out%n", customers, body.length, answer.length);
            new Pairs("requests", System.out, () -> {}, Stopwatch.CLOCK, Stopwatch.PROCESS)
                    .compare(
                            "POST /v1/scores",
                            () -> load(port, ask, requests),
                            "bare Javalin echo",
                            () -> load(echo.port(), echoAsk, requests),
                            WARMUPS,
                            ROUNDS);
        } finally {
            echo.stop();
        }
    }

    private static byte[] call(int port, byte[] request) throws IOException {
        try (KeepAliveClient client = new KeepAliveClient(port)) {
            return client.exchange(request);
        }
    }

    private static byte[] body(byte[] sample, int customers) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode request = (ObjectNode) mapper.readTree(sample);
        ObjectNode customer = (ObjectNode) request.get("customers").get(0);
        ArrayNode many = mapper.createArrayNode();
        for (int i = 0; i < customers; i++) {
            many.add(customer.deepCopy().put("customerId", "C" + (1_000_000 + i)));
        }
        request.set("customers", many);
        return mapper.writeValueAsBytes(request);
    }

    private static long load(int port, byte[] request, int requests) throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                work.add(() -> send(port, request, requests / CONNECTIONS));
            }
            long sent = 0;
            for (Future<Integer> done : clients.invokeAll(work)) {
                sent += done.get();
            }
            return sent;
        } finally {
            clients.shutdownNow();
        }
    }

    private static int send(int port, byte[] request, int requests) throws IOException {
        try (KeepAliveClient client = new KeepAliveClient(port)) {
            for (int i = 0; i < requests; i++) {
                client.exchange(request);
            }
            return requests;
        }
    }
}
