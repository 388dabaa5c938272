package io.holdfast.cli;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.serving.batch.TooManyRejectedException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/** Turns what went wrong into one sentence and an exit code. */
final class Failure {
    private Failure() {}

    /** @param command that was run, as people write it */
    static int report(Throwable fault, String command, PrintStream err, boolean debug) {
        if (debug) {
            fault.printStackTrace(err);
        }
        if (fault instanceof InputException) {
            return said(err, sentence(fault), ExitCode.BAD_INPUT);
        }
        if (fault instanceof TooManyRejectedException) {
            return said(err, sentence(fault), ExitCode.REJECTED);
        }
        if (fault instanceof WrongOptionException) {
            return said(err, fault.getMessage() + " ('" + command + " --help' tells more)", ExitCode.USAGE);
        }
        if (fault instanceof UncheckedIOException || fault instanceof IOException) {
            return said(err, "a file cannot be read or written: " + fault.getMessage(), ExitCode.BAD_INPUT);
        }
        if (fault instanceof OutOfMemoryError) {
            return said(
                    err,
                    "there is not enough memory; give more with HOLDFAST_JAVA_OPTS=-Xmx4g or the like",
                    ExitCode.INTERNAL_FAULT);
        }
        return said(
                err,
                "a fault of this software (" + fault.getClass().getSimpleName() + ": " + fault.getMessage()
                        + "); --debug shows where",
                ExitCode.INTERNAL_FAULT);
    }

    private static String sentence(Throwable fault) {
        return String.valueOf(fault.getMessage());
    }

    private static int said(PrintStream err, String sentence, int exitCode) {
        err.println("holdfast: " + Excerpt.plain(sentence));
        return exitCode;
    }
}
