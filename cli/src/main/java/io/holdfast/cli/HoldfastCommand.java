package io.holdfast.cli;

import io.holdfast.cli.terminal.StandardOutput;
import io.holdfast.scoring.fault.InputException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code holdfast} command. */
@Command(
        name = "holdfast",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Says who is about to leave, why, and what care may keep them.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a fault of this software",
            "2:wrong usage",
            "3:more rows were refused than may be; nothing was written (of outcomes import and work close --file: only they were not)",
            "4:bad input: a file, a value, a bundle, a port; nothing was written (of plan --server and --store: parts before it are kept)",
            "130:stopped by Ctrl-C; nothing was written (of plan --server and --store: parts before it are kept)"
        })
public final class HoldfastCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Print where a fault of this software happened.")
    private boolean debug;

    private HoldfastCommand() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Console console = new Console(
                new PrintWriter(StandardOutput.open(), true, StandardCharsets.UTF_8),
                System.err,
                Boolean.getBoolean("holdfast.terminal"),
                Path.of(System.getProperty("holdfast.home", "")).toAbsolutePath(),
                Clock.systemUTC());
        System.exit(run(console, args));
    }

    /** Runs one command; returns its exit code. */
    static int run(Console console, String... args) {
        HoldfastCommand top = new HoldfastCommand();
        CommandLine line = line(top, console);
        line.setExecutionExceptionHandler((fault, command, parsed) ->
                Failure.report(fault, command.getCommandSpec().qualifiedName(), console.err(), top.debug));
        int exitCode = line.execute(args);
        if (console.out().checkError()) {
            return Failure.report(
                    new InputException("write_failed", "standard output cannot be written"),
                    line.getCommandSpec().qualifiedName(),
                    console.err(),
                    top.debug);
        }
        return exitCode;
    }

    /** All commands, as they are parsed. */
    static CommandLine line(Console console) {
        return line(new HoldfastCommand(), console);
    }

    private static CommandLine line(HoldfastCommand top, Console console) {
        CommandLine line = new CommandLine(top)
                .addSubcommand(new QuickstartCommand(console))
                .addSubcommand(new InspectCommand(console))
                .addSubcommand(new FeaturesCommand(console))
                .addSubcommand(new TrainCommand(console))
                .addSubcommand(new EvaluateCommand(console))
                .addSubcommand(new CompareCommand(console))
                .addSubcommand(new CrossvalidateCommand(console))
                .addSubcommand(new BacktestCommand(console))
                .addSubcommand(new ScoreCommand(console))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new PlanCommand(console))
                .addSubcommand(new PowerCommand(console))
                .addSubcommand(new ServeCommand(console))
                .addSubcommand(WorkCommand.line(console))
                .addSubcommand(new OutcomesCommand(console))
                .addSubcommand(new EffectsCommand(console))
                .addSubcommand(new DiagnoseCommand(console))
                .addSubcommand(new StoreCommand(console))
                .addSubcommand(new KeysCommand(console))
                .addSubcommand(new SimulateCommand(console))
                .addSubcommand(new ReplayCommand(console));
        line.setOut(console.out());
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        // An id or a file name that begins with @ is what it says, not a file of further arguments.
        line.setExpandAtFiles(false);
        line.setParameterExceptionHandler(new WrongUsage());
        return line;
    }

    /** Without a command there is nothing to do. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "Missing a command: " + String.join(", ", spec.subcommands().keySet()));
    }
}
