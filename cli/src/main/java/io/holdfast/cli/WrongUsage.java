package io.holdfast.cli;

import io.holdfast.scoring.fault.Excerpt;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells wrong usage in one sentence; what is right is a long text, and {@code --help} has it. */
final class WrongUsage implements CommandLine.IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException fault, String[] args) {
        CommandLine command = fault.getCommandLine();
        command.getErr()
                .println("holdfast: " + Excerpt.plain(String.valueOf(fault.getMessage())) + suggestion(fault) + " ('"
                        + command.getCommandSpec().qualifiedName() + " --help' tells more)");
        return ExitCode.USAGE;
    }

    private static String suggestion(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
        }
        return "";
    }
}
