package io.holdfast.benchmarks;

import io.holdfast.scoring.progress.StepTimes;
import io.holdfast.training.additive.AdditiveSettings;
import io.holdfast.training.additive.AdditiveTrainer;
import io.holdfast.training.evaluation.EvaluationText;
import io.holdfast.training.publish.TrainingRequest;
import io.holdfast.training.publish.TrainingResult;
import io.holdfast.training.publish.TrainingRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/**
 * What training costs, step by step as it reports its progress: processor seconds of the whole process, collection and compilation included,
 * wall seconds, and, where the system says it, the peak memory up to the end of the step. Arguments: dataset description, threads.
 */
public final class TrainingCost {
    private static final String PEAK = "VmHWM:";
    private static final long KILO = 1024;

    private TrainingCost() {}

    public static void main(String[] args) throws IOException {
        int threads = Integer.parseInt(args[1]);
        StepTimes steps = new StepTimes(TrainingCost::print);
        TrainingRequest request = TrainingRequest.of(Path.of(args[0]), 1, Instant.EPOCH)
                .withTrainer(new AdditiveTrainer(AdditiveSettings.defaults(), threads));
        TrainingResult result = TrainingRun.run(request, steps);
        StepTimes.Times times = steps.end();
        print(new StepTimes.Step("all", times.processorSeconds(), times.seconds()));
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

    private static void print(StepTimes.Step step) {
        System.out.printf(
                Locale.ROOT,
                "%-28s %7.1f s processor %7.1f s wall%s%n",
                step.step(),
                step.processorSeconds(),
                step.seconds(),
                peak());
    }
}
