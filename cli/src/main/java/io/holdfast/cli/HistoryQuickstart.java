package io.holdfast.cli;

import io.holdfast.care.playbook.PlaybookChoice;
import io.holdfast.features.snapshot.CustomerHistory;
import io.holdfast.scoring.bundle.BundleReader;
import io.holdfast.scoring.bundle.BundleWriter;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import io.holdfast.serving.batch.BatchScoring;
import io.holdfast.serving.batch.BatchSettings;
import io.holdfast.serving.batch.BatchSummary;
import io.holdfast.serving.batch.OutputSettings;
import io.holdfast.serving.batch.TooManyRejectedException;
import io.holdfast.serving.http.ServerSettings;
import io.holdfast.simulation.history.HistoryFolder;
import io.holdfast.simulation.history.HistoryRequest;
import io.holdfast.simulation.history.HistorySummary;
import io.holdfast.simulation.run.SimulationSettings;
import io.holdfast.simulation.world.World;
import io.holdfast.training.evaluation.EvaluationText;
import io.holdfast.training.publish.TrainingResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The path of customers who come as dated events: simulates some, up to the month of the run, learns from them, and scores who is still there. */
final class HistoryQuickstart {
    static final String BUNDLE = "history.bundle";

    private static final long SEED = 1;
    private static final int CUSTOMERS = 400;
    private static final int MONTHS = 12;
    private static final World WORLD = World.FOOD;
    private static final double CARED_FOR = 0.02;
    private static final String PLAYBOOK = "quickstart-playbook.yaml";

    private final Console console;
    private final Language language;
    private final Instant now;
    private final YearMonth month;
    private final Path history;
    private final Path yaml;
    private final Path bundle;
    private final Path features;
    private final Path scores;

    /** @param folder that is written to, and exists by then */
    HistoryQuickstart(Console console, Path folder, Language language, Instant now) {
        this.console = console;
        this.language = language;
        this.now = now;
        this.month = YearMonth.from(LocalDate.ofInstant(now, ZoneOffset.UTC));
        this.history = folder.resolve("history");
        this.yaml = history.resolve(CustomerHistory.FILE);
        this.bundle = folder.resolve(BUNDLE);
        this.features = folder.resolve("features.csv");
        this.scores = folder.resolve("history-scores.csv");
    }

    /** Walks the path up to the scored customers. */
    void run() throws IOException, TooManyRejectedException {
        simulate();
        train();
        ModelBundle loaded = BundleReader.read(bundle);
        makeFeatures(loaded);
        score(loaded);
    }

    private void simulate() throws IOException {
        byte[] playbook = playbook();
        Path lying = yaml.resolveSibling(PlaybookChoice.FILE);
        // An earlier run's is replaced with the history; one that somebody changed is left, and refuses the new
        // history.
        if (Files.exists(lying) && Arrays.equals(Files.readAllBytes(lying), playbook)) {
            Files.delete(lying);
        }
        SimulationSettings settings =
                new SimulationSettings(WORLD, CUSTOMERS, SEED, month.minusMonths(MONTHS), WORLD.monthlyLeaving());
        HistorySummary made = console.watched(progress ->
                HistoryFolder.write(new HistoryRequest(settings, MONTHS, CARED_FOR, false), history, true, progress));
        Files.write(lying, playbook);
        PrintWriter out = console.out();
        out.println(String.format(
                Locale.ROOT,
                "1. Simulate %d months of people who order food: %,d customers, %,d events, as bad as real files",
                MONTHS,
                CUSTOMERS,
                made.events()));
        out.println("   What the files hold, and what leaving means, is in " + yaml);
        out.println();
    }

    private static byte[] playbook() throws IOException {
        try (InputStream shipped = HistoryQuickstart.class.getResourceAsStream(PLAYBOOK)) {
            if (shipped == null) {
                throw new IllegalStateException(PLAYBOOK + " is missing from the jar");
            }
            return shipped.readAllBytes();
        }
    }

    private void train() {
        PrintWriter out = console.out();
        out.println(
                "2. Train on what was known on the first of each month, and on who ordered no more in the 30 days after");
        TrainingResult trained = new HistoryTraining(console, yaml).run(SEED, now);
        BundleWriter.write(trained.content(), bundle, true);
        trained.facts().forEach(fact -> out.println("   " + fact));
        out.println(EvaluationText.summary(trained.evaluation()));
        trained.logistic().map(EvaluationText::beside).ifPresent(out::println);
        out.println("   The model, and the plan of its features, is in " + bundle);
        out.println();
    }

    private void makeFeatures(ModelBundle loaded) {
        LocalDate asOf = month.atDay(1);
        LearnedFeatures.of(loaded, bundle, yaml).write(console, yaml, asOf.toString(), features);
        console.out()
                .println("3. Make the same features as known on the morning of " + asOf + ", into " + features
                        + ", and score");
    }

    private void score(ModelBundle loaded) throws TooManyRejectedException {
        BatchScoring scoring = new BatchScoring(loaded, PlaybookChoice.of(loaded, Optional.empty()));
        BatchSettings settings = BatchSettings.defaults(now, OutputSettings.defaults(language));
        BatchSummary summary = console.watched(
                progress -> scoring.score(features, loaded.description().format(), scores, settings, progress));
        console.out()
                .println(String.format(
                        Locale.ROOT,
                        "   %,d customers with risk, reasons and care are in %s, and %,d who had already left, with neither",
                        summary.ok() + summary.warned(),
                        scores,
                        summary.left()));
    }

    /** A server of the model, with the customers to be found by their id. */
    ServerSettings serving(ServerSettings settings) {
        return settings.withSnapshot(Snapshots.file(bundle, features));
    }

    /** The customer at the highest risk. */
    String riskiest() {
        try (TableReader table = TableReader.open(scores, TableFormat.csv())) {
            int id = table.column("customer_id").orElseThrow();
            int logOdds = table.column("log_odds").orElseThrow();
            String riskiest = "";
            double highest = Double.NEGATIVE_INFINITY;
            while (table.advance()) {
                String cell = table.row().cell(logOdds);
                double found = cell.isEmpty() ? Double.NEGATIVE_INFINITY : Double.parseDouble(cell);
                if (found > highest) {
                    highest = found;
                    riskiest = table.row().cell(id);
                }
            }
            return riskiest;
        }
    }
}
