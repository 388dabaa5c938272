package io.holdfast.cli;

import io.holdfast.care.effect.Cut;
import io.holdfast.cli.outcomes.EffectText;
import io.holdfast.cli.terminal.Terminal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "effects",
        description = {
            "Says what care brought about: assigned against shadow-assigned, over closed windows of 90, 180 and 365 days.",
            "An effect is claimed only where it stands however often somebody looks. The usual readings are shown, crossed out."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast effects --store care.db",
            "  holdfast effects --server http://127.0.0.1:8080 --by action,reason",
            "  holdfast effects --store care.db --by action,reason --html effects.html",
            "  holdfast effects --store care.db --json effects.json --language zh-CN"
        })
final class EffectsCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--plan", paramLabel = "ID", description = "Only this plan's customers (default: all plans').")
    private @Nullable String plan;

    @Option(
            names = "--by",
            paramLabel = "CUT",
            split = ",",
            description =
                    "Explore by these together, under control of false findings: action, reason, tier, period, plan.")
    private List<String> by = List.of();

    @Mixin
    private ReportOptions report = new ReportOptions();

    EffectsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        for (String cut : by) {
            if (Cut.of(cut).isEmpty()) {
                throw new WrongOptionException("--by", cut, Cut.codes());
            }
        }
        return report.tell(
                console,
                (client, page) -> client.effects(Optional.ofNullable(plan), by, page),
                (answer, chinese) -> new EffectText(answer, chinese, Terminal.showsOutput()).lines());
    }
}
