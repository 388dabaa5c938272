package io.holdfast.cli;

import io.holdfast.care.playbook.Playbook;
import io.holdfast.cli.replay.Replay;
import io.holdfast.cli.replay.ReplayPolicy;
import io.holdfast.cli.replay.ReplayRun;
import io.holdfast.cli.replay.ReplaySettings;
import io.holdfast.cli.replay.ReplayTable;
import io.holdfast.cli.replay.record.RecordedReplay;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fault.ShellWord;
import io.holdfast.scoring.file.OutputFile;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoreLocation;
import io.holdfast.simulation.run.SimulationSettings;
import io.holdfast.simulation.treatment.TrueEffects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "replay",
        description = {
            "Runs policies of care against simulated telecom customers, month by month, with the same budget and contacts: plans that learn from their own hold-out, plans by the playbook alone, the riskiest first, risk times margin first, everybody in turn, nobody, and an oracle that knows the true effects, with and without the hold-out of the first.",
            "Says what net margin each comes to, month by month, with intervals over seeds, and how plans that learn compare with the oracle and with the best of the simple policies. The true effects are hidden from all but the oracle.",
            "With --store, the plans that learn are kept in a new store as so many months of real work would have left it, to see effects and diagnosis filled."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast replay -o replay.csv",
            "  holdfast replay --customers 20000 --seeds 5 --overwrite -o replay.csv",
            "  holdfast replay --policies loop,nobody --effects none -o none.csv",
            "  holdfast replay --store filled.db"
        })
final class ReplayCommand implements Callable<Integer> {
    private static final int MOST_MONTHS = 120;
    private static final int MOST_SEEDS = 1000;
    private static final Map<String, TrueEffects> EFFECTS =
            Map.of("usual", TrueEffects.USUAL, "equal", TrueEffects.equal(0.6), "none", TrueEffects.NONE);
    private static final String PLAYBOOK = "replay-playbook.yaml";

    private final Console console;

    @Option(
            names = "-o",
            paramLabel = "FILE",
            description = "A line for each policy, seed and month, as CSV; may be left out with --store.")
    private @Nullable Path output;

    @Option(
            names = "--store",
            paramLabel = "FILE",
            description =
                    "A store that is not there yet, to keep the plans of the policy loop in, with work, contacts and outcomes, dated from January 2024 on; with one seed.")
    private @Nullable Path store;

    @Option(
            names = "--policies",
            paramLabel = "NAME",
            split = ",",
            description =
                    "loop, playbook, riskiest, risk-margin, everybody, nobody, oracle, oracle-holding-out (default: all).")
    private List<String> policies = List.of();

    @Option(
            names = "--customers",
            paramLabel = "N",
            description =
                    "Customers, 100 to 1,000,000 (default: 10000, 1500 with --store); some have two or three lines.")
    private @Nullable Integer customers;

    @Option(
            names = "--months",
            paramLabel = "M",
            defaultValue = "12",
            description = "Months of care, 1 to 120 (default: ${DEFAULT-VALUE}).")
    private int months;

    @Option(
            names = "--after",
            paramLabel = "M",
            defaultValue = "12",
            description =
                    "Months lived on without care, 0 to 120, so that leaving that was only put off counts (default: ${DEFAULT-VALUE}).")
    private int after;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Sets of customers, 1 to 1000 (default: 3, 1 with --store); intervals are over them.")
    private @Nullable Integer seeds;

    @Mixin
    private SeedOption seed = new SeedOption();

    @Option(
            names = "--effects",
            paramLabel = "TRUTH",
            defaultValue = "usual",
            description =
                    "What care truly does: usual (docs/simulation.md), equal (every action the same to every cause) or none (default: ${DEFAULT-VALUE}).")
    private String effects;

    @Option(
            names = "--monthly-leaving",
            paramLabel = "SHARE",
            defaultValue = "0.03",
            description =
                    "About what share leaves of its own will in a month, 0.001 to 0.2 (default: ${DEFAULT-VALUE}).")
    private double monthlyLeaving;

    @Option(
            names = "--budget",
            paramLabel = "MONEY",
            description = "Expected spending a month (default: 0.5 for each customer).")
    private @Nullable Double budget;

    @Option(
            names = "--calls",
            paramLabel = "N",
            description = "Contacts a month of every team of the playbook (default: 9 for each hundred customers).")
    private @Nullable Integer calls;

    @Option(
            names = "--playbook",
            paramLabel = "FILE",
            description = "What may be done, and what is expected of it; its actions are those of the simulator.")
    private @Nullable Path playbook;

    @Option(names = "--overwrite", description = "Replace the file if it exists.")
    private boolean overwrite;

