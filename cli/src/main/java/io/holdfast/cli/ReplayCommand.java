package io.holdfast.cli;

import io.holdfast.care.playbook.Playbook;
import io.holdfast.cli.replay.Replay;
import io.holdfast.cli.replay.ReplayPolicy;
import io.holdfast.cli.replay.ReplayRun;
import io.holdfast.cli.replay.ReplaySettings;
import io.holdfast.cli.replay.ReplayTable;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.simulation.run.SimulationSettings;
import io.holdfast.simulation.treatment.TrueEffects;
import java.io.IOException;
import java.io.InputStream;
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
            "Says what net margin each comes to, month by month, with intervals over seeds, and how plans that learn compare with the oracle and with the best of the simple policies. The true effects are hidden from all but the oracle."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast replay -o replay.csv",
            "  holdfast replay --customers 20000 --seeds 5 --overwrite -o replay.csv",
            "  holdfast replay --policies loop,nobody --effects none -o none.csv"
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
            required = true,
            paramLabel = "FILE",
            description = "A line for each policy, seed and month, as CSV.")
    private Path output;

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
            defaultValue = "10000",
            description = "Customers, 100 to 1,000,000 (default: ${DEFAULT-VALUE}); some have two or three lines.")
    private int customers;

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
            defaultValue = "3",
            description = "Sets of customers, 1 to 1000 (default: ${DEFAULT-VALUE}); intervals are over them.")
    private int seeds;

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
        List<ReplayPolicy> chosen = policies();
        Replay replay = new Replay(settings());
        Outputs.requireApart(output, playbook);
        Outputs.requireNew(output, overwrite);
        List<ReplayRun> runs = console.watched(progress -> {
            List<ReplayRun> all = new ArrayList<>();
            for (int i = 0; i < seeds; i++) {
                for (ReplayPolicy policy : chosen) {
                    all.add(replay.run(policy, seed.value() + i));
                }
            }
            return all;
        });
        ReplayTable table = new ReplayTable(runs, language.or(Language.ENGLISH));
        table.write(output);
        table.lines().forEach(console.out()::println);
        return ExitCode.OK;
    }

    private List<ReplayPolicy> policies() {
        if (policies.isEmpty()) {
            return List.of(ReplayPolicy.values());
        }
        return policies.stream()
                .map(code -> ReplayPolicy.of(code)
                        .orElseThrow(() -> new WrongOptionException("--policies", code, ReplayPolicy.codes())))
                .distinct()
                .toList();
    }

    private ReplaySettings settings() throws IOException {
        require("--customers", customers, 100, 1_000_000);
        require("--months", months, 1, MOST_MONTHS);
        require("--after", after, 0, MOST_MONTHS);
        require("--seeds", seeds, 1, MOST_SEEDS);
        if (!(monthlyLeaving >= SimulationSettings.LEAST_LEAVING
                && monthlyLeaving <= SimulationSettings.MOST_LEAVING)) {
            throw new WrongOptionException(
                    "--monthly-leaving", Double.toString(monthlyLeaving), "a share from 0.001 to 0.2");
        }
        @Nullable TrueEffects truth = EFFECTS.get(effects);
        if (truth == null) {
            throw new WrongOptionException("--effects", effects, "usual, equal, none");
        }
        double money = budget == null ? 0.5 * customers : budget;
        if (!(money >= 0)) {
            throw new WrongOptionException("--budget", Double.toString(money), "0 or more");
        }
        int contacts = calls == null ? (int) Math.ceil(0.09 * customers) : calls;
        if (contacts < 0) {
            throw new WrongOptionException("--calls", Integer.toString(contacts), "0 or more");
        }
        return ReplaySettings.of(customers, monthlyLeaving, truth, months, after, playbook(), money, contacts);
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
