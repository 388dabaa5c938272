package io.holdfast.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "release",
        description = "Puts a claimed work item back.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast work release 0196a1f2-7c3e-7b1a-9d52-5e1f0c8a4b77 --agent ann \\",
            "    --server http://127.0.0.1:8080"
        })
final class WorkReleaseCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "ITEM", description = WorkItemOptions.ITEM)
    private String item;

    @Option(names = "--agent", required = true, paramLabel = "NAME", description = "Who does it.")
    private String agent;

    @Mixin
    private WorkItemOptions where = new WorkItemOptions();

    WorkReleaseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return where.change(
                console,
                "/v1/work-items:release",
                JsonNodeFactory.instance.objectNode().put("itemId", item).put("agent", agent));
    }
}
