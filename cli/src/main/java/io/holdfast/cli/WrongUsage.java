package io.holdfast.cli;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.Nearest;
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
                .println("holdfast: " + Excerpt.plain(sentence(fault)) + suggestion(fault) + " ('"
                        + command.getCommandSpec().qualifiedName() + " --help' tells more)");
        return ExitCode.USAGE;
    }

    /** The parser's sentence, in words of people instead of programs. */
    private static String sentence(ParameterException fault) {
        return String.valueOf(fault.getMessage())
                .replaceAll("is not an? (int|long)$", "is not a whole number in range")
                .replaceAll("is not an? (float|double)$", "is not a number")
                .replaceAll("is not a boolean$", "is neither true nor false")
                .replaceAll(
                        "^Value for option option (.*) should be in KEY=VALUE format but was (.*)$",
                        "Option $1 is '$2' without an equals sign")
                .replaceAll("^Unmatched arguments? (at|from) index \\d+: ", "Not understood: ")
                .replaceAll("^option (.*) should be specified only once$", "Option $1 is given twice");
    }

    private static String suggestion(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            // The parser also suggests what merely shares some letters: compare for scor.
            List<String> similar = unmatched.getSuggestions();
            List<String> near = Nearest.to(unmatched.getUnmatched().get(0), similar)
                    .map(List::of)
                    .orElse(similar);
            return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
        }
        return "";
    }
}
