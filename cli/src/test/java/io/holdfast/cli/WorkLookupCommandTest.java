package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.effect.OutcomeKind;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.serving.http.HoldfastServer;
import io.holdfast.serving.http.KeyPolicy;
import io.holdfast.serving.http.ServerSettings;
import io.holdfast.serving.store.Consent;
import io.holdfast.serving.store.DecisionStep;
import io.holdfast.serving.store.HoldOutMember;
import io.holdfast.serving.store.NewDecision;
import io.holdfast.serving.store.NewPlan;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoreLocation;
import io.holdfast.serving.store.StoredPrediction;
import io.holdfast.serving.store.Writing;
import io.holdfast.serving.work.Attempt;
import io.holdfast.serving.work.Disposition;
import io.holdfast.serving.work.WorkItem;
import io.holdfast.serving.work.WorkQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One customer, one answer, in words. */
class WorkLookupCommandTest {
    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    private static final Writing WRITING = new Writing("test", NOW);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void keepAPlan() {
        file = folder.resolve("care.db");
        try (Store store = Store.open(new StoreLocation.SqliteFile(file))) {
            List<NewDecision> decisions = List.of(
                    planned("open"),
                    planned("claimed"),
                    planned("done"),
                    planned("holiday"),
                    planned("refuser"),
                    planned("-A7"),
                    NewDecision.of("d shadow", "shadow", HoldOutMember.HELD_OUT, NewDecision.WITHHELD, end())
                            .action(Optional.of("bill-review"), List.of())
                            .explanation(
                                    "[{\"question\":\"why_this\",\"texts\":{\"en\":\"It would help.\",\"zh-CN\":\"会有帮助。\"}}]")
                            .build(),
                    NewDecision.of("d idle", "idle", HoldOutMember.TREATED, NewDecision.NONE, end())
                            .cause(Optional.of("no_gain"))
                            .explanation(
                                    "[{\"question\":\"why_this\",\"texts\":{\"en\":\"Not worth a call.\",\"zh-CN\":\"不值得致电。\"}}]")
                            .build());
            List<StoredPrediction> predictions = new ArrayList<>();
            decisions.forEach(decision ->
                    decision.predictionId().ifPresent(id -> predictions.add(prediction(id, decision.customerId()))));
            store.plans()
                    .keep(new NewPlan("plan-1", "d", "e", "salt", 0.1, "{}", "{}", predictions, decisions), WRITING);
            store.work().claim(item(store, "claimed").itemId(), "ann", WRITING);
            store.work()
                    .attemptEach(
                            List.of(new Attempt(
                                    "a-1",
                                    item(store, "done").itemId(),
                                    "bob",
                                    Disposition.ACCEPTED,
                                    Optional.empty(),
                                    "private")),
                            WRITING);
            store.plans().override("d holiday", Optional.empty(), "away until May", "sue", WRITING);
            store.contacts()
                    .consent(
                            new Consent("refuser", Consent.CARE, Consent.ALL, false, NOW.minusSeconds(60), "call"),
                            WRITING);
        }
    }

    private static Instant end() {
        return Instant.parse("2026-03-01T00:00:00Z");
    }

    private static NewDecision planned(String customer) {
        DecisionStep call = new DecisionStep(
                1,
                "phone",
                "retention",
                Instant.parse("2026-02-03T00:00:00Z"),
                end(),
                LocalizedText.of("Go through the bill.", "核对账单。"));
        return NewDecision.of("d " + customer, customer, HoldOutMember.TREATED, NewDecision.PLANNED, end())
                .owner("agent-7")
                .prediction(Optional.of("p " + customer))
                .action(Optional.of("bill-review"), List.of(call))
                .explanation("[{\"question\":\"why_this\",\"texts\":{\"en\":\"For the price.\",\"zh-CN\":\"因为价格。\"}}]")
                .build();
    }

    private static StoredPrediction prediction(String id, String customer) {
        return new StoredPrediction(
                id,
                customer,
                "tiny",
                "d",
                LocalDate.of(2026, 2, 1),
                LocalDate.of(2026, 3, 1),
                0.6,
                0.4,
                90,
                "high",
                "{}",
                "[{\"code\":\"price\",\"impact\":0.4,\"share\":0.9,\"settled\":true,\"actionable\":true}]");
    }

    private static WorkItem item(Store store, String customer) {
        return store.work().query(WorkQuery.all().ofCustomer(customer), NOW).get(0);
    }

    private CommandRun look(Object... more) {
        List<Object> line = new ArrayList<>(List.of("work", "lookup", "--store", file));
        line.addAll(List.of(more));
        return CommandRun.of(line.toArray());
    }

    @Test
    void saysWhatIsDueWhyAndWhatMayBeAsked() {
        CommandRun run = look("open");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("Customer open\n");
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains(
                        "Go through the bill. (bill-review, by phone)",
                        "due 2026-02-03, and before 2026-03-01",
                        "“Is everything right with your bill?”",
                        "For the price.",
                        "nothing is refused",
                        "among those who may get care, since 2026-02-01 12:00Z",
                        "open, nobody has claimed it",
                        "owner agent-7");
        assertThat(look("claimed").out()).contains("claimed by ann");
    }

