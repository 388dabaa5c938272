package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.serving.keys.KeyStore;
import io.holdfast.serving.keys.Scope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server does not start with, and what it says. */
final class StartRefusalsTest {
    @TempDir
    Path directory;

    private static void refused(ServerSettings settings, String code, String part) {
        assertThatThrownBy(() -> HoldfastServer.start(settings))
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(part)
                .hasMessageNotContainingAny("Exception", "\n");
    }

    @Test
    void listensToOtherMachinesOnlyWithTlsAndKeys() {
        ServerSettings open = TestServer.settings(directory).withHost("0.0.0.0");

        refused(open, "tls_required", "host '0.0.0.0' can be reached from other machines");
        refused(open.withHost("::"), "tls_required", "can be reached from other machines");
        refused(
                open.withTransport(new Transport.BehindTlsProxy()),
                "keys_required",
                "others can reach the server through the proxy, but " + directory.resolve("keys.json")
                        + " holds no API key; expected at least one ('holdfast keys add NAME' makes one)");
        refused(
                open.withTransport(new Transport.BehindTlsProxy()).withKeys(new KeyPolicy.None()),
                "keys_required",
                "but no API keys are asked for");

        KeyStore.at(directory.resolve("keys.json")).add("crm", Scope.SCORE_READ);
        refused(open, "tls_required", "can be reached from other machines");
        try (HoldfastServer server = HoldfastServer.start(open.withTransport(new Transport.BehindTlsProxy()))) {
            assertThat(server.port()).isPositive();
        }
    }

    @Test
    void listensToAProxyOnlyWithKeysEvenOnThisMachine() {
        for (String host : new String[] {"127.0.0.1", "localhost", "0.0.0.0"}) {
            ServerSettings behind =
                    TestServer.settings(directory).withHost(host).withTransport(new Transport.BehindTlsProxy());
            refused(behind, "keys_required", "others can reach the server through the proxy, but ");
            refused(behind.withKeys(new KeyPolicy.None()), "keys_required", "no API keys are asked for");
        }
    }

    @Test
    void staysClosedWhereTheKeyFileNamedIsMissingOrEmpty() throws IOException {
        Path keys = directory.resolve("my-keys.json");
        ServerSettings named = TestServer.settings(directory).withKeys(new KeyPolicy.Always(keys));
        refused(
                named,
                "no_such_key_file",
                "my-keys.json does not exist; expected a file of API keys; this makes one: holdfast keys add NAME --keys ");

        Files.writeString(keys, "{\"formatVersion\": 1, \"keys\": []}");
        refused(named, "keys_required", "my-keys.json holds no API key; expected at least one");
        refused(named.withKeys(new KeyPolicy.WhereFileExists(keys)), "keys_required", "holds no API key");
    }

    @Test
    void saysBeforehandWhatStandsAgainstIt() throws IOException {
        ServerSettings settings = ServerSettings.of(directory.resolve("not-yet.bundle"));
        HoldfastServer.requireStartable(settings.withPort(0).withKeys(new KeyPolicy.None()));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ServerSettings late = settings.withPort(taken.getLocalPort()).withKeys(new KeyPolicy.None());
            assertThatThrownBy(() -> HoldfastServer.requireStartable(late))
                    .hasMessageContaining("cannot listen on 127.0.0.1 port " + taken.getLocalPort());
        }
    }

    @Test
    void listensToThisMachineByAnyOfItsNames() {
        for (String host : new String[] {"localhost", "127.0.0.1"}) {
            try (HoldfastServer server =
                    HoldfastServer.start(TestServer.settings(directory).withHost(host))) {
                assertThat(server.address()).hasToString("http://127.0.0.1:" + server.port());
            }
        }
        refused(
                TestServer.settings(directory).withHost("no.such.host.invalid"),
                "unknown_host",
                "'no.such.host.invalid'");
    }

    @Test
    void needsABundleBeforeThePortOpens() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ServerSettings settings = TestServer.settings(directory).withPort(taken.getLocalPort());
            // The port is taken, yet the bundle is what is complained of: it is looked at first.
            ServerSettings missing = ServerSettings.of(directory.resolve("gone"))
                    .withPort(taken.getLocalPort())
                    .withKeys(settings.keys());
            refused(missing, "no_such_bundle", "gone does not exist");
            refused(settings, "port_unavailable", "port " + taken.getLocalPort() + ": it is taken or not allowed");
        }
    }

    @Test
    void refusesADamagedBundle() throws IOException {
        ServerSettings settings = TestServer.settings(directory);
        Path model = settings.bundle().resolve("model.tribuo");
        byte[] bytes = Files.readAllBytes(model);
        bytes[bytes.length / 2] ^= 1;
        Files.write(model, bytes);

        refused(settings, "altered_bundle", "model.tribuo");
    }

    @Test
    void refusesAPlaybookThatDoesNotFit() throws IOException {
        Path playbook = Files.writeString(
                directory.resolve("playbook.yaml"), Playbooks.SMALL.replace("[price]", "[no-such-reason]"));

        refused(TestServer.settings(directory).withPlaybook(playbook), "unknown_reason", "playbook.yaml");
    }

    @Test
    void refusesAKeyFileThatCannotBeRead() throws IOException {
        ServerSettings settings = TestServer.settings(directory);
        for (String content :
                new String[] {"{", "a,b\n1,2\n", "[1]", "{\"a\": 1}", "{\"formatVersion\": 1, \"keys\": [{\"id\": 7}]}"
                }) {
            Files.writeString(directory.resolve("keys.json"), content);

            refused(
                    settings,
                    "bad_key_file",
                    directory.resolve("keys.json")
                            + " is no file of API keys; expected one that 'holdfast keys add' made");
        }
    }
}
