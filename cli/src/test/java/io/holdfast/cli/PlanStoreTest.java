package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.serving.store.Consent;
import io.holdfast.serving.store.CustomerState;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoreLocation;
import io.holdfast.serving.store.Writing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a list to a worked-off item, by commands alone. */
class PlanStoreTest {
    private static final List<String> IDS =
            List.of("+8613800138000", "0012345", "P/2024/001", "-A7", "001D000001ABCDeFGH", "客户-张三");
    private static final String HEADER = "customer_id,left,region,tenure,monthly_charge,contract,support,paperless\n";

    @TempDir
    private Path folder;

    private Path bundle;
    private Path table;
    private Path playbook;
    private Path store;

    @BeforeEach
    void prepare() throws IOException {
        bundle = TinyBundles.write(folder.resolve("tiny.bundle"));
        table = folder.resolve("customers.csv");
        playbook = Files.writeString(folder.resolve("plans.yaml"), TinyPlans.PLAYBOOK);
        store = folder.resolve("care.db");
        customers(IDS);
    }

    private void customers(List<String> ids) throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        ids.forEach(id -> rows.append(id).append(",yes,north,2,95.5,monthly,none,yes\n"));
        Files.writeString(table, rows);
    }

    private CommandRun plan(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "plan",
                bundle,
                table,
                "--playbook",
                playbook,
                "--store",
                store,
                "--overwrite",
                "-o",
                folder.resolve("plan.csv")));
        arguments.addAll(List.of(more));
        if (!arguments.contains("--budget")) {
            arguments.addAll(List.of("--budget", "100000"));
        }
        return CommandRun.of(arguments.toArray());
    }

    private CommandRun work(Object... arguments) {
        List<Object> line = new ArrayList<>(List.of("work"));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--store", store));
        return CommandRun.of(line.toArray());
    }

    private List<CustomerState> look(List<String> ids) {
        try (Store open = Store.open(new StoreLocation.SqliteFile(store))) {
            return open.people().look(ids, CommandRun.NOON.instant());
        }
    }

    @Test
    void aPlannedListIsWorkedOff() {
        CommandRun plan = plan();
        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.err()).contains("is kept: 6 decisions, 6 work items");

        CommandRun list = work("list");

        assertThat(WorkLines.column(list, "customer")).containsExactlyInAnyOrderElementsOf(IDS);
        assertThat(WorkLines.column(list, "team")).containsOnly("desk");
        assertThat(WorkLines.column(list, "owner")).containsOnly("north");
        assertThat(WorkLines.column(list, "what to do")).allMatch(text -> text.contains("Go through the bill."));
        for (String item : WorkLines.column(list, "item")) {
            assertThat(work("claim", item, "--agent", "ann").exitCode()).isZero();
            CommandRun closed = work("close", item, "--agent", "ann", "--disposition", "accepted");
            assertThat(closed.exitCode()).as(closed.err()).isZero();
        }
        assertThat(work("list").err()).contains("nothing to do");
        assertThat(look(IDS)).allMatch(state -> state.decision().isEmpty());
        CommandRun next = plan("--campaign", "next");
        assertThat(next.out()).contains("none, cool_down: 6");
    }

    @Test
    void whatIsOverBeforeItIsKeptIsSaid() {
        CommandRun plan = plan("--as-of", "2025-09-01");

        assertThat(plan.err()).contains("6 decisions, 6 work items", "6 of the work items have expired already");
        assertThat(work("list").err()).contains("nothing to do");
        assertThat(plan("--as-of", "2026-02-01").err()).doesNotContain("expired");
    }

    @Test
    void theSamePlanAgainCountsOnceAndAnotherOneIsRefused() throws IOException {
        plan();
        String file = Files.readString(folder.resolve("plan.csv"));

        CommandRun again = plan();

        assertThat(again.err()).contains("had been kept before: 6 decisions, 6 work items");
        assertThat(folder.resolve("plan.csv")).hasContent(file);
        assertThat(WorkLines.of(work("list"))).hasSize(6);
        customers(IDS.subList(0, 3));
        CommandRun other = plan();
        assertThat(other.exitCode()).isEqualTo(4);
        assertThat(other.err()).contains("a campaign of its own");
        assertThat(folder.resolve("plan.csv")).as("the old one").hasContent(file);
        assertThat(plan("--campaign", "other").out()).contains("none, earlier_decision: 3");
    }

    @Tag("slow")
    @Test
    void aLargeListIsKeptInPieces() throws IOException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 2001; i++) {
            ids.add("C-" + i);
        }
        customers(ids);

        assertThat(plan().err()).contains("is kept: 2,001 decisions, 2,001 work items");
        assertThat(plan().err()).contains("had been kept before: 2,001 decisions");
        assertThat(look(List.of("C-0", "C-1000", "C-2000")))
                .allMatch(state -> state.decision().orElseThrow().status().equals("planned"));
    }

    /** Interrupted after the first thousand; then one of them opts out, so that they would be another plan by now. */
    @Test
    void aLargeListThatWasInterruptedIsFinishedWhateverWasSaidSince() throws IOException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 1001; i++) {
            ids.add("C-" + i);
        }
        customers(ids.subList(0, 1000));
        plan();
        customers(ids);
        try (Store open = Store.open(new StoreLocation.SqliteFile(store))) {
            Writing writing = new Writing("test", CommandRun.NOON.instant());
            open.contacts()
                    .consent(new Consent("C-7", Consent.CARE, Consent.ALL, false, writing.at(), "call"), writing);
        }

        CommandRun again = plan();

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.err()).contains("is kept: 1 decision, 1 work item;", "1,000 decisions beside them");
        assertThat(look(List.of("C-7", "C-8", "C-1000")))
                .allMatch(state -> state.decision().orElseThrow().status().equals("planned"));
        List<String> lines = Files.readAllLines(folder.resolve("plan.csv"));
        assertThat(lines.get(8)).startsWith("C-7,").contains("opted_out").doesNotContain("d-");
        CommandRun third = plan();
        assertThat(third.exitCode()).isEqualTo(4);
        assertThat(third.err()).contains("was kept before and stands");
    }

    /** Interrupted after the first thousand; the rest would bring more, and gets what is left of the budget for all. */
    @Tag("slow")
    @Test
    void aLargeListThatWasInterruptedKeepsWithinItsBudget() throws IOException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            ids.add("C-" + i);
        }
        customers(ids);
        long first = kept("planned");
        Files.writeString(
                table,
                Files.readString(table).replace(",2,95.5,", ",2,55.5,")
                        + "D-1,yes,north,2,95.5,monthly,none,yes\nD-2,yes,north,2,95.5,monthly,none,yes\n");

        long both = kept("planned");

        assertThat(first).isEqualTo(100);
        assertThat(both).as("the budget is spent").isEqualTo(first);
        assertThat(Files.readAllLines(folder.resolve("plan.csv")).get(1002))
                .startsWith("D-2,")
                .contains("no_capacity");
    }

    private long kept(String status) throws IOException {
        CommandRun run = plan("--budget", "600");
        assertThat(run.exitCode()).as(run.err()).isZero();
        return Files.readAllLines(folder.resolve("plan.csv")).stream()
                .filter(line -> line.contains("," + status + ","))
                .count();
    }

    @Test
    void whatCustomersSaidInTheMeantimeHolds() {
        Writing writing = new Writing("test", CommandRun.NOON.instant());
        try (Store open = Store.open(new StoreLocation.SqliteFile(store))) {
            Instant before = writing.at().minusSeconds(60);
            open.contacts().consent(new Consent(IDS.get(0), Consent.CARE, Consent.ALL, false, before, "call"), writing);
            open.contacts()
                    .consent(new Consent(IDS.get(1), Consent.PROFILING, Consent.ALL, false, before, "call"), writing);
        }

        CommandRun plan = plan();

        assertThat(plan.out()).contains("none, opted_out: 1", "none, excluded: 1", "4 planned");
        assertThat(WorkLines.of(work("list"))).hasSize(4);
        assertThat(look(IDS).get(1).decision().orElseThrow().predictionId()).isEmpty();
    }

    @Test
    void aListForATeamThatThereIsNotSaysSo() {
        assertThat(plan().exitCode()).isZero();

        assertThat(work("list", "--team", "dsk").err())
                .contains("No work item is or was for this team (expected: desk");
        assertThat(work("list", "--team", "desk").err()).doesNotContain("No work item");
    }

    @Test
    void whoObjectedBeforeTheyWereErasedIsNotScored() {
        Writing writing = new Writing("test", CommandRun.NOON.instant());
        try (Store open = Store.open(new StoreLocation.SqliteFile(store))) {
            open.contacts()
                    .consent(
                            new Consent(
                                    IDS.get(1),
                                    Consent.PROFILING,
                                    Consent.ALL,
                                    false,
                                    writing.at().minusSeconds(60),
                                    "call"),
                            writing);
            open.people().erase(IDS.get(1), writing);
        }

        CommandRun plan = plan();

        assertThat(plan.out()).contains("none, excluded: 1", "5 planned");
        assertThat(look(IDS).get(1).decision().orElseThrow().cause()).contains("excluded");
        assertThat(look(IDS).get(1).decision().orElseThrow().predictionId()).isEmpty();
    }

    @Test
    void aStoreThatAServerHoldsIsToldAndNothingIsWritten() {
        try (Store held = Store.open(new StoreLocation.SqliteFile(store))) {
            assertThat(held.people().objecting().contains(IDS.get(0))).isFalse();

            CommandRun plan = plan();

            assertThat(plan.exitCode()).isEqualTo(4);
            assertThat(plan.err()).contains("in use by a running server");
            assertThat(folder.resolve("plan.csv")).doesNotExist();
        }
    }
}