    @Test
    void saysTheSameInChinese() {
        CommandRun run = look("open", "done", "--language", "zh-CN");

        assertThat(run.out()).startsWith("客户 open\n");
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("核对账单。（bill-review，渠道：电话）", "应于 2026-02-03", "您的账单都清楚吗", "因为价格。", "待认领", "执行组")
                .contains("已结束，暂无待办", "已结束，经办人 bob", "accepted");
    }

    @Test
    void tellsWhatIsOverFromWhatNeverWas() {
        assertThat(look("done").out().replaceAll("\\s+", " "))
                .contains(
                        "over; nothing more is due",
                        "closed by bob on 2026-02-01 12:00Z: accepted",
                        "the company got in touch by phone (care)")
                .doesNotContain("private", "Ask ");
        assertThat(look("holiday").out().replaceAll("\\s+", " "))
                .contains("instead of what was decided last, or of its rest, something else or nothing was done")
                .doesNotContain("nothing more is due");
        assertThat(look("holiday", "--language", "zh-CN").out().replaceAll("\\s+", ""))
                .contains("上次决定（或其剩余步骤）未执行");
        assertThat(look("idle").out()).contains("nothing is to be done (no_gain)", "Not worth a call.");
        assertThat(look("refuser").out())
                .contains("whatever was decided: the customer refused it", "wants no care at all")
                .doesNotContain("Go through the bill", "For the price");
    }

    @Test
    void neverTellsAnybodyToCareForAShadow() {
        assertThat(look("shadow").out().replaceAll("\\s+", " "))
                .contains("held out by lot", "served as ever", "held out, for good")
                .doesNotContain("Ask ", "bill-review", "It would help");
    }

