package io.holdfast.cli;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.serving.keys.ApiKey;
import io.holdfast.serving.keys.KeyStore;
import io.holdfast.serving.keys.NewKey;
import io.holdfast.serving.keys.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "keys", description = "API keys of the server.")
final class KeysCommand implements Runnable {
    private final Console console;

    @Spec
    private CommandSpec spec;

    KeysCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing a command: add, list, revoke");
    }

    @Command(
            name = "add",
            description = {
                "Makes an API key and shows it once; only its hash is kept, in a file that only you can read.",
                "A running server takes it within seconds. The client sends it as 'Authorization: Bearer KEY'."
            },
            footerHeading = "%nExamples:%n",
            footer = {"  holdfast keys add crm", "  holdfast keys add dashboard --scope model:read --expires-days 90"})
    int add(
            @Parameters(paramLabel = "NAME", description = "Who will use it.") String name,
            @Option(
                            names = "--scope",
                            paramLabel = "SCOPE",
                            description =
                                    "What it opens: score:read, model:read (the default: these two), snapshot:write, plan:write,"
                                            + " care:read, work:read, work:write, contact:write, outcome:write, effect:read, diagnosis:read, customer:merge,"
                                            + " customer:export, customer:erase.")
                    @Nullable
                    List<String> scopes,
            @Option(
                            names = "--expires-days",
                            paramLabel = "N",
                            description = "Days until it is worth nothing (default: never).")
                    @Nullable
                    Integer days,
            @Mixin KeyFileOption file) {
        KeyStore store = file.store();
        Scope[] granted = scopes == null
                ? Scope.usual().toArray(Scope[]::new)
                : scopes.stream().map(KeysCommand::scope).toArray(Scope[]::new);
        if (days != null && days < 1) {
            throw new WrongOptionException("--expires-days", Integer.toString(days), "1 or more");
        }
        NewKey key = days == null ? store.add(name, granted) : store.add(name, Duration.ofDays(days), granted);
        console.out().println(key.text());
        console.err()
                .println("This key is shown once; its hash is in " + store.file()
                        + ". Send it as 'Authorization: Bearer KEY'.");
        return ExitCode.OK;
    }

    @Command(
            name = "list",
            description =
                    "Shows the keys there are, without their secrets: id, name, scopes, when made, until when valid.",
            footerHeading = "%nExamples:%n",
            footer = "  holdfast keys list")
    int list(@Mixin KeyFileOption file) {
        KeyStore store = file.store();
        Instant now = console.clock().instant();
        List<ApiKey> keys = store.read().all();
        keys.forEach(key -> console.out().println(line(key, now)));
        if (keys.isEmpty()) {
            console.err().println("There are no keys in " + store.file() + ".");
        }
        return ExitCode.OK;
    }

    private static String line(ApiKey key, Instant now) {
        String scopes = key.scopes().stream().map(Scope::code).collect(Collectors.joining(","));
        String end = key.expiresAt()
                .map(until -> (key.isValid(now) ? "valid until " : "expired ") + until)
                .orElse("valid for ever");
        return String.join("\t", key.id(), Excerpt.plain(key.name()), scopes, "made " + key.createdAt(), end);
    }

    @Command(
            name = "revoke",
            description = {
                "Takes an API key away by its id, which 'holdfast keys list' shows. A running server forgets it within"
                        + " seconds."
            },
            footerHeading = "%nExamples:%n",
            footer = "  holdfast keys revoke 4fT9aXq2")
    int revoke(@Parameters(paramLabel = "ID", description = "The key's id.") String id, @Mixin KeyFileOption file) {
        KeyStore store = file.store();
        ApiKey revoked = store.revoke(id)
                .orElseThrow(() -> new InputException(
                        "no_such_key",
                        store.file() + " holds no key with the id " + Excerpt.of(id)
                                + "; expected one that 'holdfast keys list' shows"));
        console.err().println("Revoked the key " + revoked.id() + " of " + Excerpt.plain(revoked.name()) + ".");
        return ExitCode.OK;
    }

    private static Scope scope(String code) {
        return Scope.of(code).orElseThrow(() -> new WrongOptionException("--scope", code, "one of " + Scope.codes()));
    }
}
