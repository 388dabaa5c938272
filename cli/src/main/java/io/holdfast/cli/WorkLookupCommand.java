package io.holdfast.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.cli.terminal.Terminal;
import io.holdfast.cli.work.LookupText;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "lookup",
        description = {
            "Says of customers what care is due, why, until when, what may be asked, on which side of the measurement they stand, who has the work and"
                    + " what happened last: what POST /v1/care:lookup answers at every touch point.",
            "With --store, questions are those that come with the product; a server asks those of its model.",
            "Before ids that begin with a hyphen write --."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast work lookup 4711 --server http://127.0.0.1:8080",
            "  holdfast work lookup --store care.db --language zh-CN -- -A7 +8613800138000"
        })
final class WorkLookupCommand implements Callable<Integer> {
    private static final int MOST = 1000;

    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids of customers, byte for byte, up to 1000.")
    private List<String> ids = List.of();

    @Mixin
    private WorkItemOptions where = new WorkItemOptions();

    WorkLookupCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (ids.size() > MOST) {
            throw new WrongOptionException(ids.size() + " ids; expected at most " + MOST);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ids.forEach(body.putArray("customerIds")::add);
        List<String> unknown = new ArrayList<>();
        try (StoreClient client = where.client(console)) {
            String between = "";
            for (JsonNode customer : client.post("/v1/care:lookup", body).path("results")) {
                if (!customer.has("known")) {
                    throw new InputException(
                            "server_too_old",
                            "the answer does not say whether the customer is known; expected "
                                    + ServerClient.SAME_VERSION);
                }
                if (customer.path("known").asBoolean()
                        || customer.path("optedOut").asBoolean()) {
                    console.out().print(between);
                    LookupText.lines(customer, where.language(), Terminal.width())
                            .forEach(console.out()::println);
                    between = System.lineSeparator();
                } else {
                    unknown.add(Excerpt.of(customer.path("customerId").asText()));
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new InputException(
                    "no_such_customer",
                    "the store knows no customer " + String.join(", ", unknown)
                            + "; expected the id, byte for byte with leading zeros, of somebody who was in a plan, a"
                            + " contact, a statement, an outcome or a merge");
        }
        return ExitCode.OK;
    }
}
