package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.care.plan.Budget;
import io.holdfast.care.plan.EffectSource;
import io.holdfast.care.plan.PlanSettings;
import io.holdfast.care.playbook.PlaybookChoice;
import io.holdfast.cli.planning.ServedPlanning;
import io.holdfast.scoring.bundle.BundleReader;
import io.holdfast.scoring.bundle.BundleWriter;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.table.CsvStyle;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.serving.http.HoldfastServer;
import io.holdfast.serving.http.KeyPolicy;
import io.holdfast.serving.http.ServerSettings;
import io.holdfast.serving.store.StoreLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that a running server makes and keeps. */
class PlanServerTest {
    private static final String HEADER =
            "customer_id,left,region,tenure,monthly_charge,contract,support,paperless,house,out,left_on\n";
    private static final List<String> IDS =
            List.of("+8613800138000", "0012345", "P/2024/001", "-A7", "001D000001ABCDeFGH", "客户-张三");
    private static final String MORE = "  left_on: {role: departure}\n  house: {role: ignore}\n  out: {role: ignore}\n";
    private static final String PLAYBOOK = """
            format: 2
            name: tiny-plans
            jurisdiction: checked
            currency: EUR
            contactThreshold: 0.1
            holdOut: {salt: tiny, share: 0.3}
            tiers: [{tier: key, atLeast: 90}, {tier: small}]
            margin: {perValue: 6, months: 12}
            teams: {desk: {contacts: 301, days: 30}}
            channels: {phone: {cost: 6}, email: {cost: 1}}
            customer: {owner: region, household: house, optedOut: out}
            actions:
              - code: bill-review
                reasons: [price, inconvenience]
                priceAffecting: false
                coolDownDays: 60
                effect: {change: -0.3, deviation: 0.1}
                steps:
                  - {channel: phone, team: desk, text: {en: Go through the bill., zh-CN: 核对账单。}}
                  - {channel: email, afterDays: 7, text: {en: Send it once more., zh-CN: 再次发送账单。}}
              - code: letter-of-thanks
                reasons: [price]
                channel: email
                priceAffecting: false
                effect: {change: -0.05, deviation: 0.1}
                text: {en: Say thanks., zh-CN: 致谢。}
            """;

    @TempDir
    private Path folder;

    private Path bundle;
    private Path table;
    private Path playbook;
    private HoldfastServer server;

