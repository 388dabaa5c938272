package io.holdfast.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "work", description = "The work list: what is to be done for whom, and what came of it.")
final class WorkCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private WorkCommand() {}

    /** The command with those below it. */
    static CommandLine line(Console console) {
        return new CommandLine(new WorkCommand())
                .addSubcommand(new WorkListCommand(console))
                .addSubcommand(new WorkClaimCommand(console))
                .addSubcommand(new WorkReleaseCommand(console))
                .addSubcommand(new WorkCloseCommand(console))
                .addSubcommand(new WorkLookupCommand(console));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "Missing a command: " + String.join(", ", spec.subcommands().keySet()));
    }
}
