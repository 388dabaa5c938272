package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.serving.http.HoldfastServer;
import io.holdfast.serving.http.KeyPolicy;
import io.holdfast.serving.http.ServerSettings;
import io.holdfast.serving.store.DecisionStep;
import io.holdfast.serving.store.HoldOutMember;
import io.holdfast.serving.store.NewDecision;
import io.holdfast.serving.store.NewPlan;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoreLocation;
import io.holdfast.serving.store.Writing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do with a store from the command line, directly and through a server. */
class StoreCommandsTest {
    private static final List<String> IDS =
            List.of("+8613800138000", "0012345", "P/2024/001", "-A7", "001D000001ABCDeFGH", "客户-张三");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void keepAPlan() {
        file = folder.resolve("care.db");
        Instant now = CommandRun.NOON.instant();
        List<NewDecision> decisions = new ArrayList<>();
        for (String id : IDS) {
            DecisionStep call = new DecisionStep(
                    1,
                    "phone",
                    "retention",
                    now.plus(Duration.ofDays(1 + decisions.size())),
                    now.plus(Duration.ofDays(3650)),
                    LocalizedText.of("Go through the bill.", "核对账单。"));
            decisions.add(NewDecision.of(
                            "d " + id, id, HoldOutMember.TREATED, NewDecision.PLANNED, now.plus(Duration.ofDays(3650)))
                    .owner("agent-7")
                    .action(Optional.of("bill-review"), List.of(call))
                    .build());
        }
        try (Store store = Store.open(new StoreLocation.SqliteFile(file))) {
            store.plans()
                    .keep(
                            new NewPlan("plan-1", "d", "e", "salt", 0, "{}", "{}", List.of(), decisions),
                            new Writing("test", now));
        }
    }

    private static String item(CommandRun list, int line) {
        return WorkLines.column(list, "item").get(line);
    }