    @BeforeEach
    void start() throws IOException {
        bundle = folder.resolve("tiny.bundle");
        BundleWriter.write(
                TinyBundles.content(TinyBundles.parts(), TinyBundles.datasetYaml() + MORE, Map.of()), bundle, false);
        table = folder.resolve("customers.csv");
        playbook = Files.writeString(folder.resolve("plans.yaml"), PLAYBOOK);
        server = HoldfastServer.start(
                ServerSettings.of(bundle)
                        .withPort(0)
                        .withPlaybook(playbook)
                        .withKeys(new KeyPolicy.WhereFileExists(folder.resolve("keys.json")))
                        .withStore(new StoreLocation.SqliteFile(folder.resolve("care.db"))),
                CommandRun.NOON);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static String row(String id, int tenure, String house) {
        return id + ",yes,north," + tenure + ",95.5,monthly,none,yes," + house + ",no,\n";
    }

    private void customers(List<String> rows) throws IOException {
        Files.writeString(table, HEADER + String.join("", rows));
    }

    private void someCustomers() throws IOException {
        List<String> rows = new ArrayList<>();
        IDS.forEach(id -> rows.add(row(id, 2, "")));
        rows.add("asked-not-to,yes,south,2,95.5,monthly,none,yes,,yes,\n");
        rows.add("gone,yes,south,2,95.5,monthly,none,yes,,no,2026-01-15\n");
        rows.add("=1+1,no,south,60,20,yearly,premium,no,,no,2026-12-31\n");
        customers(rows);
    }

    private CommandRun plan(Path output, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "plan", bundle, table, "--playbook", playbook, "--budget", "100000", "--overwrite", "-o", output));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }

    private static ObjectNode refusal(String id) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("consents")
                .addObject()
                .put("customerId", id)
                .put("purpose", "care")
                .put("granted", false)
                .put("saidAt", "2026-02-01T11:00:00Z")
                .put("source", "call");
        return body;
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    @Test
    void areTheSameAsThoseMadeInTheStoreItselfButForTheDaysOfShadows() throws IOException {
        someCustomers();

        CommandRun asked = plan(file("served.csv"), "--server", server.address());
        CommandRun direct = plan(file("direct.csv"), "--store", file("other.db"));

        assertThat(asked.exitCode()).as(asked.err()).isZero();
        assertThat(asked.err()).contains("is kept: 9 decisions");
        assertThat(asked.out()).contains("none, already_left: 1");
        assertThat(asked.err()).contains("holdfast work list --server " + server.address());
        assertThat(asked.err().replace("--server " + server.address(), "--store " + file("other.db")))
                .isEqualTo(direct.err());
        assertThat(asked.out()).isEqualTo(direct.out());
        List<String> served = Files.readAllLines(file("served.csv"));
        List<String> own = Files.readAllLines(file("direct.csv"));
        assertThat(own).hasSize(10).anyMatch(line -> line.contains(",withheld,"));
        for (int i = 0; i < own.size(); i++) {
            String expected = own.get(i);
            if (expected.contains(",withheld,")) {
                expected = expected.replace(",2026-02-01,2026-02-15,", ",,,");
            }
            assertThat(served.get(i)).isEqualTo(expected);
        }
        assertThat(served.get(1)).startsWith("+8613800138000,");
        assertThat(CommandRun.of("work", "list", "--server", server.address()).out())
                .isNotEmpty();
    }

    @Test
    void countOnceWhenAskedForTwice() throws IOException {
        someCustomers();
        plan(file("served.csv"), "--server", server.address());
        String first = Files.readString(file("served.csv"));

        CommandRun again = plan(file("served.csv"), "--server", server.address());

        assertThat(again.err()).contains("had been kept before: 9 decisions");
        assertThat(file("served.csv")).hasContent(first);
    }

    @Test
    void haveRegardForWhatTheServerKnows() throws IOException {
        someCustomers();
        new ServerClient(server.address(), Optional.empty(), Language.ENGLISH)
                .post("/v1/consents", refusal(IDS.get(0)));

        CommandRun run = plan(file("served.csv"), "--server", server.address(), "--language", "zh-CN");

        assertThat(Files.readAllLines(file("served.csv")).get(1)).startsWith("+8613800138000,,,north,none,opted_out,");
        assertThat(run.out()).contains("无行动，已拒绝联系（opted_out）：2");
    }

    @Test
    void longListsAreAskedForInPartsThatShareBudgetAndCapacity() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 1150; i++) {
            rows.add(row("C-" + i, i % 70, i < 1000 ? "" : "H-" + i / 3));
        }
        customers(rows);

        CommandRun run = plan(file("served.csv"), "--server", server.address());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("is kept: 1,150 decisions", "in 2 parts", "do not compete");
        List<String> lines = Files.readAllLines(file("served.csv"));
        assertThat(lines.stream().skip(1).map(line -> line.substring(0, line.indexOf(','))))
                .containsExactlyElementsOf(rows.stream()
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .toList());
        assertThat(lines.stream()
                        .filter(line -> line.contains("bill-review,1,2,phone,desk"))
                        .count())
                .as("the playbook's 301 contacts, not 602")
                .isLessThanOrEqualTo(301)
                .isGreaterThan(250);
        assertThat(run.out())
                .containsPattern(
                        "of 301(, [0-9]+ of which cannot be made [a-z ,]+)?; one more contact would bring about ");
        Set<String> sides = new HashSet<>();
        Set<String> households = new HashSet<>();
        lines.stream()
                .filter(line -> line.contains("H-"))
                .map(line -> line.split(",", -1))
                .filter(cells -> !cells[6].isEmpty())
                .forEach(cells -> {
                    sides.add(cells[2] + cells[6]);
                    households.add(cells[2]);
                });
        assertThat(sides)
                .as("one arm for a household")
                .hasSameSizeAs(households)
                .hasSizeGreaterThan(10);
        CommandRun again = plan(file("served.csv"), "--server", server.address());
        assertThat(again.err()).contains("had been kept before: 1,150 decisions");
    }

    private long inTotals(CommandRun run, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(run.out());
        return found.find() ? Long.parseLong(found.group(1).replace(",", "")) : -1;
    }

    @Test
    void openWorkTakesUpWhatIsGivenAndTheSharesOfPartsAsOfTheDefault() throws IOException {
        someCustomers();
        plan(file("earlier.csv"), "--server", server.address(), "--campaign", "earlier");
        long open = Files.readAllLines(file("earlier.csv")).stream()
                .filter(line -> line.contains(",planned,") && line.contains(",desk,"))
                .count();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 1150; i++) {
            rows.add(row("C-" + i, i % 70, ""));
        }
        customers(rows);
        String desk = "team desk: [0-9,]+ of ([0-9,]+)";
        String taken = "team desk: .*open work of earlier plans takes up ([0-9,]+) more";

        CommandRun parts = plan(file("parts.csv"), "--server", server.address(), "--campaign", "parts");
        assertThat(parts.err()).contains("in 2 parts");
        assertThat(open).isPositive();
        assertThat(inTotals(parts, taken)).as(parts.out()).isEqualTo(open);
        assertThat(inTotals(parts, desk)).isEqualTo(301 - open);
        assertThat(plan(file("again.csv"), "--server", server.address(), "--campaign", "parts")
                        .out())
                .isEqualTo(parts.out());

        customers(List.of(row("D-1", 2, "")));
        CommandRun given =
                plan(file("given.csv"), "--server", server.address(), "--capacity", "desk=400", "--campaign", "given");
        assertThat(inTotals(given, taken) + inTotals(given, desk))
                .as(given.out())
                .isEqualTo(400);
        assertThat(inTotals(given, taken)).as(parts.out()).isGreaterThan(100);
    }

    /** The connection is cut after the first part; then one of its customers opts out. */
    @Test
    void longListsGoOnAfterAnInterruptionWhateverWasSaidSince() throws Exception {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 1001; i++) {
            rows.add(row("C-" + i, 2, ""));
        }
        customers(rows);
        ModelBundle loaded = BundleReader.read(bundle);
        ServerClient client = new ServerClient(server.address(), Optional.empty(), Language.ENGLISH);
        AtomicInteger asked = new AtomicInteger();
        ServedPlanning planning = new ServedPlanning(
                loaded,
                PlaybookChoice.of(loaded, Optional.of(playbook)).orElseThrow(),
                Budget.of(100000),
                PlanSettings.of(LocalDate.ofInstant(CommandRun.NOON.instant(), ZoneOffset.UTC)),
                EffectSource.MEASURED,
                Language.ENGLISH);
        assertThatThrownBy(() -> planning.plan(
                        body -> {
                            if (asked.incrementAndGet() == 2) {
                                throw new InputException("server_unreachable", "it is gone");
                            }
                            return client.post("/v1/care-plans", body);
                        },
                        table,
                        TableFormat.csv(),
                        0,
                        file("served.csv"),
                        CsvStyle.raw()))
                .hasMessageContaining("it is gone (1 of 2 parts of the plan are kept and stand");
        client.post("/v1/consents", refusal("C-0"));

        CommandRun again = plan(file("served.csv"), "--server", server.address());

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.err()).contains("is kept: 500 decisions", "501 decisions beside them");
        List<String> lines = Files.readAllLines(file("served.csv"));
        assertThat(lines).hasSize(1002);
        assertThat(lines.get(1)).startsWith("C-0,,,,kept,,,");
        assertThat(lines.get(2)).startsWith("C-1,,,north,").doesNotContain(",kept,");
        CommandRun third = plan(file("served.csv"), "--server", server.address());
        assertThat(third.exitCode()).isEqualTo(4);
        assertThat(third.err()).contains("was kept before and stands");
    }

    @Test
    void aServerWithAnotherPlaybookOrModelIsNotPlannedBy() throws IOException {
        someCustomers();
        playbook = Files.writeString(file("mine.yaml"), PLAYBOOK.replace("-0.3", "-0.4"));

        CommandRun run = plan(file("served.csv"), "--server", server.address());

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("(422)", "plans by another playbook");
        assertThat(file("served.csv")).doesNotExist();
    }

    @Test
    void eitherAStoreOrAServerIsMeant() throws IOException {
        someCustomers();

        CommandRun both = plan(file("served.csv"), "--server", server.address(), "--store", file("other.db"));
        CommandRun endless = CommandRun.of(
                "plan",
                bundle,
                table,
                "--playbook",
                playbook,
                "--budget",
                "Infinity",
                "-o",
                file("x.csv"),
                "--server",
                server.address());

        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err()).contains("either --store or --server");
        assertThat(endless.exitCode()).isEqualTo(2);
        assertThat(endless.err()).contains("--budget", "finite");
    }

    @Test
    void theServersKeyIsShown() throws IOException {
        someCustomers();
        CommandRun key = CommandRun.of("keys", "add", "planner", "--scope", "plan:write", "--keys", file("keys.json"));
        assertThat(key.exitCode()).as(key.err()).isZero();
        String secret = key.out()
                .lines()
                .filter(line -> line.contains("hfk_"))
                .findFirst()
                .orElseThrow();
        Path keyFile = Files.writeString(
                file("key.txt"), secret.substring(secret.indexOf("hfk_")).split("\\s", -1)[0]);
        server.stop();
        server = HoldfastServer.start(
                ServerSettings.of(bundle)
                        .withPort(0)
                        .withPlaybook(playbook)
                        .withKeys(new KeyPolicy.WhereFileExists(file("keys.json")))
                        .withStore(new StoreLocation.SqliteFile(file("care.db"))),
                CommandRun.NOON);

        CommandRun without = plan(file("served.csv"), "--server", server.address());
        CommandRun with = plan(file("served.csv"), "--server", server.address(), "--key-file", keyFile);

        assertThat(without.exitCode()).isEqualTo(4);
        assertThat(without.err()).contains("(401)");
        assertThat(with.exitCode()).as(with.err()).isZero();
        assertThat(with.out() + with.err())
                .contains("holdfast work list --server " + server.address() + " --key-file " + keyFile);
    }

    @Test
    void rowsAtFaultAreToldBeforeTheServerIsAsked() throws IOException {
        customers(List.of(row("A", 2, ""), "B,yes,north,two,95.5,monthly,none,yes,,no,\n", row("C", 2, "")));

        CommandRun strict = plan(file("served.csv"), "--server", server.address());
        CommandRun lenient = plan(file("served.csv"), "--server", server.address(), "--max-rejected", "1");

        assertThat(strict.exitCode()).isEqualTo(3);
        assertThat(strict.err()).contains("1 of 3 rows were refused", "line 3", "'tenure' holds 'two'");
        assertThat(lenient.exitCode()).as(lenient.err()).isZero();
        assertThat(lenient.out()).contains("refused, not planned for: 1");
        assertThat(Files.readAllLines(file("served.csv")).get(2)).startsWith("B,,,,refused,wrong_type,,");
    }
}
