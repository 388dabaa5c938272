package io.holdfast.serving.store;

import static io.holdfast.serving.store.ContactsOf.contact;
import static io.holdfast.serving.store.PlansOf.NOW;
import static io.holdfast.serving.store.PlansOf.WRITING;
import static io.holdfast.serving.store.PlansOf.at;
import static io.holdfast.serving.store.PlansOf.nothing;
import static io.holdfast.serving.store.PlansOf.plan;
import static io.holdfast.serving.store.PlansOf.planned;
import static io.holdfast.serving.store.PlansOf.withheld;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.serving.work.WorkItem;
import io.holdfast.serving.work.WorkQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store promises, whatever its database. */
abstract class StoreContract extends OpenStore {
    /** Ids that lose something wherever somebody takes them for more than text. */
    static final List<String> DIFFICULT_IDS = List.of(
            "+8613800138000",
            "0012345",
            "P/2024/001",
            "-A7",
            "001D000001ABCDeFGH",
            "客户-张三",
            "a'b\"c;--",
            "𠮷",
            " x ",
            "%_");

    @Test
    void givesBackWhatItWasGiven() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);

        StoredDecision decision = look("C-1").decision().orElseThrow();

        assertThat(decision.decisionId()).isEqualTo("d-1");
        assertThat(decision.planId()).isEqualTo("plan-1");
        assertThat(decision.status()).isEqualTo("planned");
        assertThat(decision.action()).contains("bill-review");
        assertThat(decision.channel()).contains("phone");
        assertThat(decision.text().in(Language.CHINESE)).isEqualTo("核对账单。");
        assertThat(decision.assignedWith()).isEqualTo(0.9);
        assertThat(decision.decidedAt()).isEqualTo(NOW);
        assertThat(decision.state()).isEqualTo("open");
        assertThat(store.plans().candidates("d-1"))
                .containsEntry("bill-review", 0.9)
                .containsEntry("nothing", 0.1);
    }

    @Test
    void keepsIdsByteForByte() {
        for (String id : DIFFICULT_IDS) {
            store.plans().keep(plan("plan " + id, planned("d " + id, id)), WRITING);
            store.contacts().add(contact("contact " + id, id, "hello"), WRITING);
        }
        List<CustomerState> states = store.people().look(DIFFICULT_IDS, NOW);
        for (int i = 0; i < DIFFICULT_IDS.size(); i++) {
            String id = DIFFICULT_IDS.get(i);
            assertThat(states.get(i).asked()).isEqualTo(id);
            assertThat(states.get(i).decision().orElseThrow().customerId()).isEqualTo(id);
            assertThat(store.work().query(WorkQuery.all().ofCustomer(id), NOW))
                    .extracting(WorkItem::customerId)
                    .containsExactly(id);
            assertThat(store.contacts().of(id)).extracting(Contact::customerId).containsExactly(id);
            assertThat(store.people()
                            .export(id, WRITING)
                            .orElseThrow()
                            .path("customerId")
                            .textValue())
                    .isEqualTo(id);
        }
        assertThat(look("12345").decision()).isEmpty();
        assertThat(look("-a7").decision()).isEmpty();
        assertThat(look("x").decision()).isEmpty();
    }

    /** Who is held out by the lot of one campaign alone stands on no side, and the next one may act on them; by what probability it drew is kept. */
    @Test
    void whoACampaignHeldOutByItselfStandsOnNoSide() {
        NewDecision once = NewDecision.of(
                        "d-1", "C-1", HoldOutMember.HELD_OUT, NewDecision.WITHHELD, NOW.plus(Duration.ofDays(30)))
                .campaignShare(0.1)
                .build();
        store.plans().keep(plan("plan-1", once, withheld("d-2", "C-2")), WRITING);
        Instant later = NOW.plus(Duration.ofDays(31));
        store.plans().keep(plan("plan-2", planned("d-3", "C-1"), planned("d-4", "C-2")), at(later));

        assertThat(store.people().look(List.of("C-1", "C-2"), NOW))
                .extracting(state -> state.holdOut().map(HoldOutMember::arm))
                .containsExactly(Optional.of("treated"), Optional.of("held-out"));
        assertThat(store.people().export("C-1", WRITING).orElseThrow().toString())
                .contains("\"campaign_share\":0.1");
    }

    @Test
    void countsTheSamePlanOnce() {
        NewPlan plan = plan("plan-1", planned("d-1", "C-1"), withheld("d-2", "C-2"));
        PlanReceipt first = store.plans().keep(plan, WRITING);
        PlanReceipt second = store.plans().keep(plan, at(NOW.plusSeconds(5)));

        assertThat(first).isEqualTo(new PlanReceipt("plan-1", false, 2, 1, Set.of()));
        assertThat(second).isEqualTo(new PlanReceipt("plan-1", true, 2, 1, Set.of()));
        assertThat(store.work().query(WorkQuery.all(), NOW)).hasSize(1);
        NewPlan other = plan("plan-1", planned("d-9", "C-9"));
        assertRefused("plan_kept", () -> store.plans().keep(other, WRITING));
        assertRefused("plan_exists", () -> store.plans().keep(askedForOtherwise(other), WRITING));
        assertThat(look("C-9").decision()).isEmpty();
    }

    @Test
    void givesOneAnswerUntilItIsOver() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        PlanReceipt second = store.plans().keep(plan("plan-2", planned("d-2", "C-1"), planned("d-3", "C-3")), WRITING);

        assertThat(second.left()).containsExactly("d-2");
        assertThat(second.decisions()).isEqualTo(1);
        assertThat(look("C-1").decision().orElseThrow().decisionId()).isEqualTo("d-1");

        Instant later = NOW.plus(Duration.ofDays(30));
        assertThat(store.people().look(List.of("C-1"), later).get(0).decision()).isEmpty();
        assertThat(store.work().query(WorkQuery.all(), later)).isEmpty();
        assertThat(store.plans()
                        .keep(plan("plan-4", planned("d-4", "C-1")), at(later))
                        .left())
                .isEmpty();
        assertThat(store.plans().find("d-1").orElseThrow().state()).isEqualTo("expired");
    }

    private static NewPlan askedForOtherwise(NewPlan plan) {
        return new NewPlan(
                plan.planId(),
                plan.modelDigest(),
                plan.playbookDigest(),
                plan.holdOutSalt(),
                plan.holdOutShare(),
                "{\"budget\": 2}",
                plan.summary(),
                plan.predictions(),
                plan.decisions());
    }

    @Test
    void aPlanThatAnotherCameBeforeIsNotKeptAtAll() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);

        assertRefused(
                Plans.OVERTAKEN,
                () -> store.plans()
                        .keepUnlessOvertaken(plan("plan-2", planned("d-2", "C-2"), withheld("d-3", "C-1")), WRITING));

        assertThat(look("C-2").decision()).isEmpty();
        assertThat(store.plans()
                        .keepUnlessOvertaken(plan("plan-2", planned("d-2", "C-2"), nothing("d-3", "C-1")), WRITING)
                        .left())
                .containsExactly("d-3");
        assertThat(store.plans()
                        .keepUnlessOvertaken(plan("plan-2", planned("d-2", "C-2"), nothing("d-3", "C-1")), WRITING)
                        .left())
                .as("said again")
                .containsExactly("d-3");
    }

    @Test
    void makesNoWorkOfShadows() {
        store.plans().keep(plan("plan-1", withheld("d-1", "C-1")), WRITING);

        CustomerState state = look("C-1");

        assertThat(state.decision().orElseThrow().status()).isEqualTo("withheld");
        assertThat(state.holdOut().orElseThrow().arm()).isEqualTo("held-out");
        assertThat(state.holdOut().orElseThrow().since()).isEqualTo(NOW);
        assertThat(store.work().query(WorkQuery.all(), NOW)).isEmpty();
        assertRefused(
                "not_carried_out",
                () -> store.plans().override("d-1", Optional.empty(), "did it anyway", "agent-7", WRITING));
    }

    @Test
    void notesWhoDidSomethingElse() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        store.plans().override("d-1", Optional.of("fee-waiver"), "asked for it", "agent-7", WRITING);

        assertThat(look("C-1").decision()).isEmpty();
        assertThat(store.work().query(WorkQuery.all(), NOW)).isEmpty();
        JsonNode decision = store.people()
                .export("C-1", WRITING)
                .orElseThrow()
                .path("decision")
                .path(0);
        assertThat(decision.path("override_action").textValue()).isEqualTo("fee-waiver");
        assertThat(decision.path("override_by").textValue()).isEqualTo("agent-7");
        assertThat(decision.path("action").textValue()).isEqualTo("bill-review");
        assertThat(decision.path("arm").textValue()).isEqualTo("treated");
        long lines = store.audit().verify().entries();
        store.plans().override("d-1", Optional.of("fee-waiver"), "asked for it", "agent-7", WRITING);
        assertThat(store.audit().verify().entries())
                .as("said again, it is nothing new")
                .isEqualTo(lines);
        assertRefused("decision_closed", () -> store.plans().override("d-1", Optional.empty(), "", "agent-8", WRITING));
        assertRefused(
                "no_such_decision", () -> store.plans().override("d-0", Optional.empty(), "", "agent-8", WRITING));
    }

    @Test
    void handsOutEverythingAndErasesIt() {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1"), planned("d-2", "C-2")), WRITING);
        WorkItem item =
                store.work().query(WorkQuery.all().ofCustomer("C-1"), NOW).get(0);
        store.work().claim(item.itemId(), "agent-7", WRITING);
        store.contacts().add(contact("k-1", "C-1", "hello"), WRITING);
        store.contacts().consent(consent("C-1", "*", false, NOW), WRITING);
        store.people().merge("C-1b", "C-1", WRITING);

        JsonNode file = store.people().export("C-1b", WRITING).orElseThrow();
        assertThat(file.path("prediction").path(0).path("inputs").path("tenure").intValue())
                .isEqualTo(2);
        assertThat(file.path("work_item").path(0).path("claimed_by").textValue())
                .isEqualTo("agent-7");
        assertThat(file.path("contact").path(0).path("occurred_at").textValue())
                .isEqualTo("2026-01-31T12:00:00.123456Z");
        assertThat(file.path("hold_out").path(0).path("arm").textValue()).isEqualTo("treated");
        assertThat(file.path("candidate")).hasSize(2);
        assertThat(file.path("customer_alias").path(0).path("alias").textValue())
                .isEqualTo("C-1b");
        assertThat(file.path("audit")).isNotEmpty();

        assertThat(store.people().erase("C-1", WRITING)).isGreaterThanOrEqualTo(9);

        assertThat(store.people().export("C-1", WRITING)).isEmpty();
        assertThat(look("C-1").decision()).isEmpty();
        assertThat(store.contacts().of("C-1")).isEmpty();
        assertThat(store.work().find(item.itemId(), NOW)).isEmpty();
        assertThat(look("C-1").optedOut())
                .as("whoever opted out is left alone for ever")
                .isTrue();
        assertThat(look("C-1b").optedOut()).isTrue();
        assertThat(look("C-2").decision()).isPresent();
        assertThat(store.people().erase("C-1", WRITING)).isZero();
        assertThat(store.audit().verify().isWhole()).isTrue();
    }

    @Test
    void keepsToWhatAnErasedCustomerHadRefused() {
        store.contacts().consent(new Consent("C-1", Consent.PROFILING, Consent.ALL, false, NOW, "letter"), WRITING);
        store.contacts().consent(consent("C-2", "phone", false, NOW), WRITING);
        store.contacts().consent(consent("C-2", "email", true, NOW), WRITING);
        store.contacts().consent(consent("C-3", "*", true, NOW), WRITING);
        for (int again = 0; again < 2; again++) {
            for (String id : List.of("C-1", "C-2", "C-3")) {
                store.people().erase(id, WRITING);
            }
            store.plans()
                    .keep(
                            plan(
                                    "plan-" + again,
                                    planned("d-1" + again, "C-1"),
                                    planned("d-2" + again, "C-2"),
                                    planned("d-3" + again, "C-3")),
                            WRITING);

            assertThat(look("C-1").objects()).isTrue();
            assertThat(look("C-1").optedOut()).isFalse();
            assertThat(look("C-2").objects()).isFalse();
            assertThat(look("C-2").refusedChannels()).containsExactly("phone");
            assertThat(look("C-3").objects()).isFalse();
            assertThat(look("C-3").optedOut()).isFalse();
            assertThat(look("C-3").refusedChannels()).isEmpty();
        }
    }

    @Test
    void leavesNothingOfAnErasedCustomerInAnyTable() {
        String id = "P/2024/001";
        store.plans().keep(plan("plan-1", planned("d-1", id)), WRITING);
        store.contacts().add(contact("k-1", id, "hello"), WRITING);
        store.people().merge("old " + id, id, WRITING);
        store.people().erase(id, WRITING);

        for (String table : StoreCopy.TABLES) {
            List<String> rows = store.connections()
                    .read(handle -> handle.createQuery("select * from " + table)
                            .mapToMap()
                            .map(Object::toString)
                            .list());
            assertThat(rows).as(table).noneMatch(row -> row.contains(id));
        }
    }

    @Test
    void noticesChangesOfTheAudit() {
        for (int i = 0; i < 5; i++) {
            store.contacts().add(contact("k-" + i, "C-1", "hello"), WRITING);
        }
        AuditVerdict whole = store.audit().verify();
        assertThat(whole.entries()).isEqualTo(5);
        assertThat(whole.isWhole()).isTrue();

        store.damage(handle -> handle.execute("update audit set actor = 'nobody' where seq = 3"));
        assertThat(store.audit().verify().brokenAt()).hasValue(3);
        store.damage(handle -> handle.execute("update audit set actor = 'key:test' where seq = 3"));
        assertThat(store.audit().verify()).isEqualTo(whole);
        store.damage(handle -> handle.execute("delete from audit where seq = 5"));
        assertThat(store.audit().verify().brokenAt()).hasValue(5);
        store.damage(handle -> handle.execute("delete from audit where seq = 2"));
        assertThat(store.audit().verify().brokenAt()).hasValue(2);
    }

    @Test
    void takesManyWritesAtOnceAndRefusesTheWrongOnesAlone() throws Exception {
        int threads = 8;
        int each = 25;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Integer>> refused = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int thread = t;
            refused.add(pool.submit(() -> {
                start.await();
                int refusals = 0;
                for (int i = 0; i < each; i++) {
                    store.contacts().add(contact("k-" + thread + "-" + i, "C-" + i, "hello"), WRITING);
                    try {
                        store.contacts().add(contact("k-" + thread + "-" + i, "C-" + i, "other"), WRITING);
                    } catch (WriteRefusedException e) {
                        refusals++;
                    }
                }
                return refusals;
            }));
        }
        start.countDown();
        for (Future<Integer> future : refused) {
            assertThat(future.get()).isEqualTo(each);
        }
        pool.shutdown();
        AuditVerdict verdict = store.audit().verify();
        assertThat(verdict.isWhole()).isTrue();
        assertThat(verdict.entries()).isEqualTo((long) threads * each);
    }

    @Test
    void survivesItsOwnFaultsInOneWrite() {
        assertThatThrownBy(() -> store.damage(handle -> {
                    handle.execute("update audit_head set seq = 77 where id = 1");
                    throw new IllegalArgumentException("a fault");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.damage(
                        handle -> handle.execute("insert into audit_head (id, seq, hash) values (1, 0, '')")))
                .isNotInstanceOf(StoreUnavailableException.class);

        assertThat(store.contacts().add(contact("k-1", "C-1", "hello"), WRITING))
                .isTrue();
        assertThat(store.audit().verify().isWhole()).isTrue();
    }

    @Test
    void isTheSameAfterItWasClosed() {
        StoreLocation where = location();
        try (Store first = Store.open(where)) {
            first.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);
        }
        try (Store second = Store.open(where)) {
            assertThat(second.people().look(List.of("C-1"), NOW).get(0).decision())
                    .isPresent();
            assertThat(second.audit().verify().entries()).isEqualTo(1);
            assertThat(second.isReady()).isTrue();
        }
    }

    @Test
    void comesBackFromABackup() throws Exception {
        store.plans().keep(plan("plan-1", planned("d-1", "C-1"), withheld("d-2", "客户-张三")), WRITING);
        store.contacts().add(contact("k-1", "0012345", "hello"), WRITING);
        JsonNode before = store.people().export("客户-张三", WRITING).orElseThrow();
        AuditVerdict audit = store.audit().verify();
        Path backup = directory.resolve("backup.db");

        store.backUp(backup);
        store.contacts().add(contact("k-2", "0012345", "later"), WRITING);

        try (Store copy = Store.open(new StoreLocation.SqliteFile(backup))) {
            assertThat(copy.audit().verify()).isEqualTo(audit);
            assertThat(copy.contacts().of("0012345"))
                    .extracting(Contact::contactId)
                    .containsExactly("k-1");
        }
        try (Store restored = Store.open(location())) {
            assertThat(restored.restore(backup)).isGreaterThan(10);
            assertThat(restored.audit().verify()).isEqualTo(audit);
            JsonNode after = restored.people().export("客户-张三", WRITING).orElseThrow();
            ((ObjectNode) after).remove("audit");
            ((ObjectNode) before).remove("audit");
            assertThat(after).isEqualTo(before);
            assertThat(restored.plans().candidates("d-1")).hasSize(2);
            assertThatThrownBy(() -> restored.restore(backup)).hasMessageContaining("holds something already");
        }
        assertThatThrownBy(() -> store.backUp(backup)).hasMessageContaining("exists already");
    }

    @Test
    void refusesATooNewStore() {
        StoreLocation where = location();
        try (Store newer = Store.open(where)) {
            newer.damage(handle ->
                    handle.execute("insert into holdfast_migration (installed_rank, version, description, type, script,"
                            + " checksum, installed_by, execution_time, success) select 9999, '9999', 'future',"
                            + " 'SQL', 'V9999__future.sql', 1, 'x', 1, success from holdfast_migration where"
                            + " version = '1'"));
        }
        assertThatThrownBy(() -> Store.open(where)).hasMessageContaining("newer version");
    }

    private static Consent consent(String customer, String channel, boolean granted, Instant saidAt) {
        return new Consent(customer, Consent.CARE, channel, granted, saidAt, "call");
    }

    @Test
    void knowsWhatWasDecidedWhetherCarriedOutOrOnlyWrittenDown() {
        store.plans()
                .keep(
                        plan(
                                "plan-1",
                                withheld("d-1", "A"),
                                planned("d-2", "B"),
                                withheld("d-3", "C"),
                                nothing("d-4", "E")),
                        WRITING);
        store.people().merge("C", "D", WRITING);
        Instant due = NOW.plus(Duration.ofDays(1));

        assertThat(store.plans().decided(List.of("A", "B", "D", "E"), NOW, due))
                .isEqualTo(Map.of(
                        "A",
                                List.of(new DecidedPlay(
                                        "A", due, "bill-review", "plan-1", 0, Optional.empty(), Optional.empty())),
                        "B",
                                List.of(new DecidedPlay(
                                        "B", due, "bill-review", "plan-1", 0, Optional.empty(), Optional.empty())),
                        "D",
                                List.of(new DecidedPlay(
                                        "D", due, "bill-review", "plan-1", 0, Optional.empty(), Optional.empty()))));
        assertThat(store.plans().decided(List.of("A"), NOW, due.minusSeconds(1)))
                .as("not due yet")
                .isEmpty();
        assertThat(store.plans().decided(List.of("A"), due.plusSeconds(1), due.plusSeconds(9)))
                .as("long ago")
                .isEmpty();
        assertThat(store.plans().decided(List.of(), NOW, due)).isEmpty();
    }
}