    @Test
    void namesTheIdsThatNothingIsKnownOf() {
        CommandRun run = look("open", "0open", "客户-无");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.out()).contains("Customer open").doesNotContain("0open");
        assertThat(run.err())
                .contains("'0open'", "'客户-无'", "byte for byte with leading zeros")
                .doesNotContain("'open'");
        assertThat(look("--", "-A7").out()).startsWith("Customer -A7\n");
    }

    @Test
    void saysWhyWhatWasDecidedIsNotDone() {
        try (Store store = Store.open(new StoreLocation.SqliteFile(file))) {
            store.contacts()
                    .consent(
                            new Consent("open", Consent.PROFILING, Consent.ALL, false, NOW.minusSeconds(60), "call"),
                            WRITING);
            store.outcomes().addAll(List.of(Leavings.left("o-1", "-A7", NOW.minusSeconds(60))), WRITING);
        }

        assertThat(look("open").out().replaceAll("\\s+", " "))
                .contains(
                        "nothing, whatever was decided: the customer objects to being profiled",
                        "closed: profiling_objection")
                .doesNotContain("Go through the bill", "It would help");
        assertThat(look("--", "-A7").out().replaceAll("\\s+", " "))
                .contains("nothing: the customer has left", "closed: already_left")
                .doesNotContain("Go through the bill");
        assertThat(look("open", "--language", "zh-CN").out().replaceAll("\\s+", ""))
                .contains("客户反对画像分析，此前的决定不再执行");
    }

    @Test
    void doesNotSayThatNothingIsRefusedBesideAnOptOutOfTheTable() {
        try (Store store = Store.open(new StoreLocation.SqliteFile(file))) {
            NewDecision optedOut = NewDecision.of("d out", "out", HoldOutMember.TREATED, NewDecision.NONE, end())
                    .cause(Optional.of("opted_out"))
                    .build();
            store.plans()
                    .keep(
                            new NewPlan("plan-2", "d", "e", "salt", 0.1, "{}", "{}", List.of(), List.of(optedOut)),
                            WRITING);
        }

        assertThat(look("out").out().replaceAll("\\s+", " "))
                .contains("wanted no contact when the plan was made")
                .doesNotContain("nothing is refused");
        assertThat(look("out", "--language", "zh-CN").out().replaceAll("\\s+", ""))
                .contains("已拒绝联系；目前未登记拒绝")
                .doesNotContain("没有拒绝任何联系");
        assertThat(look("refuser").out().replaceAll("\\s+", " "))
                .contains("wants no care at all")
                .doesNotContain("when the plan was made");
    }

    @Test
    void saysWhichChannelLeadsToSomebodyElse() {
        try (Store store = Store.open(new StoreLocation.SqliteFile(file))) {
            store.work()
                    .attemptEach(
                            List.of(new Attempt(
                                    "a-2",
                                    item(store, "open").itemId(),
                                    "bob",
                                    Disposition.WRONG_NUMBER,
                                    Optional.empty(),
                                    "")),
                            WRITING);
        }

        assertThat(look("open").out().replaceAll("\\s+", " "))
                .contains("the number or address is another's, as an agent found out: phone");
        assertThat(look("open", "--language", "zh-CN").out().replaceAll("\\s+", ""))
                .contains("号码或地址有误（经办人报告）：电话");
    }

    @Test
    void saysWhichUnitHasLeftAndWhoIsThereAgain() {
        try (Store store = Store.open(new StoreLocation.SqliteFile(file))) {
            store.plans()
                    .keep(
                            new NewPlan(
                                    "plan-2",
                                    "d",
                                    "e",
                                    "salt",
                                    0.1,
                                    "{}",
                                    "{}",
                                    List.of(),
                                    List.of(
                                            ofUnit("lines", "L-1", NewDecision.RETAIN),
                                            ofUnit("back", "L-7", NewDecision.WIN_BACK))),
                            WRITING);
        }
        assertThat(look("lines").out().replaceAll("\\s+", " "))
                .contains("For the price.", "; unit L-1; team retention");

        try (Store store = Store.open(new StoreLocation.SqliteFile(file))) {
            store.outcomes()
                    .addAll(
                            List.of(
                                    Leavings.turn("o-1", "lines", "L-1", OutcomeKind.LEFT, NOW.minusSeconds(60)),
                                    Leavings.turn("o-2", "back", "L-7", OutcomeKind.RETURNED, NOW.minusSeconds(60))),
                            WRITING);
        }

        assertThat(look("lines").out().replaceAll("\\s+", " "))
                .contains("nothing: L-1 has left, and no care is decided for whatever else the customer has")
                .doesNotContain("For the price.", "the customer has left");
        assertThat(look("lines", "--language", "zh-CN").out().replaceAll("\\s+", ""))
                .contains("无：L-1已流失，该客户的其他业务尚无关怀安排");
        assertThat(look("back").out().replaceAll("\\s+", " "))
                .contains("nothing: who was to be won back is there again", "closed: returned")
                .doesNotContain("For the price.");
    }

    private static NewDecision ofUnit(String customer, String unit, String goal) {
        DecisionStep call = new DecisionStep(1, "phone", "retention", NOW, end(), LocalizedText.same("Ring."));
        return NewDecision.of("d " + unit, customer, HoldOutMember.TREATED, NewDecision.PLANNED, end())
                .unit(unit)
                .goal(Optional.of(goal))
                .action(Optional.of("call"), List.of(call))
                .explanation("[{\"question\":\"why_this\",\"texts\":{\"en\":\"For the price.\",\"zh-CN\":\"因为价格。\"}}]")
                .build();
    }

    @Test
    void aServerSaysTheSame() {
        String direct =
                look("open", "claimed", "done", "shadow", "idle", "refuser").out();
        ServerSettings settings = ServerSettings.of(TinyBundles.write(folder.resolve("tiny.bundle")))
                .withPort(0)
                .withKeys(new KeyPolicy.WhereFileExists(folder.resolve("keys.json")))
                .withStore(new StoreLocation.SqliteFile(file));
        try (HoldfastServer server = HoldfastServer.start(settings, CommandRun.NOON)) {
            CommandRun asked = CommandRun.of(
                    "work",
                    "lookup",
                    "open",
                    "claimed",
                    "done",
                    "shadow",
                    "idle",
                    "refuser",
                    "--server",
                    server.address());

            assertThat(asked.out()).as(asked.err()).isEqualTo(direct);
        }
        assertThat(direct.lines().filter(line -> line.startsWith("Customer "))).hasSize(6);
    }

    @Test
    void nobodyClosedWhatExpiredAndWhoRefusedMissedNothing() {
        Instant then = NOW.minus(Duration.ofDays(60));
        Instant ended = NOW.minus(Duration.ofDays(30));
        Writing writing = new Writing("test", then);
        DecisionStep call = new DecisionStep(
                1,
                "phone",
                "retention",
                then.plusSeconds(60),
                ended,
                LocalizedText.of("Go through the bill.", "核对账单。"));
        List<NewDecision> decisions = Stream.of("late", "left alone")
                .map(id -> NewDecision.of("d " + id, id, HoldOutMember.TREATED, NewDecision.PLANNED, ended)
                        .action(Optional.of("bill-review"), List.of(call))
                        .build())
                .toList();
        try (Store store = Store.open(new StoreLocation.SqliteFile(file))) {
            store.plans().keep(new NewPlan("plan-0", "d", "e", "salt", 0.1, "{}", "{}", List.of(), decisions), writing);
            for (String id : List.of("late", "left alone")) {
                String item = store.work()
                        .query(WorkQuery.all().ofCustomer(id), then)
                        .get(0)
                        .itemId();
                store.work()
                        .attemptEach(
                                List.of(new Attempt(
                                        "a " + id, item, "bob", Disposition.NO_ANSWER, Optional.empty(), "")),
                                writing);
            }
            store.contacts().consent(new Consent("left alone", Consent.CARE, Consent.ALL, false, NOW, "call"), WRITING);
        }

        assertThat(look("late").out().replaceAll("\\s+", " "))
                .contains("was not done in its time", "closed: expired")
                .doesNotContain("closed by", "open, nobody");
        assertThat(look("left alone").out().replaceAll("\\s+", " "))
                .contains("whatever was decided: the customer refused it")
                .doesNotContain("not done in its time");
    }
}
