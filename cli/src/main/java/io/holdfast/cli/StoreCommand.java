package io.holdfast.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.file.AtomicFile;
import io.holdfast.scoring.file.OutputFile;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.scoring.table.CsvStyle;
import io.holdfast.scoring.table.CsvWriter;
import io.holdfast.serving.store.AuditVerdict;
import io.holdfast.serving.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "store",
        description = "The store of plans, work and contacts: backup, verification, one customer's data.")
final class StoreCommand implements Runnable {
    private final Console console;

    @Spec
    private CommandSpec spec;

    StoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Missing a command: backup, restore, verify, care-log, export, erase");
    }

    @Command(
            name = "backup",
            description = {
                "Copies everything, as it is at one moment, into one file, which is a store by itself.",
                "A server may go on using the store meanwhile."
            },
            footerHeading = "%nExamples:%n",
            footer = "  holdfast store backup --store care.db -o care-2026-01-31.db")
    int backup(
            @Mixin StoreOption where,
            @Option(
                            names = "-o",
                            required = true,
                            paramLabel = "OUT",
                            description = "The file, which must not exist yet.")
                    Path out) {
        try (Store store = Store.openToRead(where.location())) {
            store.backUp(out);
        }
        console.err().println("Everything is in " + out + ", which is a store by itself.");
        return ExitCode.OK;
    }

    @Command(
            name = "restore",
            description = "Takes everything from a backup over into an empty store, of SQLite or PostgreSQL.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  holdfast store restore --store jdbc:postgresql://db/holdfast \\",
                "    --backup care-2026-01-31.db"
            })
    int restore(
            @Mixin StoreOption where,
            @Option(names = "--backup", required = true, paramLabel = "FILE", description = "What 'backup' wrote.")
                    Path backup) {
        try (Store store = Store.open(where.location())) {
            console.err().println(rows(store.restore(backup)) + " restored.");
        }
        return ExitCode.OK;
    }

    @Command(
            name = "verify",
            description = {
                "Follows the chain of hashes through the audit: whether every line is as it was written.",
                "Keep the hash it prints elsewhere; whoever has it also notices a cut end."
            },
            footerHeading = "%nExamples:%n",
            footer = "  holdfast store verify --store care.db")
    int verify(@Mixin StoreOption where) {
        try (Store store = Store.openBackup(where.location())) {
            AuditVerdict verdict = store.audit().verify();
            if (!verdict.isWhole()) {
                throw new InputException(
                        "audit_broken",
                        "the audit is not as it was written from line "
                                + verdict.brokenAt().getAsLong() + " on; expected an unbroken chain of hashes");
            }
            console.out()
                    .println(verdict.entries() + " audit lines, unbroken; the last has the hash " + verdict.head());
        }
        return ExitCode.OK;
    }

    @Command(
            name = "care-log",
            description = {
                "Writes who was assigned care when, and who was held out instead, with the probability of that: one line a decision.",
                "A model of the risk without care learns by it; docs/history-description.md, sources."
            },
            footerHeading = "%nExamples:%n",
            footer = "  holdfast store care-log --store care.db -o care-log.csv")
    int careLog(
            @Mixin StoreOption where,
            @Option(
                            names = "-o",
                            required = true,
                            paramLabel = "OUT.csv",
                            description = "The file, compressed if it ends in .gz.")
                    Path out,
            @Option(names = "--overwrite", description = "Replace the output if it exists.") boolean overwrite) {
        Outputs.requireApart(out, where.location());
        Outputs.requireNew(out, overwrite);
        long lines;
        try (Store store = Store.openToRead(where.location());
                AtomicFile file = AtomicFile.create(out)) {
            try (CsvWriter csv = CsvWriter.to(OutputFile.stream(file, out), CsvStyle.raw())) {
                lines = store.careLog().write(csv);
            }
            file.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        console.err().println(lines + " decisions are in " + out + ".");
        return ExitCode.OK;
    }

    @Command(
            name = "export",
            description = "Writes everything that is held about a customer, as JSON.",
            footerHeading = "%nExamples:%n",
            footer = {"  holdfast store export --customer=-A7 -o customer.json \\", "    --server http://127.0.0.1:8080"
            })
    int export(
            @Mixin StoreOptions where,
            @Option(names = "--customer", required = true, paramLabel = "ID", description = "The customer's id.")
                    String customer,
            @Option(names = "-o", required = true, paramLabel = "OUT.json", description = "The file.") Path out) {
        JsonNode data;
        try (StoreClient client = where.client(console, Language.ENGLISH)) {
            data = client.post("/v1/customers:export", customer(customer)).path("data");
        }
        try (AtomicFile file = AtomicFile.create(out)) {
            file.stream().write(StrictJson.write(data));
            file.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExitCode.OK;
    }

    @Command(
            name = "erase",
            description = {
                "Erases everything that is held about a customer, under all ids, for good.",
                "Of whoever opted out a salted hash stays, so that they are left alone."
            },
            footerHeading = "%nExamples:%n",
            footer = {"  holdfast store erase --customer=0012345 --yes \\", "    --server http://127.0.0.1:8080"})
    int erase(
            @Mixin StoreOptions where,
            @Option(names = "--customer", required = true, paramLabel = "ID", description = "The customer's id.")
                    String customer,
            @Option(names = "--yes", description = "Required: this cannot be undone.") boolean sure) {
        if (!sure) {
            throw new WrongOptionException("erasing cannot be undone; expected --yes");
        }
        try (StoreClient client = where.client(console, Language.ENGLISH)) {
            JsonNode reply = client.post("/v1/customers:erase", customer(customer));
            console.err().println(rows(reply.path("rows").asLong()) + " erased.");
        }
        return ExitCode.OK;
    }

    private static ObjectNode customer(String id) {
        return JsonNodeFactory.instance.objectNode().put("customerId", id);
    }

    private static String rows(long count) {
        return count + (count == 1 ? " row is" : " rows are");
    }
}
