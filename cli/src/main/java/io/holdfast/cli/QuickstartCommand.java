package io.holdfast.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.care.playbook.PlaybookChoice;
import io.holdfast.cli.planning.PlanSources;
import io.holdfast.scoring.bundle.BundleReader;
import io.holdfast.scoring.bundle.BundleWriter;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.ShellWord;
import io.holdfast.serving.batch.BatchScoring;
import io.holdfast.serving.batch.BatchSettings;
import io.holdfast.serving.batch.BatchSummary;
import io.holdfast.serving.batch.OutputSettings;
import io.holdfast.serving.batch.TooManyRejectedException;
import io.holdfast.serving.http.HoldfastServer;
import io.holdfast.serving.http.KeyPolicy;
import io.holdfast.serving.http.ServerSettings;
import io.holdfast.training.evaluation.EvaluationText;
import io.holdfast.training.publish.TrainingRequest;
import io.holdfast.training.publish.TrainingResult;
import io.holdfast.training.publish.TrainingRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "quickstart",
        description = {
            "Walks the whole path on the telco dataset: trains, shows held-out figures, publishes the bundle, scores the held-out customers, and serves.",
            "With --history the customers come as dated events, simulated ones: then it makes features of them, too, and serves from these by customer id.",
            "What it writes is in the folder 'quickstart' of the checkout; running it again replaces that."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast quickstart",
            "  holdfast quickstart --history",
            "  holdfast quickstart --no-serve",
            "  holdfast quickstart --port 9090 --language zh-CN"
        })
final class QuickstartCommand implements Callable<Integer> {
    private static final long SEED = 1;
    private static final int HTTP_OK = 200;

    /** In the money of the playbook; some of 1,400 customers get something for it. */
    private static final int BUDGET = 1000;

    private final Console console;

    @Option(
            names = "--history",
            description = "Begin with dated events, a simulated history, rather than with a table.")
    private boolean history;

    @Option(names = "--no-serve", description = "End after scoring.")
    private boolean noServe;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "" + ServerSettings.DEFAULT_PORT,
            description = "Port to serve on (default: ${DEFAULT-VALUE}).")
    private int port;

    @Mixin
    private LanguageOption language = new LanguageOption();

    QuickstartCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, TooManyRejectedException {
        Language spoken = language.or(Language.ENGLISH);
        PrintWriter out = console.out();
        Path dataset = console.home().resolve("datasets/telco/dataset.yaml");
        Path folder = console.home().resolve("quickstart");
        Path bundle = folder.resolve(history ? HistoryQuickstart.BUNDLE : "telco.bundle");
        Path scores = folder.resolve("telco-scores.csv");
        Instant now = Instants.ofRun(console.clock());
        ServerSettings server = server(bundle);
        if (!noServe) {
            HoldfastServer.requireStartable(server);
        }
        Files.createDirectories(folder);
        if (history) {
            return walkHistory(new HistoryQuickstart(console, folder, spoken, now), server, spoken);
        }

        out.println("1. Train on datasets/telco; 60 % of the customers train, 20 % calibrate, 20 % judge");
        TrainingResult trained =
                console.watched(progress -> TrainingRun.run(TrainingRequest.of(dataset, SEED, now), progress));
        BundleWriter.write(trained.content(), bundle, true);
        trained.notes().forEach(out::println);
        out.println(EvaluationText.summary(trained.evaluation()));
        trained.logistic().map(EvaluationText::beside).ifPresent(out::println);
        out.println("   The model is in " + bundle);
        out.println();

        out.println("2. Score the held-out customers");
        ModelBundle loaded = BundleReader.read(bundle);
        Optional<Playbook> playbook = PlaybookChoice.of(loaded, Optional.empty());
        OutputSettings columns = OutputSettings.defaults(
                        language.or(loaded.description().language()))
                .withReasons(PlanSources.REASONS)
                .withKeep(playbook.flatMap(Playbook::planning)
                        .map(planning -> PlanSources.columnsToKeep(loaded, planning))
                        .orElse(List.of()));
        BatchSettings settings = BatchSettings.defaults(now, columns)
                .withFilter(row -> trained.heldOut().contains(row.number()));
        BatchScoring scoring = new BatchScoring(loaded, playbook);
        Path table = loaded.description().table(dataset);
        BatchSummary summary = console.watched(
                progress -> scoring.score(table, loaded.description().format(), scores, settings, progress));
        out.println(String.format(
                Locale.ROOT, "   %,d customers with risk, reasons and care are in %s", summary.rows(), scores));
        out.println("   Plan their care: ./holdfast plan " + told(bundle) + " " + told(scores) + " --budget " + BUDGET
                + " -o " + told(folder.resolve("plan.csv")));
        if (noServe) {
            return ExitCode.OK;
        }
        out.println();
        try (HoldfastServer running = HoldfastServer.start(server, Clock.systemUTC(), console.err())) {
            String request = curl(running, sample(running, spoken));
            Serving.untilStopped(running, () -> announce("3. Serve", running, request));
        }
        return ExitCode.OK;
    }

    private int walkHistory(HistoryQuickstart walk, ServerSettings server, Language spoken)
            throws IOException, InterruptedException, TooManyRejectedException {
        walk.run();
        if (noServe) {
            return ExitCode.OK;
        }
        console.out().println();
        try (HoldfastServer running = HoldfastServer.start(walk.serving(server), Clock.systemUTC(), console.err())) {
            ObjectNode body = new ObjectMapper().createObjectNode();
            body.putArray("customers").addObject().put("customerId", walk.riskiest());
            body.putObject("options").put("language", spoken.tag());
            String request = curl(running, body.toString());
            Serving.untilStopped(running, () -> announce("4. Serve these customers by their id", running, request));
        }
        return ExitCode.OK;
    }

    /** A path as it can be pasted where this command was called. */
    private static String told(Path path) {
        return ShellWord.of(path);
    }

    private ServerSettings server(Path bundle) {
        if (port < 0 || port > 65_535) {
            throw new WrongOptionException("--port", Integer.toString(port), "0 to 65535");
        }
        // Keys of the user's own servers are none of a demonstration's business: this one asks for none.
        return ServerSettings.of(bundle).withPort(port).withKeys(new KeyPolicy.None());
    }

    private void announce(String step, HoldfastServer server, String request) {
        PrintWriter out = console.out();
        out.println(step + " on " + server.address() + ". Ask from another terminal:");
        out.println();
        out.println(request);
        out.println();
        out.println("Ctrl-C stops.");
    }

    /** The server's own sample request, in the language of this run. */
    private static String sample(HoldfastServer server, Language spoken) throws IOException, InterruptedException {
        HttpResponse<byte[]> sample = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.address().resolve("/v1/sample-request"))
                                .header("Accept-Language", spoken.tag())
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        if (sample.statusCode() != HTTP_OK) {
            throw new IllegalStateException(
                    "the server answered its own sample request's route with " + sample.statusCode());
        }
        ObjectMapper mapper = new ObjectMapper();
        return mapper.writeValueAsString(mapper.readTree(new String(sample.body(), StandardCharsets.UTF_8)));
    }

    /** A request as a command line. */
    private static String curl(HoldfastServer server, String body) {
        return "curl -s " + server.address() + "/v1/scores -H 'Content-Type: application/json' -d "
                + ShellWord.of(body);
    }
}
