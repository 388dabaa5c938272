package io.holdfast.cli;

/** What the command's exit code means; documented in every {@code --help}. */
final class ExitCode {
    static final int OK = 0;
    static final int INTERNAL_FAULT = 1;
    static final int USAGE = 2;
    static final int REJECTED = 3;
    static final int BAD_INPUT = 4;

    private ExitCode() {}
}