    @Test
    void theCareLogIsAFileThatAppearsWhole() throws IOException {
        Path log = folder.resolve("care-log.csv");

        CommandRun run = CommandRun.of("store", "care-log", "--store", file, "-o", log);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEqualTo(IDS.size() + " decisions are in " + log + ".\n");
        assertThat(Files.readAllLines(log))
                .hasSize(IDS.size() + 1)
                .startsWith("customer_id,unit,assigned_at,arm,hold_out_share,campaign,campaign_share,play")
                .anyMatch(line -> line.startsWith("-A7,,2026-02-01T12:00:00Z,assigned,,,,bill-review"));
        assertThat(CommandRun.of("store", "care-log", "--store", file, "-o", log)
                        .err())
                .contains("exists already");
        CommandRun itself = CommandRun.of("store", "care-log", "--store", file, "-o", file, "--overwrite");
        assertThat(itself.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(itself.err()).contains("would replace what the command reads");
        CommandRun none =
                CommandRun.of("store", "care-log", "--store", folder.resolve("no.db"), "-o", folder.resolve("no.csv"));
        assertThat(none.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(folder.resolve("no.csv")).doesNotExist();
    }

    @Test
    void workIsListedPageAfterPageAndByChannel() {
        CommandRun one = CommandRun.of("work", "list", "--store", file, "--limit", "1");
        assertThat(WorkLines.column(one, "customer")).containsExactly(IDS.get(0));
        assertThat(one.err()).contains("--all", "--after ");
        String cursor = one.err().replaceAll("(?s).*--after (\\S+) .*", "$1");
        CommandRun second = CommandRun.of("work", "list", "--store", file, "--limit", "1", "--after", cursor);
        assertThat(WorkLines.column(second, "customer")).containsExactly(IDS.get(1));
        CommandRun last = CommandRun.of("work", "list", "--store", file, "--limit", "6");
        String end = last.err().replaceAll("(?s).*--after (\\S+) .*", "$1");
        CommandRun behind = CommandRun.of("work", "list", "--store", file, "--after", end);
        assertThat(behind.err()).contains("nothing further");
        assertThat(CommandRun.of("work", "list", "--store", file, "--after", "x")
                        .err())
                .contains("The cursor is none");

        CommandRun all = CommandRun.of("work", "list", "--store", file, "--limit", "1", "--all");

        assertThat(all.out())
                .isEqualTo(CommandRun.of("work", "list", "--store", file).out());
        assertThat(all.err()).isEmpty();
        assertThat(CommandRun.of("work", "list", "--store", file, "--channel", "phone")
                        .out())
                .isEqualTo(all.out());
        CommandRun none = CommandRun.of("work", "list", "--store", file, "--channel", "letter");
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).contains("nothing to do");
    }

    @Test
    void aWorkItemThatIsNotThereIsToldByTheCommandThatListsThem() {
        CommandRun claim = CommandRun.of("work", "claim", "abc", "--agent", "ann", "--store", file);

        assertThat(claim.exitCode()).isEqualTo(4);
        assertThat(claim.err()).contains("'abc'", "'holdfast work list'").doesNotContain("/v1/");
    }

    @Test
    void workIsListedClaimedAndClosed() {
        CommandRun list = CommandRun.of("work", "list", "--store", file);

        assertThat(list.exitCode()).as(list.err()).isZero();
        assertThat(WorkLines.column(list, "customer")).containsExactlyElementsOf(IDS);
        String item = item(list, 0);
        CommandRun claimed = CommandRun.of("work", "claim", item, "--agent", "ann", "--store", file);
        assertThat(WorkLines.column(claimed, "status")).containsExactly("claimed");
        assertThat(WorkLines.column(claimed, "agent")).containsExactly("ann");
        CommandRun second = CommandRun.of("work", "claim", item, "--agent", "bob", "--store", file);
        assertThat(second.exitCode()).isEqualTo(4);
        assertThat(second.err()).contains("Another agent has the work item: ann");
        assertThat(WorkLines.column(
                        CommandRun.of("work", "release", item, "--agent", "ann", "--store", file), "status"))
                .containsExactly("open");
        CommandRun.of("work", "claim", item, "--agent", "bob", "--store", file);
        CommandRun closed = CommandRun.of(
                "work",
                "close",
                item,
                "--agent",
                "bob",
                "--disposition",
                "accepted",
                "--note",
                "glad",
                "--store",
                file);
        assertThat(WorkLines.column(closed, "status")).containsExactly("closed");
        CommandRun over = CommandRun.of("work", "list", "--store", file, "--status", "closed");
        assertThat(WorkLines.column(over, "outcome")).containsExactly("accepted");
        assertThat(WorkLines.column(over, "note")).containsExactly("glad");
        assertThat(WorkLines.column(CommandRun.of("work", "list", "--store", file, "--customer=-A7"), "customer"))
                .containsExactly("-A7");
        assertThat(CommandRun.of("work", "list", "--store", file, "--team", "none")
                        .err())
                .contains("nothing to do");
        CommandRun chinese = CommandRun.of("work", "list", "--store", file, "--language", "zh-CN");
        assertThat(WorkLines.column(chinese, "客户")).containsExactlyElementsOf(IDS.subList(1, IDS.size()));
        assertThat(WorkLines.column(chinese, "做什么")).containsOnly("核对账单。");
    }

    @Test
    void oneCustomersDataIsHandedOutAndErased() throws Exception {
        for (String id : IDS) {
            Path out = folder.resolve("customer " + IDS.indexOf(id) + ".json");
            CommandRun export = CommandRun.of("store", "export", "--customer=" + id, "-o", out, "--store", file);
            assertThat(export.exitCode()).as(export.err()).isZero();
            JsonNode data = new ObjectMapper().readTree(Files.readAllBytes(out));
            assertThat(data.path("customerId").textValue()).isEqualTo(id);
            assertThat(data.path("decision").path(0).path("given_id").textValue())
                    .isEqualTo(id);
        }
        assertThat(CommandRun.of("store", "erase", "--customer=-A7", "--yes", "--store", file)
                        .err())
                .contains("rows are erased");
        CommandRun gone =
                CommandRun.of("store", "export", "--customer=-A7", "-o", folder.resolve("gone.json"), "--store", file);
        assertThat(gone.exitCode()).isEqualTo(4);
        assertThat(gone.err()).contains("holds nothing about this customer");
        assertThat(folder.resolve("gone.json")).doesNotExist();
    }

    @Test
    void aBackupIsAStoreAndComesBack() {
        Path backup = folder.resolve("backup.db");
        assertThat(CommandRun.of("store", "backup", "--store", file, "-o", backup)
                        .exitCode())
                .isZero();
        CommandRun verified = CommandRun.of("store", "verify", "--store", backup);
        assertThat(verified.out())
                .contains("1 audit lines, unbroken")
                .isEqualTo(CommandRun.of("store", "verify", "--store", file).out());
        Path restored = folder.resolve("restored.db");
        CommandRun restore = CommandRun.of("store", "restore", "--store", restored, "--backup", backup);
        assertThat(restore.err()).as(restore.err()).contains("rows are restored");
        assertThat(CommandRun.of("work", "list", "--store", restored).out())
                .isEqualTo(CommandRun.of("work", "list", "--store", file).out());
        assertThat(CommandRun.of("store", "restore", "--store", restored, "--backup", backup)
                        .exitCode())
                .isEqualTo(4);
        assertThat(CommandRun.of("store", "verify", "--store", folder.resolve("none.db"))
                        .err())
                .contains("there is no store");
    }

    @Test
    void aServerAnswersTheSameAndKeepsOthersOut() {
        CommandRun direct = CommandRun.of("work", "list", "--store", file);
        ServerSettings settings = ServerSettings.of(TinyBundles.write(folder.resolve("tiny.bundle")))
                .withPort(0)
                .withKeys(new KeyPolicy.WhereFileExists(folder.resolve("keys.json")))
                .withStore(new StoreLocation.SqliteFile(file));
        try (HoldfastServer server = HoldfastServer.start(settings, CommandRun.NOON)) {
            CommandRun asked = CommandRun.of("work", "list", "--server", server.address());
            assertThat(asked.out()).as(asked.err()).isEqualTo(direct.out());

            String item = item(asked, 0);
            CommandRun.of("work", "claim", item, "--agent", "ann", "--server", server.address());
            CommandRun second = CommandRun.of("work", "claim", item, "--agent", "bob", "--server", server.address());
            assertThat(second.exitCode()).isEqualTo(4);
            assertThat(second.err()).contains("(409)", "Another agent has the work item: ann");

            CommandRun locked = CommandRun.of("work", "list", "--store", file);
            assertThat(locked.exitCode()).isEqualTo(4);
            assertThat(locked.err().lines())
                    .singleElement()
                    .asString()
                    .contains("in use by a running server", "--server");
            assertThat(CommandRun.of("store", "backup", "--store", file, "-o", folder.resolve("live.db"))
                            .exitCode())
                    .isZero();
        }
        CommandRun down = CommandRun.of("work", "list", "--server", "http://127.0.0.1:9");
        assertThat(down.exitCode()).isEqualTo(4);
        assertThat(down.err()).contains("does not answer");
    }
}
