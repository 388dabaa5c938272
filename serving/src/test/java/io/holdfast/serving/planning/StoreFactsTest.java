package io.holdfast.serving.planning;

import static io.holdfast.serving.store.PlansOf.NOW;
import static io.holdfast.serving.store.PlansOf.WRITING;
import static io.holdfast.serving.store.PlansOf.plan;
import static io.holdfast.serving.store.PlansOf.planned;
import static io.holdfast.serving.store.PlansOf.play;
import static io.holdfast.serving.store.PlansOf.winBack;
import static io.holdfast.serving.store.PlansOf.withheld;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.plan.PastContact;
import io.holdfast.care.plan.PlanCustomer;
import io.holdfast.care.playbook.Channel;
import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.serving.store.Contact;
import io.holdfast.serving.store.DecisionStep;
import io.holdfast.serving.store.HoldOutMember;
import io.holdfast.serving.store.NewDecision;
import io.holdfast.serving.store.OutcomesOf;
import io.holdfast.serving.store.PlansOf;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoreLocation;
import io.holdfast.serving.store.Writing;
import io.holdfast.serving.work.Attempt;
import io.holdfast.serving.work.Disposition;
import io.holdfast.serving.work.WorkItem;
import io.holdfast.serving.work.WorkQuery;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreFactsTest {
    /** A call, and another one eight days later, but not on a Monday. */
    private static final String PLAYBOOK = """
                    format: 2
                    name: calls
                    jurisdiction: checked
                    currency: EUR
                    contactThreshold: 0.1
                    holdOut: {salt: calls, share: 0.1}
                    margin: {perValue: 6, months: 12}
                    quiet: {days: [monday]}
                    teams: {desk: {contacts: 50, days: 30}}
                    channels: {phone: {cost: 6}}
                    actions:
                      - code: bill-review
                        reasons: [price]
                        priceAffecting: false
                        coolDownDays: 60
                        effect: {change: -0.3, deviation: 0.1}
                        steps:
                          - {channel: phone, team: desk, text: {en: Go through the bill., zh-CN: 核对账单。}}
                          - {channel: phone, team: desk, afterDays: 8, text: {en: Ask again., zh-CN: 回访。}}
                    """;

    private static final Planning PLANNING = planning(PLAYBOOK);

    @TempDir
    Path folder;

    private static Planning planning(String playbook) {
        return Playbook.read("calls.yaml", playbook.getBytes(StandardCharsets.UTF_8))
                .planning()
                .orElseThrow();
    }

    private static List<PastContact> contacts(Store store, String planId, Duration later) {
        return contacts(store, "A", planId, later);
    }

    private static List<PastContact> contacts(Store store, String customer, String planId, Duration later) {
        Instant now = NOW.plus(later);
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new StoreFacts(store, PLANNING, planId, day, now)
                .addTo(List.of(PlanCustomer.of(customer, 0.2).build()))
                .get(0)
                .contacts();
    }

    @Test
    void planForNobodyWhoHasLeftUnlessToWinThemBack() {
        try (Store store = Store.open(new StoreLocation.SqliteFile(folder.resolve("store.db")))) {
            Instant left = NOW.minusSeconds(60);
            store.outcomes()
                    .addAll(List.of(OutcomesOf.left("o-1", "A", left), OutcomesOf.left("o-2", "B", left)), WRITING);

            List<PlanCustomer> known = new StoreFacts(
                            store, PLANNING, "next", LocalDate.ofInstant(NOW, ZoneOffset.UTC), NOW)
                    .addTo(List.of(
                            PlanCustomer.of("A", 0.2).unit("L-1").build(),
                            PlanCustomer.of("B", 0.2).lost().build(),
                            PlanCustomer.of("C", 0.2).build()));

            assertThat(known).extracting(PlanCustomer::departed).containsExactly(true, false, false);
            assertThat(known.get(0).unit()).isEqualTo("L-1");
        }
    }

    @Test
    void readsAsFarBackAsThePlaybookHasRules() {
        Planning longRests = planning(
                PLAYBOOK.replace("coolDownDays: 60", "coolDownDays: 3660").replace("actions:", """
                        limits: {refusalDays: 3660}
                        actions:"""));
        Instant now = NOW.plus(Duration.ofDays(3659));
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        try (Store store = Store.open(new StoreLocation.SqliteFile(folder.resolve("store.db")))) {
            store.plans().keep(plan("plan-1", planned("d-1", "A")), WRITING);
            String item = store.work().query(WorkQuery.all(), NOW).get(0).itemId();
            store.work()
                    .attemptAll(
                            List.of(new Attempt("a-1", item, "ann", Disposition.REFUSED, Optional.empty(), "")),
                            WRITING);
            List<PlanCustomer> asked = List.of(PlanCustomer.of("A", 0.2).build());

            PlanCustomer rests = new StoreFacts(store, longRests, "next", day, now)
                    .addTo(asked)
                    .get(0);
            PlanCustomer forgotten = new StoreFacts(store, PLANNING, "next", day, now)
                    .addTo(asked)
                    .get(0);

            assertThat(rests.contacts()).extracting(PastContact::action).contains("bill-review");
            assertThat(rests.declined()).extracting(PastContact::action).containsExactly("bill-review");
            assertThat(forgotten.contacts()).as("no rule reaches back so far").isEmpty();
        }
    }

    @Test
    void knowsWhatWasRefusedOfWorkThatAMergeEnded() {
        try (Store store = Store.open(new StoreLocation.SqliteFile(folder.resolve("store.db")))) {
            store.plans().keep(plan("plan-1", planned("d-1", "A")), WRITING);
            store.plans().keep(plan("plan-2", planned("d-2", "B")), WRITING);
            List<WorkItem> items = store.work().query(WorkQuery.all(), NOW);
            items.forEach(item -> store.work().claim(item.itemId(), "ann", WRITING));
            store.people().merge("B", "A", WRITING);
            String ended = items.stream()
                    .filter(item -> item.decisionId().equals("d-2"))
                    .findFirst()
                    .orElseThrow()
                    .itemId();
            store.work().attempt(new Attempt("a-1", ended, "ann", Disposition.REFUSED, Optional.empty(), ""), WRITING);
            LocalDate day = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
            List<PlanCustomer> asked = List.of(PlanCustomer.of("A", 0.2).build());

            assertThat(new StoreFacts(store, PLANNING, "next", day, NOW)
                            .addTo(asked)
                            .get(0)
                            .declined())
                    .containsExactly(new PastContact(day, "bill-review"));
            assertThat(new StoreFacts(store, PLANNING, "plan-2", day, NOW)
                            .addTo(asked)
                            .get(0)
                            .declined())
                    .as("its own work")
                    .isEmpty();
        }
    }

    @Test
    void knowsWhatAgentsFoundOutUnlessByTheWorkOfThePlanItself() {
        try (Store store = Store.open(new StoreLocation.SqliteFile(folder.resolve("store.db")))) {
            store.plans().keep(plan("plan-1", planned("d-1", "A"), planned("d-2", "B"), planned("d-3", "C")), WRITING);
            Disposition[] found = {Disposition.ALREADY_LEFT, Disposition.WRONG_NUMBER, Disposition.REFUSED};
            for (int i = 0; i < found.length; i++) {
                String item = store.work()
                        .query(WorkQuery.all().ofCustomer(List.of("A", "B", "C").get(i)), NOW)
                        .get(0)
                        .itemId();
                store.work()
                        .attemptAll(
                                List.of(new Attempt("a-" + i, item, "ann", found[i], Optional.empty(), "")), WRITING);
            }
            LocalDate day = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
            List<PlanCustomer> asked = List.of(
                    PlanCustomer.of("A", 0.2).build(),
                    PlanCustomer.of("B", 0.2).build(),
                    PlanCustomer.of("C", 0.2).build());

            List<PlanCustomer> next = new StoreFacts(store, PLANNING, "next", day, NOW).addTo(asked);
            assertThat(next).extracting(PlanCustomer::departed).containsExactly(true, false, false);
            assertThat(next.get(1).wrongChannels()).containsExactly(Channel.PHONE);
            assertThat(next.get(2).declined()).containsExactly(new PastContact(day, "bill-review"));
            List<PlanCustomer> again = new StoreFacts(store, PLANNING, "plan-1", day, NOW).addTo(asked);
            assertThat(again).extracting(PlanCustomer::departed).containsExactly(false, false, false);
            assertThat(again.get(1).wrongChannels()).isEmpty();
            assertThat(again.get(2).declined()).isEmpty();
            PlanCustomer lost = PlanCustomer.of("A", 0.2).lost().build();
            assertThat(new StoreFacts(store, PLANNING, "next", day, NOW)
                            .addTo(List.of(lost))
                            .get(0)
                            .departed())
                    .isFalse();
        }
    }

    @Test
    void isFreeToBeWonBackWhateverWasDecidedToKeepThem() {
        try (Store store = Store.open(new StoreLocation.SqliteFile(folder.resolve("store.db")))) {
            store.plans().keep(plan("plan-1", planned("d-1", "A"), planned("d-2", "B")), WRITING);
            store.outcomes().addAll(List.of(OutcomesOf.left("o-1", "A", NOW.minusSeconds(60))), WRITING);

            List<PlanCustomer> known = new StoreFacts(
                            store, PLANNING, "next", LocalDate.ofInstant(NOW, ZoneOffset.UTC), NOW)
                    .addTo(List.of(
                            PlanCustomer.of("A", 0.2).lost().build(),
                            PlanCustomer.of("B", 0.2).build()));

            assertThat(known).extracting(PlanCustomer::engaged).containsExactly(false, true);
        }
    }

    @Test
    void isFreeToBeKeptWhateverWasDecidedToWinThemBack() {
        try (Store store = Store.open(new StoreLocation.SqliteFile(folder.resolve("store.db")))) {
            store.plans().keep(plan("plan-1", winBack("w-1", "A", ""), winBack("w-2", "B", "")), WRITING);

            List<PlanCustomer> known = new StoreFacts(
                            store, PLANNING, "next", LocalDate.ofInstant(NOW, ZoneOffset.UTC), NOW)
                    .addTo(List.of(
                            PlanCustomer.of("A", 0.2).build(),
                            PlanCustomer.of("B", 0.2).lost().build()));

            assertThat(known).extracting(PlanCustomer::engaged).containsExactly(false, true);
        }
    }

    /** At most one play for a customer, whichever of their lines and plans it is of. */
    @Test
    void oneUnitsCareStandsBeforeTheOthersUntilItIsOver() {
        try (Store store = Store.open(new StoreLocation.SqliteFile(folder.resolve("store.db")))) {
            store.plans()
                    .keep(
                            plan(
                                    "plan-1",
                                    planned("d-1", "A"),
                                    withheld("d-2", "B"),
                                    PlansOf.nothing("d-3", "C"),
                                    PlansOf.winBack("d-4", "D", "L-1")),
                            WRITING);
            PlanCustomer[] lines = {
                PlanCustomer.of("A", 0.2).unit("L-2").build(),
                PlanCustomer.of("B", 0.2).unit("L-2").build(),
                PlanCustomer.of("C", 0.2).unit("L-2").build(),
                PlanCustomer.of("D", 0.2).unit("L-2").build(),
                PlanCustomer.of("D", 0.2).unit("L-1").lost().build()
            };

            assertThat(otherUnits(store, "next", lines)).containsExactly(true, true, false, true, false);
            assertThat(otherUnits(store, "plan-1", lines))
                    .as("its own plan, asked for again")
                    .containsOnly(false);
            assertThat(otherUnits(
                            store, "next", PlanCustomer.of("A", 0.2).lost().build()))
                    .containsExactly(false);
            store.plans().override("d-1", Optional.empty(), "on leave", "ann", WRITING);
            assertThat(otherUnits(store, "next", lines)[0]).as("over").isFalse();
        }
    }

    @Test
    void careOfAUnitThatHasLeftHoldsUpNoOther() {
        try (Store store = Store.open(new StoreLocation.SqliteFile(folder.resolve("store.db")))) {
            Instant until = NOW.plus(Duration.ofDays(30));
            NewDecision call = NewDecision.of("d-1", "A", HoldOutMember.TREATED, NewDecision.PLANNED, until)
                    .unit("L-1")
                    .goal(Optional.of(NewDecision.RETAIN))
                    .action(
                            Optional.of("bill-review"),
                            List.of(new DecisionStep(1, "phone", "desk", NOW, until, LocalizedText.same("Ring."))))
                    .build();
            store.plans().keep(plan("plan-1", call), WRITING);
            PlanCustomer other = PlanCustomer.of("A", 0.2).unit("L-2").build();
            assertThat(otherUnits(store, "next", other)).containsExactly(true);

            store.outcomes().addAll(List.of(OutcomesOf.left("o-1", "A", "L-1", NOW.minusSeconds(60))), WRITING);

            assertThat(otherUnits(store, "next", other)).containsExactly(false);
        }
    }

    private static boolean[] otherUnits(Store store, String planId, PlanCustomer... lines) {
        List<PlanCustomer> known = new StoreFacts(
                        store, PLANNING, planId, LocalDate.ofInstant(NOW, ZoneOffset.UTC), NOW)
                .addTo(List.of(lines));
        boolean[] other = new boolean[lines.length];
        for (int i = 0; i < other.length; i++) {
            other[i] = known.get(i).otherUnitEngaged();
        }
        return other;
    }

    /** As if it had been carried out: else the shadow would get the play a month later, and nothing would be measured. */
    @Test
    void aShadowHasHadTheContactsThatItWouldHaveHad() {
        try (Store store = Store.open(new StoreLocation.SqliteFile(folder.resolve("store.db")))) {
            store.plans().keep(plan("plan-1", withheld("d-1", "A"), planned("d-2", "B")), WRITING);

            assertThat(contacts(store, "next", Duration.ofHours(1)))
                    .as("due tomorrow")
                    .isEmpty();
            assertThat(contacts(store, "next", Duration.ofDays(2)))
                    .containsExactly(new PastContact(LocalDate.of(2026, 2, 1), "bill-review"));
            assertThat(contacts(store, "next", Duration.ofDays(9)))
                    .as("eight days later is a Monday, on which nobody is called")
                    .hasSize(1);
            assertThat(contacts(store, "next", Duration.ofDays(10)))
                    .containsExactly(
                            new PastContact(LocalDate.of(2026, 2, 1), "bill-review"),
                            new PastContact(LocalDate.of(2026, 2, 10), "bill-review"));
            assertThat(contacts(store, "plan-1", Duration.ofDays(10)))
                    .as("what came of the same plan does not count")
                    .isEmpty();
        }
    }

    /** Whether nobody answers five times or nobody ever calls: what the next plan may do is the same on both sides. */
    @Test
    void bothSidesOfTheMeasurementHaveHadTheSameContacts() {
        try (Store store = Store.open(new StoreLocation.SqliteFile(folder.resolve("store.db")))) {
            store.plans().keep(plan("plan-1", withheld("d-1", "A"), planned("d-2", "B"), planned("d-3", "C")), WRITING);
            WorkItem item =
                    store.work().query(WorkQuery.all().ofCustomer("B"), NOW).get(0);
            for (int i = 0; i < 3; i++) {
                Writing later = PlansOf.at(NOW.plus(Duration.ofDays(2 + i)));
                store.work().claim(item.itemId(), "ann", later);
                store.work()
                        .attempt(
                                new Attempt(
                                        "a-" + i, item.itemId(), "ann", Disposition.NO_ANSWER, Optional.empty(), ""),
                                later);
            }
            List<PastContact> shadow = contacts(store, "A", "next", Duration.ofDays(30));

            assertThat(shadow).hasSize(2);
            assertThat(contacts(store, "B", "next", Duration.ofDays(30)))
                    .as("tried three times")
                    .isEqualTo(shadow);
            assertThat(contacts(store, "C", "next", Duration.ofDays(30)))
                    .as("never tried")
                    .isEqualTo(shadow);
        }
    }

    /** A cool-down of thirty days is to begin with the call, not with the day on which it should have been made. */
    @Test
    void whoWasCalledLateWaitsFromThen() {
        try (Store store = Store.open(new StoreLocation.SqliteFile(folder.resolve("store.db")))) {
            store.plans().keep(plan("plan-1", planned("d-1", "A")), WRITING);
            Writing late = PlansOf.at(NOW.plus(Duration.ofDays(25)));
            WorkItem item =
                    store.work().query(WorkQuery.all().ofCustomer("A"), NOW).get(0);
            store.work().claim(item.itemId(), "ann", late);
            store.work()
                    .attempt(
                            new Attempt("a-1", item.itemId(), "ann", Disposition.NO_ANSWER, Optional.empty(), ""),
                            late);

            assertThat(contacts(store, "A", "next", Duration.ofDays(26)))
                    .containsExactly(
                            new PastContact(LocalDate.of(2026, 2, 1), "bill-review"),
                            new PastContact(LocalDate.of(2026, 2, 25), "bill-review"));
            assertThat(contacts(store, "A", "next", Duration.ofDays(24)))
                    .as("not known yet")
                    .contains(new PastContact(LocalDate.of(2026, 2, 10), "bill-review"));
        }
    }

    private static void call(Store store, WorkItem item, Instant moment) {
        store.work()
                .attemptAll(
                        List.of(new Attempt(
                                "a-" + moment, item.itemId(), "ann", Disposition.ACCEPTED, Optional.empty(), "")),
                        PlansOf.at(moment));
    }

    /** With the work done, nothing else keeps the next plan from having the customer called again. */
    @Test
    void whoWasCalledBeforeTheDayWaitsFromThen() {
        try (Store store = Store.open(new StoreLocation.SqliteFile(folder.resolve("store.db")))) {
            store.plans().keep(plan("plan-1", planned("d-1", "A"), withheld("d-2", "B")), WRITING);
            call(store, store.work().query(WorkQuery.all().ofCustomer("A"), NOW).get(0), NOW);

            assertThat(store.plans().find("d-1").orElseThrow().state()).isEqualTo("done");
            assertThat(contacts(store, "A", "next", Duration.ofHours(2)))
                    .containsExactly(new PastContact(LocalDate.of(2026, 1, 31), "bill-review"));
            assertThat(contacts(store, "B", "next", Duration.ofHours(2))).isEmpty();
            assertThat(contacts(store, "A", "plan-1", Duration.ofHours(2))).isEmpty();
            for (int days : List.of(1, 2, 9, 10, 30)) {
                assertThat(contacts(store, "A", "next", Duration.ofDays(days)))
                        .as("one step is one contact, on its day as soon as that has come: %d", days)
                        .isEqualTo(contacts(store, "B", "next", Duration.ofDays(days)))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void twoStepsDoneBeforeTheDayOfTheSecondAreTwoContacts() {
        try (Store store = Store.open(new StoreLocation.SqliteFile(folder.resolve("store.db")))) {
            store.plans().keep(plan("plan-1", play("d-1", "A", 2), withheld("d-2", "B")), WRITING);
            List<WorkItem> steps = store.work().query(WorkQuery.all().ofCustomer("A"), NOW);
            call(store, steps.get(0), NOW.plus(Duration.ofDays(1)));
            call(store, steps.get(1), NOW.plus(Duration.ofDays(3)));

            assertThat(contacts(store, "A", "next", Duration.ofDays(2))).hasSize(1);
            assertThat(contacts(store, "A", "next", Duration.ofDays(4)))
                    .containsExactly(
                            new PastContact(LocalDate.of(2026, 2, 1), "bill-review"),
                            new PastContact(LocalDate.of(2026, 2, 3), "bill-review"));
            assertThat(contacts(store, "A", "next", Duration.ofDays(10)))
                    .isEqualTo(contacts(store, "B", "next", Duration.ofDays(10)));
        }
    }

    @Test
    void countsWhatTheCompanyStartedBesideItsPlays() {
        try (Store store = Store.open(new StoreLocation.SqliteFile(folder.resolve("store.db")))) {
            store.contacts()
                    .add(
                            new Contact("k-1", "A", Optional.empty(), "campaign", "outbound", "email", "", NOW, NOW),
                            WRITING);

            assertThat(contacts(store, "next", Duration.ofDays(1)))
                    .containsExactly(new PastContact(LocalDate.of(2026, 1, 31), ""));
        }
    }

    @Test
    void ofAPlayThatThePlaybookHasNoMoreTheFirstStepCounts() {
        Planning other = planning(PLAYBOOK.replace("bill-review", "welcome"));
        try (Store store = Store.open(new StoreLocation.SqliteFile(folder.resolve("store.db")))) {
            store.plans().keep(plan("plan-1", withheld("d-1", "A")), WRITING);
            Instant now = NOW.plus(Duration.ofDays(30));

            assertThat(new StoreFacts(store, other, "next", LocalDate.ofInstant(now, ZoneOffset.UTC), now)
                            .addTo(List.of(PlanCustomer.of("A", 0.2).build()))
                            .get(0)
                            .contacts())
                    .containsExactly(new PastContact(LocalDate.of(2026, 2, 1), "bill-review"));
        }
    }
}
