package io.holdfast.benchmarks.expected;

import io.holdfast.simulation.event.Recorder;
import io.holdfast.simulation.run.Simulation;
import io.holdfast.simulation.run.SimulationSettings;
import io.holdfast.simulation.treatment.Treatments;
import io.holdfast.simulation.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes expected-DATE.csv ({@code line,realized,expected}) for the first of some months of a telecom history without care. Arguments: customers, seed, first month, horizon in days, futures, folder,
 * and the months, ascending.
 */
public final class ExpectedRisks {
    private static final int FIRST_MONTH = 6;

    private ExpectedRisks() {}

    public static void main(String[] args) throws IOException {
        if (args.length <= FIRST_MONTH) {
            throw new IllegalArgumentException(
                    "customers, seed, first month, horizon in days, futures, folder and months are expected");
        }
        Simulation simulation = Simulation.begin(
                SimulationSettings.of(World.TELECOM, Integer.parseInt(args[0]), Long.parseLong(args[1]))
                        .withStart(YearMonth.parse(args[2])),
                Recorder.NONE);
        ExpectedRisk risk = new ExpectedRisk(Integer.parseInt(args[3]), Integer.parseInt(args[4]));
        List<YearMonth> months = Arrays.stream(args)
                .skip(FIRST_MONTH)
                .map(YearMonth::parse)
                .sorted()
                .toList();
        for (YearMonth month : months) {
            while (simulation.next().isBefore(month)) {
                simulation.step(simulation.next(), Treatments.none());
            }
            write(Path.of(args[5], "expected-" + month.atDay(1) + ".csv"), risk.of(simulation));
        }
    }

    private static void write(Path file, Map<Integer, ExpectedRisk.Risks> risks) throws IOException {
        StringBuilder text = new StringBuilder("line,realized,expected\n");
        risks.forEach((unit, risk) -> text.append(
                String.format(Locale.ROOT, "L%07d,%.9f,%.9f%n", unit + 1, risk.realized(), risk.expected())));
        Files.writeString(file, text);
    }
}
