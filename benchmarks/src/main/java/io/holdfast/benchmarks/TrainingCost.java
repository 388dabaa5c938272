package io.holdfast.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.additive.AdditiveSettings;
import io.holdfast.training.additive.AdditiveTrainer;
import io.holdfast.training.evaluation.EvaluationText;
import io.holdfast.training.publish.TrainingRequest;
import io.holdfast.training.publish.TrainingResult;
import io.holdfast.training.publish.TrainingRun;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/**
 * What training costs, step by step as it reports its progress: processor seconds of the whole process, collection and compilation included,
 * wall seconds, and, where the system says it, the peak memory up to the end of the step. Arguments: dataset description, threads.
 */
public final class TrainingCost {
    private static final double NANOS = 1e9;
    private static final String PEAK = "VmHWM:";
    private static final long KILO = 1024;

    private TrainingCost() {}

    public static void main(String[] args) throws IOException {
        int threads = Integer.parseInt(args[1]);
        Steps steps = new Steps(System.out);
        TrainingRequest request = TrainingRequest.of(Path.of(args[0]), 1, Instant.EPOCH)
                .withTrainer(new AdditiveTrainer(AdditiveSettings.defaults(), threads));
        TrainingResult result = TrainingRun.run(request, steps);
        steps.end();
        result.content().model().facts().forEach((name, value) -> {
            if (name.matches("bags|rounds|pairs|triples|trees")) {
                System.out.println(name + ": " + value);
            }
        });
        System.out.println(EvaluationText.summary(result.evaluation()));
    }

    /** The process's peak memory so far; empty where the system does not say. */
    private static String peak() {
        Path status = Path.of("/proc/self/status");
        try {
            return Files.exists(status)
                    ? Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith(PEAK))
                            .map(line -> "  peak so far " + kilobytes(line) / KILO + " MB")
                            .findFirst()
                            .orElse("")
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long kilobytes(String line) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
    }

    /** Writes a line when a step ends, and one for all at the end; what lies between two steps counts for the one before. */
    private static final class Steps implements Progress {
        private final OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private final PrintStream out;
        private final long startCpu = system.getProcessCpuTime();
        private final long startWall = System.nanoTime();
        private String step = "start";
        private long cpu = startCpu;
        private long wall = startWall;

        Steps(PrintStream out) {
            this.out = out;
        }

        @Override
        public void at(String what, long done, long total) {
            if (!what.equals(step)) {
                line(step, cpu, wall);
                step = what;
                cpu = system.getProcessCpuTime();
                wall = System.nanoTime();
            }
        }

        private void line(String name, long cpuBefore, long wallBefore) {
            out.printf(
                    Locale.ROOT,
                    "%-28s %7.1f s processor %7.1f s wall%s%n",
                    name,
                    (system.getProcessCpuTime() - cpuBefore) / NANOS,
                    (System.nanoTime() - wallBefore) / NANOS,
                    peak());
        }

        void end() {
            line(step, cpu, wall);
            line("all", startCpu, startWall);
        }
    }
}
