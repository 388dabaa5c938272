package io.holdfast.cli;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.serving.http.HoldfastServer;
import io.holdfast.serving.http.KeyPolicy;
import io.holdfast.serving.http.ServerSettings;
import io.holdfast.serving.http.Transport;
import io.holdfast.serving.store.StoreLocation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "serve",
        description = {
            "Answers over HTTP until it is stopped. The main routes; docs/http-api.md has all of them, with keys, statuses and limits:",
            "  POST /v1/scores            risk, reasons and care of up to 1000 customers",
            "  GET  /v1/model, /v1/schema which model, and what it is asked with",
            "  GET  /v1/sample-request    a request that works when it is posted back",
            "  POST /v1/snapshot:reload   reads the snapshot anew (--snapshot)",
            "  POST /v1/care:lookup       what is decided for customers (--store)",
            "  POST /v1/work-items:query  the work list; :claim, :disposition (--store)",
            "  POST /v1/contacts          reports of contacts (--store)",
            "  GET  /openapi.yaml         the contract; /health/ready for probes",
            "Only this machine can ask, unless --host says otherwise; then API keys (holdfast keys add) and TLS are"
                    + " required."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast serve telco.bundle",
            "  holdfast serve telco.bundle --store care.db",
            "  holdfast serve shop.bundle --snapshot snapshot.csv.gz",
            "  holdfast serve telco.bundle --host 0.0.0.0 --port 8443 \\",
            "    --tls-certificate server.pem --tls-key server.key",
            "  holdfast serve telco.bundle --host 10.0.0.5 --behind-tls-proxy"
        })
final class ServeCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "BUNDLE", description = "The model bundle.")
    private Path bundle;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            defaultValue = ServerSettings.DEFAULT_HOST,
            description = "Name or address to listen on (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "" + ServerSettings.DEFAULT_PORT,
            description = "Port; 0 takes any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--playbook",
            paramLabel = "FILE",
            description = "Decide on care by this playbook, not by the bundle's.")
    private @Nullable Path playbook;

    @Option(
            names = "--store",
            paramLabel = "FILE|URL",
            description = {"Keep plans, work and contacts here: " + StoreOption.PLACE, StoreOption.URL})
    private @Nullable String kept;

    @Option(
            names = "--snapshot",
            paramLabel = "FEATURES",
            description = {
                "Answer by customer id alone, from this table of features (CSV, .gz if compressed), which 'holdfast features --bundle' writes.",
                "POST /v1/snapshot:reload makes the server read it anew."
            })
    private @Nullable Path snapshot;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description =
                    "Ask for the API keys of this file, which must exist (default: ~/.config/holdfast/keys.json, where"
                            + " that exists).")
    private @Nullable Path keys;

    @Option(
            names = "--behind-tls-proxy",
            description = "A proxy in front speaks TLS, and nobody can pass by it. API keys are required.")
    private boolean behindTlsProxy;

    @Option(
            names = "--tls-certificate",
            paramLabel = "FILE",
            description = "PEM file with the server's certificate and its chain.")
    private @Nullable Path certificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "PEM file with its private key: PKCS #8, not encrypted.")
    private @Nullable Path privateKey;

    @Option(
            names = "--tls-store",
            paramLabel = "FILE",
            description = "PKCS #12 file with key and certificates, instead of the two above.")
    private @Nullable Path store;

    @Option(names = "--tls-password-file", paramLabel = "FILE", description = "File whose first line opens that store.")
    private @Nullable Path passwordFile;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new WrongOptionException("--port", Integer.toString(port), "0 to 65535");
        }
        if (host.isBlank()) {
            throw new WrongOptionException("--host", host, "a name or address of this machine");
        }
        ServerSettings settings =
                ServerSettings.of(bundle).withHost(host).withPort(port).withTransport(transport());
        if (playbook != null) {
            settings = settings.withPlaybook(playbook);
        }
        if (kept != null) {
            settings = settings.withStore(StoreLocation.parse(kept, System.getenv()));
        }
        if (snapshot != null) {
            settings = settings.withSnapshot(Snapshots.file(bundle, snapshot));
        }
        if (keys != null) {
            settings = settings.withKeys(new KeyPolicy.Always(keys));
        }
        try (HoldfastServer server = HoldfastServer.start(settings, Clock.systemUTC(), console.err())) {
            Playbooks.tell(server.warnings(), console);
            Serving.untilStopped(
                    server, () -> console.out().println("Serving on " + server.address() + "; Ctrl-C stops."));
        } catch (InputException e) {
            if (e.code().equals("store_in_use")) {
                throw new InputException(
                        e.code(),
                        Excerpt.plain(String.valueOf(kept))
                                + " is in use by a running server, or by another command; expected its end, or another --store",
                        e);
            }
            throw e.code().equals(HoldfastServer.TLS_REQUIRED)
                    ? new WrongOptionException("--host " + Excerpt.of(host)
                            + " lets other machines in; expected --tls-certificate and --tls-key, or"
                            + " --behind-tls-proxy, and an API key (holdfast keys add)")
                    : e;
        }
        return ExitCode.OK;
    }

    private Transport transport() {
        if (certificate != null || privateKey != null) {
            if (certificate == null || privateKey == null || store != null || behindTlsProxy) {
                throw new WrongOptionException(
                        "--tls-certificate and --tls-key go together; expected both, and no other TLS option");
            }
            return new Transport.Pem(certificate, privateKey);
        }
        if (store != null || passwordFile != null) {
            if (store == null || passwordFile == null || behindTlsProxy) {
                throw new WrongOptionException(
                        "--tls-store and --tls-password-file go together; expected both, and no other TLS option");
            }
            return new Transport.Pkcs12(store, passwordFile);
        }
        return behindTlsProxy ? new Transport.BehindTlsProxy() : new Transport.Plain();
    }
}
