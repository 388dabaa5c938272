package io.holdfast.cli;

import io.holdfast.simulation.hazard.Cause;
import io.holdfast.simulation.history.HistoryFolder;
import io.holdfast.simulation.history.HistoryRequest;
import io.holdfast.simulation.history.HistorySummary;
import io.holdfast.simulation.run.SimulationSettings;
import io.holdfast.simulation.world.World;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "simulate",
        description = {
            "Simulates customers who live, are cared for and leave, and writes what a company would have recorded of them: events, attributes, ids, and a history.yaml that describes them.",
            "Beside them, in the folder truth, stands what no company knows: every customer's hazard, why they left, and what each care action does to them.",
            "docs/simulation.md explains the worlds and every file."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast simulate -o history",
            "  holdfast simulate --world food --customers 5000 --months 12 --seed 7 -o food",
            "  holdfast simulate --customers 80000 --months 18 --monthly-leaving 0.035 \\",
            "    --clean -o renewal"
        })
final class SimulateCommand implements Callable<Integer> {
    private static final String WORLDS =
            Arrays.stream(World.values()).map(World::code).collect(Collectors.joining(", "));

    private final Console console;

    @Option(names = "-o", required = true, paramLabel = "DIR", description = "The folder to write.")
    private Path output;

    @Option(
            names = "--world",
            paramLabel = "WORLD",
            defaultValue = "telecom",
            description =
                    "telecom (lines under contract), retail (purchases) or food (frequent small orders); default: ${DEFAULT-VALUE}.")
    private String world;

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Customers (default: ${DEFAULT-VALUE}); in telecom some have two or three lines.")
    private int customers;

    @Option(
            names = "--months",
            paramLabel = "M",
            defaultValue = "24",
            description = "Months (default: ${DEFAULT-VALUE}).")
    private int months;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Seed of all chance (default: ${DEFAULT-VALUE}). Equal options give equal bytes.")
    private long seed;

    @Option(
            names = "--start",
            paramLabel = "YYYY-MM",
            defaultValue = "2024-01",
            description = "First month (default: ${DEFAULT-VALUE}).")
    private String start;

    @Option(
            names = "--monthly-leaving",
            paramLabel = "SHARE",
            description =
                    "About what share leaves of its own will in a month, 0.001 to 0.2 (default: 0.015 telecom, 0.025 retail, 0.04 food).")
    private @Nullable Double monthlyLeaving;

    @Option(
            names = "--care",
            paramLabel = "SHARE",
            defaultValue = "0.02",
            description =
                    "What share gets one of the care actions in a month, by lot (default: ${DEFAULT-VALUE}; 0: nobody).")
    private double care;

    @Option(
            names = "--clean",
            description =
                    "Without what real files have: duplicate lines, missing and misspelt ids, impossible dates. Late arrivals stay.")
    private boolean clean;

    @Option(names = "--overwrite", description = "Replace a simulated history that stands there.")
    private boolean overwrite;

    SimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        HistoryRequest request = request();
        HistorySummary summary = console.watched(progress -> HistoryFolder.write(request, output, overwrite, progress));
        report(request, summary);
        return ExitCode.OK;
    }

    private HistoryRequest request() {
        World chosen = World.of(world).orElseThrow(() -> new WrongOptionException("--world", world, WORLDS));
        if (customers < 1 || customers > SimulationSettings.MOST_CUSTOMERS) {
            throw new WrongOptionException(
                    "--customers", Integer.toString(customers), "1 to " + SimulationSettings.MOST_CUSTOMERS);
        }
        if (months < 1 || months > HistoryRequest.MOST_MONTHS) {
            throw new WrongOptionException("--months", Integer.toString(months), "1 to " + HistoryRequest.MOST_MONTHS);
        }
        if (!(care >= 0 && care <= 1)) {
            throw new WrongOptionException("--care", Double.toString(care), "a share from 0 to 1");
        }
        double leaving = monthlyLeaving == null ? chosen.monthlyLeaving() : monthlyLeaving;
        if (!(leaving >= SimulationSettings.LEAST_LEAVING && leaving <= SimulationSettings.MOST_LEAVING)) {
            throw new WrongOptionException("--monthly-leaving", Double.toString(leaving), "a share from 0.001 to 0.2");
        }
        SimulationSettings settings = new SimulationSettings(chosen, customers, seed, startMonth(), leaving);
        return new HistoryRequest(settings, months, care, clean);
    }

    private YearMonth startMonth() {
        try {
            YearMonth month = YearMonth.parse(start);
            if (!month.isBefore(SimulationSettings.FIRST_START) && !month.isAfter(SimulationSettings.LAST_START)) {
                return month;
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        throw new WrongOptionException(
                "--start",
                start,
                "a month such as 2024-01, from " + SimulationSettings.FIRST_START + " to "
                        + SimulationSettings.LAST_START);
    }

    private void report(HistoryRequest request, HistorySummary summary) {
        PrintWriter out = console.out();
        World chosen = request.settings().world();
        out.println(String.format(
                Locale.ROOT,
                "%s: %,d customers%s, %,d months from %s: %,d events in %s",
                chosen.code(),
                customers,
                chosen.contractual() ? String.format(Locale.ROOT, ", %,d lines", summary.units()) : "",
                months,
                request.settings().start(),
                summary.events(),
                output));
        long all = summary.leaves().values().stream().mapToLong(Long::longValue).sum();
        long voluntary = Cause.voluntary().stream()
                .mapToLong(cause -> summary.leaves().getOrDefault(cause, 0L))
                .sum();
        out.println(String.format(
                Locale.ROOT,
                "%,d left, %,d of their own will: %.2f %% of those who could, a month. The true causes:",
                all,
                voluntary,
                100.0 * voluntary / StrictMath.max(1, summary.unitMonths())));
        for (Cause cause : Cause.all()) {
            out.println(String.format(
                    Locale.ROOT,
                    "  %-18s %-12s %,8d",
                    cause.code(),
                    cause.type().code(),
                    summary.leaves().getOrDefault(cause, 0L)));
        }
        if (!clean) {
            out.println(String.format(
                    Locale.ROOT,
                    "Made as bad as real files: %,d lines twice, %,d without a customer, %,d with the id in lower case, %,d dated ten years late.",
                    summary.dirt().twice(),
                    summary.dirt().withoutCustomer(),
                    summary.dirt().misspelt(),
                    summary.dirt().future()));
        }
        out.flush();
    }
}