    @Mixin
    private LanguageOption language = new LanguageOption();

    ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (output == null && store == null) {
            throw new WrongOptionException("expected -o FILE for the figures, or --store FILE for a filled store");
        }
        List<ReplayPolicy> chosen = policies();
        ReplaySettings settings = settings();
        Replay replay = new Replay(settings);
        if (output != null) {
            Outputs.requireApart(output, playbook, store);
            Outputs.requireNew(output, overwrite);
        }
        List<ReplayRun> runs =
                store == null ? console.watched(progress -> runs(replay, chosen)) : List.of(record(settings, store));
        ReplayTable table = new ReplayTable(runs, language.or(Language.ENGLISH));
        if (output != null) {
            table.write(output);
        }
        table.lines().forEach(console.out()::println);
        if (store != null) {
            console.out().println(Excerpt.plain(next(settings, store)));
        }
        return ExitCode.OK;
    }

    private List<ReplayRun> runs(Replay replay, List<ReplayPolicy> chosen) {
        List<ReplayRun> all = new ArrayList<>();
        for (int i = 0; i < seeds(); i++) {
            for (ReplayPolicy policy : chosen) {
                all.add(replay.run(policy, seed.value() + i));
            }
        }
        return all;
    }

    /** Into a store beside it, so that the file appears whole or not at all. */
    private ReplayRun record(ReplaySettings settings, Path target) throws IOException {
        if (RecordedReplay.end(settings).isAfter(console.clock().instant())) {
            throw new WrongOptionException("--store keeps months from " + RecordedReplay.START + " on, and "
                    + settings.months() + " months and " + settings.after()
                    + " after them are not over yet (expected: fewer --months or --after)");
        }
        if (Files.exists(target)) {
            throw new InputException(
                    "exists", target + " exists already; expected the name of a store that is not there yet");
        }
        OutputFile.requirePlace(target);
        try (Scratch scratch = Scratch.create();
                Store recorded =
                        Store.open(new StoreLocation.SqliteFile(scratch.path().resolve("replay.db")))) {
            ReplayRun run = console.watched(progress -> new RecordedReplay(settings, recorded).run(seed.value()));
            recorded.backUp(target);
            return run;
        }
    }

    private String next(ReplaySettings settings, Path target) {
        String month = RecordedReplay.lastPlanned(settings).toString();
        String named = ShellWord.of(target);
        String commands = "holdfast effects --store " + named + " --html effects.html; holdfast diagnose --store "
                + named + " --month " + month + " --html diagnosis.html";
        int all = settings.months() + settings.after();
        return language.or(Language.ENGLISH) == Language.CHINESE
                ? target + " 已写入 " + settings.months() + " 个月的计划与工作及 " + all + " 个月的结果。接下来：" + commands
                : target + " holds the plans and the work of " + settings.months() + " months and what became of the"
                        + " customers in " + all + ". Next: " + commands;
    }

    private List<ReplayPolicy> policies() {
        if (policies.isEmpty()) {
            return store == null ? List.of(ReplayPolicy.values()) : List.of(ReplayPolicy.LOOP);
        }
        List<ReplayPolicy> chosen = policies.stream()
                .map(code -> ReplayPolicy.of(code)
                        .orElseThrow(() -> new WrongOptionException("--policies", code, ReplayPolicy.codes())))
                .distinct()
                .toList();
        if (store != null && !chosen.equals(List.of(ReplayPolicy.LOOP))) {
            throw new WrongOptionException("--policies", String.join(",", policies), "loop alone with --store");
        }
        return chosen;
    }

    private int seeds() {
        return seeds == null ? (store == null ? 3 : 1) : seeds;
    }

    private int customers() {
        return customers == null ? (store == null ? 10_000 : 1_500) : customers;
    }

    private ReplaySettings settings() throws IOException {
        require("--customers", customers(), 100, 1_000_000);
        require("--months", months, 1, MOST_MONTHS);
        require("--after", after, 0, MOST_MONTHS);
        require("--seeds", seeds(), 1, MOST_SEEDS);
        if (store != null && seeds() != 1) {
            throw new WrongOptionException(
                    "--seeds", Integer.toString(seeds()), "1 with --store, which holds one set of customers");
        }
        if (!(monthlyLeaving >= SimulationSettings.LEAST_LEAVING
                && monthlyLeaving <= SimulationSettings.MOST_LEAVING)) {
            throw new WrongOptionException("--monthly-leaving", monthlyLeaving, "a share from 0.001 to 0.2");
        }
        @Nullable TrueEffects truth = EFFECTS.get(effects);
        if (truth == null) {
            throw new WrongOptionException("--effects", effects, "usual, equal, none");
        }
        double money = budget == null ? 0.5 * customers() : budget;
        if (!(money >= 0)) {
            throw new WrongOptionException("--budget", money, "0 or more");
        }
        int contacts = calls == null ? (int) Math.ceil(0.09 * customers()) : calls;
        if (contacts < 0) {
            throw new WrongOptionException("--calls", Integer.toString(contacts), "0 or more");
        }
        return ReplaySettings.of(customers(), monthlyLeaving, truth, months, after, playbook(), money, contacts);
    }

    private static void require(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new WrongOptionException(option, Integer.toString(value), least + " to " + most);
        }
    }

    private Playbook playbook() throws IOException {
        if (playbook != null) {
            return Playbook.read(playbook);
        }
        try (InputStream own = Objects.requireNonNull(ReplayCommand.class.getResourceAsStream(PLAYBOOK), PLAYBOOK)) {
            return Playbook.read(PLAYBOOK, own.readAllBytes());
        }
    }
}
