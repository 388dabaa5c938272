package io.holdfast.cli;

import picocli.CommandLine.Option;

/** By which chance goes, where a command leaves something to it. */
final class SeedOption {
    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Seed of everything random (default: ${DEFAULT-VALUE}).")
    private long seed;

    long value() {
        return seed;
    }
}
