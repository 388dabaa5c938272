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
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.serving.work.Attempt;
import io.holdfast.serving.work.Disposition;
import io.holdfast.serving.work.WorkItem;
import io.holdfast.serving.work.WorkQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ids that turn out to be one customer, whatever the database. */
abstract class MergeContract extends OpenStore {
    @Test
    void twoIdsOfOneCustomerInAPlanDoNotOvertakeIt() {
        store.people().merge("old", "new", WRITING);

        PlanReceipt kept = store.plans()
                .keepUnlessOvertaken(plan("plan-1", planned("d-1", "old"), planned("d-2", "new")), WRITING);

        assertThat(kept.decisions()).isEqualTo(1);
        assertThat(kept.left()).containsExactly("d-2");
        assertThat(look("new").decisions())
                .extracting(StoredDecision::decisionId)
                .containsExactly("d-1");
    }

    @Test
    void letsTheEarlierArmWinWhenIdsAreMerged() {
        store.plans().keep(plan("plan-1", withheld("d-1", "A")), WRITING);
        store.plans().keep(plan("plan-2", planned("d-2", "B")), at(NOW.plusSeconds(60)));

        assertThat(store.people().merge("A", "B", at(NOW.plusSeconds(90)))).isEqualTo(new Merged("B", true));

        for (String id : List.of("A", "B")) {
            CustomerState state = look(id);
            assertThat(state.customerId()).isEqualTo("B");
            assertThat(state.holdOut().orElseThrow().arm()).isEqualTo("held-out");
            assertThat(state.holdOut().orElseThrow().since()).isEqualTo(NOW);
            assertThat(state.holdOut().orElseThrow().mixed()).isTrue();
            assertThat(state.decisions()).extracting(StoredDecision::decisionId).containsExactly("d-1");
        }
        assertThat(store.plans().find("d-2").orElseThrow().state()).isEqualTo("superseded");
        assertThat(store.work().query(WorkQuery.all(), NOW)).isEmpty();
        assertThat(store.people().merge("A", "B", WRITING)).isEqualTo(new Merged("B", false));
    }

    @Test
    void carriesNothingOutOnAHeldOutCustomerWhoCameUnderASecondId() {
        store.plans().keep(plan("plan-1", withheld("d-1", "A")), WRITING);
        Instant later = NOW.plus(Duration.ofDays(31));
        NewDecision fresh = planned("d-2", "B");
        NewDecision shifted = NewDecision.of(
                        fresh.decisionId(),
                        fresh.customerId(),
                        fresh.arm(),
                        fresh.status(),
                        later.plus(Duration.ofDays(30)))
                .action(fresh.action(), List.of())
                .build();
        store.plans().keep(plan("plan-2", shifted), at(later));

        store.people().merge("B", "A", at(later));

        assertThat(store.people().look(List.of("B"), later).get(0).decision()).isEmpty();
        assertThat(store.plans().find("d-2").orElseThrow().state()).isEqualTo("superseded");
    }

    @Test
    void measuresOnWhomBothIdsStoodOnOneSide() {
        store.plans().keep(plan("plan-1", planned("d-1", "A")), WRITING);
        store.plans().keep(plan("plan-2", planned("d-2", "B")), at(NOW.plusSeconds(60)));
        store.people().merge("A", "B", WRITING);

        assertThat(look("B").holdOut().orElseThrow().mixed()).isFalse();
        assertThat(look("B").decisions()).extracting(StoredDecision::decisionId).containsExactly("d-1");
    }

    @Test
    void keepsTheDecisionThatSomebodyIsAtWorkOn() {
        for (String into : List.of("A", "B")) {
            String first = "first-" + into;
            String second = "second-" + into;
            store.plans().keep(plan("plan-1" + into, planned("d-1" + into, first)), WRITING);
            store.plans().keep(plan("plan-2" + into, planned("d-2" + into, second)), at(NOW.plusSeconds(60)));
            String claimed = item(second).itemId();
            store.work().claim(claimed, "ann", WRITING);

            store.people().merge(into.equals("A") ? second : first, into.equals("A") ? first : second, WRITING);

            assertThat(look(first).decisions())
                    .extracting(StoredDecision::decisionId)
                    .containsExactly("d-2" + into);
            assertThat(store.work().query(WorkQuery.all().ofCustomer(first), NOW))
                    .singleElement()
                    .satisfies(item -> assertThat(item.claimedBy()).contains("ann"));
            assertThat(store.work()
                            .attempt(ContactsOf.attempt("a-" + into, claimed, Disposition.REACHED), WRITING)
                            .disposition())
                    .contains("reached");
            assertThat(store.plans().find("d-2" + into).orElseThrow().state()).isEqualTo("done");
        }
    }

    @Test
    void letsWhoeverTalksToTheSecondIdSayHowItEnded() {
        store.plans().keep(plan("plan-1", planned("d-1", "A")), WRITING);
        store.plans().keep(plan("plan-2", planned("d-2", "B"), planned("d-3", "C")), at(NOW.plusSeconds(60)));
        String first = item("A").itemId();
        String second = item("B").itemId();
        store.work().claim(first, "ann", WRITING);
        store.work().claim(second, "bob", WRITING);

        store.people().merge("B", "A", WRITING);

        assertThat(look("A").decisions()).extracting(StoredDecision::decisionId).containsExactly("d-1");
        Attempt unanswered = new Attempt("a-1", second, "bob", Disposition.NO_ANSWER, Optional.empty(), "");
        assertThat(store.work().attempt(unanswered, WRITING).disposition())
                .as("nobody else calls for it")
                .contains("superseded");
        assertThat(store.work().query(WorkQuery.all().ofCustomer("A"), NOW))
                .extracting(WorkItem::itemId)
                .containsExactly(first);
    }

    @Test
    void tellsWhoeverHadClaimedWhatIsDropped() {
        store.plans().keep(plan("plan-1", withheld("d-1", "A")), WRITING);
        store.plans().keep(plan("plan-2", planned("d-2", "B")), at(NOW.plusSeconds(60)));
        String claimed = item("B").itemId();
        store.work().claim(claimed, "ann", WRITING);
        store.people().merge("A", "B", WRITING);

        assertThatThrownBy(() -> store.work().attempt(ContactsOf.attempt("a-1", claimed, Disposition.REACHED), WRITING))
                .asInstanceOf(type(WriteRefusedException.class))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("work_item_closed");
                    assertThat(refusal.text().in(Language.ENGLISH)).contains("two ids became one customer");
                    assertThat(refusal.text().in(Language.CHINESE)).contains("合并为同一客户");
                });
    }

    /** Merged into somebody of the other side after a first merge had set their decision aside. */
    @Test
    void dropsAlsoWhatAnEarlierMergeLeftToWhoeverHadClaimedIt() {
        store.plans().keep(plan("plan-1", withheld("d-0", "H")), WRITING);
        Writing later = at(NOW.plusSeconds(60));
        store.plans().keep(plan("plan-2", planned("d-1", "A"), planned("d-2", "B")), later);
        String first = item("A").itemId();
        String second = item("B").itemId();
        store.work().claim(first, "ann", later);
        store.work().claim(second, "bob", later);
        store.people().merge("B", "A", later);

        store.people().merge("A", "H", later);

        for (String claimed : List.of(first, second)) {
            Attempt attempt = new Attempt(
                    "a-" + claimed,
                    claimed,
                    claimed.equals(first) ? "ann" : "bob",
                    Disposition.REACHED,
                    Optional.empty(),
                    "");
            assertThatThrownBy(() -> store.work().attempt(attempt, later))
                    .isInstanceOf(WriteRefusedException.class)
                    .hasMessageContaining("two ids became one customer");
        }
        assertThat(look("H").decisions()).extracting(StoredDecision::decisionId).containsExactly("d-0");
    }

    @Test
    void aServiceIsServedAlsoToWhoTurnsOutToBeHeldOut() {
        for (boolean claimed : List.of(true, false)) {
            for (boolean heldOutStays : List.of(true, false)) {
                String name = claimed + "-" + heldOutStays;
                String heldOut = "H-" + name;
                String served = "S-" + name;
                store.plans().keep(plan("plan-1-" + name, withheld("d-1-" + name, heldOut)), WRITING);
                Writing later = at(NOW.plusSeconds(60));
                store.plans().keep(plan("plan-2-" + name, service("d-2-" + name, served, "")), later);
                String item = item(served).itemId();
                if (claimed) {
                    store.work().claim(item, "ann", later);
                }

                store.people().merge(heldOutStays ? served : heldOut, heldOutStays ? heldOut : served, later);

                assertThat(look(served).decisions())
                        .as(name)
                        .extracting(StoredDecision::decisionId)
                        .containsExactly("d-2-" + name);
                assertThat(look(served).holdOut().orElseThrow().arm()).isEqualTo("held-out");
                if (!claimed) {
                    store.work().claim(item, "ann", later);
                }
                assertThat(store.work()
                                .attempt(ContactsOf.attempt("a-" + name, item, Disposition.REACHED), later)
                                .disposition())
                        .as(name)
                        .contains("reached");
            }
        }
    }

    @Test
    void aServiceGoesBeforeCareThatSomebodyHasClaimed() {
        store.plans().keep(plan("plan-1", planned("d-1", "A")), WRITING);
        store.plans().keep(plan("plan-2", service("d-2", "B", "")), at(NOW.plusSeconds(60)));
        String care = item("A").itemId();
        store.work().claim(care, "ann", WRITING);

        store.people().merge("B", "A", WRITING);

        assertThat(look("A").decisions()).extracting(StoredDecision::decisionId).containsExactly("d-2");
        assertThat(store.work()
                        .attempt(ContactsOf.attempt("a-1", care, Disposition.REACHED), WRITING)
                        .disposition())
                .as("who talks to them says how it ended")
                .contains("reached");
    }

    @Test
    void servicesForTwoLinesAreBothServedAndForOneLineOnce() {
        store.plans().keep(plan("plan-1", service("d-1", "A", "L-1"), withUnit(planned("d-2", "A"), "L-2")), WRITING);
        store.plans()
                .keep(plan("plan-2", service("d-3", "B", "L-1"), service("d-4", "B", "L-2")), at(NOW.plusSeconds(60)));

        store.people().merge("B", "A", WRITING);

        assertThat(look("A").decisions())
                .extracting(StoredDecision::decisionId)
                .containsExactlyInAnyOrder("d-1", "d-4");
        assertThat(store.work().query(WorkQuery.all().ofCustomer("A"), NOW))
                .extracting(WorkItem::decisionId)
                .containsExactlyInAnyOrder("d-1", "d-4");
    }

    /** A decision of an arm with work to it or none, until a moment. */
    private static NewDecision until(NewDecision decision, Duration time) {
        Instant end = NOW.plus(time);
        List<DecisionStep> steps = decision.steps().stream()
                .map(step ->
                        new DecisionStep(step.number(), step.channel(), step.team(), step.dueAt(), end, step.text()))
                .toList();
        return NewDecision.of(decision.decisionId(), decision.customerId(), decision.arm(), decision.status(), end)
                .unit(decision.unit())
                .action(decision.action(), steps)
                .goal(decision.goal())
                .build();
    }

    private static NewDecision ofArm(NewDecision care, String arm, String unit) {
        return NewDecision.of(care.decisionId(), care.customerId(), arm, care.status(), care.expiresAt())
                .unit(unit)
                .action(care.action(), care.steps())
                .goal(care.goal())
                .build();
    }

    private CustomerState look(String customer, Instant when) {
        return store.people().look(List.of(customer), when).get(0);
    }

    @Test
    void aServiceThatIsOverGoesBeforeNothing() {
        Instant later = NOW.plus(Duration.ofDays(10));
        for (boolean shadow : List.of(true, false)) {
            for (boolean liveStays : List.of(true, false)) {
                String name = shadow + "-" + liveStays;
                String over = "S-" + name;
                String live = "C-" + name;
                NewDecision care = shadow ? withheld("d-2-" + name, live) : planned("d-2-" + name, live);
                store.plans()
                        .keep(
                                plan("plan-1-" + name, until(service("d-1-" + name, over, ""), Duration.ofDays(5))),
                                WRITING);
                store.plans().keep(plan("plan-2-" + name, until(care, Duration.ofDays(60))), at(NOW.plusSeconds(60)));

                store.people().merge(liveStays ? over : live, liveStays ? live : over, at(later));

                assertThat(look(live, later).decisions())
                        .as(name)
                        .extracting(StoredDecision::decisionId)
                        .containsExactly("d-2-" + name);
                assertThat(store.plans().find("d-1-" + name).orElseThrow().state())
                        .as(name)
                        .isEqualTo("expired");
                assertThat(store.work().query(WorkQuery.all().ofCustomer(live), later))
                        .as(name)
                        .hasSize(shadow ? 0 : 1);
            }
        }
    }

    @Test
    void aServiceWithoutWorkThatCanBeDoneGoesBeforeNothing() {
        NewDecision service = service("d-1", "A", "");
        NewDecision idle = NewDecision.of("d-1", "A", service.arm(), service.status(), service.expiresAt())
                .action(service.action(), List.of())
                .build();
        store.plans().keep(plan("plan-1", idle), WRITING);
        store.plans().keep(plan("plan-2", ofArm(planned("d-2", "B"), "unmeasured", "")), at(NOW.plusSeconds(60)));

        store.people().merge("A", "B", WRITING);

        assertThat(look("B").decisions()).extracting(StoredDecision::decisionId).containsExactly("d-2");
        assertThat(store.plans().find("d-1").orElseThrow().state()).isEqualTo("superseded");
    }

    @Test
    void toHaveDecidedThatNothingIsToBeDoneBindsNobody() {
        for (boolean careStays : List.of(true, false)) {
            String nothing = "N-" + careStays;
            String care = "C-" + careStays;
            store.plans().keep(plan("plan-1" + careStays, nothing("d-1" + careStays, nothing)), WRITING);
            store.plans().keep(plan("plan-2" + careStays, planned("d-2" + careStays, care)), at(NOW.plusSeconds(60)));

            store.people().merge(careStays ? nothing : care, careStays ? care : nothing, WRITING);

            assertThat(look(care).decisions())
                    .extracting(StoredDecision::decisionId)
                    .containsExactly("d-2" + careStays);
            assertThat(store.plans().find("d-1" + careStays).orElseThrow().state())
                    .isEqualTo("superseded");
        }
    }

    @Test
    void ofTwoThatDecidedNothingTheFirstStands() {
        store.plans().keep(plan("plan-1", nothing("d-1", "A")), WRITING);
        store.plans().keep(plan("plan-2", nothing("d-2", "B")), at(NOW.plusSeconds(60)));

        store.people().merge("A", "B", WRITING);

        assertThat(store.plans().find("d-1").orElseThrow().state()).isEqualTo("open");
        assertThat(store.plans().find("d-2").orElseThrow().state()).isEqualTo("superseded");
    }

    /** Somebody held out for one line, and of a tier from which nobody is held out for another, merged with an id of which nothing was decided. */
    @Test
    void closesNothingOfWhatStands() {
        store.plans()
                .keep(
                        plan(
                                "plan-1",
                                ofArm(planned("d-1", "A"), "unmeasured", "L-1"),
                                ofArm(withheld("d-2", "A"), "held-out", "L-2"),
                                ofArm(nothing("d-3", "A"), "held-out", "L-3")),
                        WRITING);
        String item = item("A").itemId();
        store.work().claim(item, "ann", WRITING);
        store.contacts().add(contact("k-1", "Z", "hello"), WRITING);

        store.people().merge("Z", "A", WRITING);

        assertThat(look("A").decisions())
                .extracting(StoredDecision::decisionId)
                .containsExactlyInAnyOrder("d-1", "d-2", "d-3");
        assertThat(store.work()
                        .attempt(ContactsOf.attempt("a-1", item, Disposition.REACHED), WRITING)
                        .disposition())
                .contains("reached");
    }

    @Test
    void careOfATierNobodyIsHeldOutFromIsDroppedForWhoTurnsOutToBeHeldOut() {
        store.plans().keep(plan("plan-1", withheld("d-1", "H")), WRITING);
        store.plans().keep(plan("plan-2", ofArm(planned("d-2", "A"), "unmeasured", "")), at(NOW.plusSeconds(60)));
        store.work().claim(item("A").itemId(), "ann", WRITING);

        store.people().merge("A", "H", WRITING);

        assertThat(look("H").decisions()).extracting(StoredDecision::decisionId).containsExactly("d-1");
        assertThat(store.work().query(WorkQuery.all().ofCustomer("H"), NOW)).isEmpty();
    }

    @Test
    void theAuditNamesTheServiceThatIsNotServed() {
        store.plans().keep(plan("plan-1", service("d-1", "A", "L-1")), WRITING);
        store.plans().keep(plan("plan-2", service("d-2", "B", "L-1")), at(NOW.plusSeconds(60)));

        store.people().merge("B", "A", WRITING);

        String detail = store.connections()
                .read(handle -> handle.createQuery("select detail from audit where event = 'customers_merged'")
                        .mapTo(String.class)
                        .one());
        assertThat(detail).endsWith(",\"droppedServices\":\"d-2\"}");
    }

    @Test
    void whatBothSayIsSoSinceTheFirstOfThemSaidIt() {
        Instant later = NOW.plusSeconds(60);
        for (String id : List.of("A", "B", "C", "D")) {
            boolean first = id.equals("A") || id.equals("D");
            store.contacts()
                    .consent(new Consent(id, Consent.CARE, "phone", false, first ? NOW : later, "crm"), at(later));
        }

        store.people().merge("A", "B", at(later));
        store.people().merge("C", "D", at(later));

        assertThat(List.of(consent("B"), consent("D")))
                .allSatisfy(row -> assertThat(row).isEqualTo(later + " since " + NOW));
    }

    /** A server of the version before may write beside this one, and tells nothing of since when. */
    @Test
    void whatAnOlderServerNotedIsSoSinceItWasSaid() {
        store.contacts().consent(new Consent("A", Consent.CARE, "phone", false, NOW.plusSeconds(60), "crm"), WRITING);
        store.contacts().consent(new Consent("B", Consent.CARE, "phone", false, NOW, "crm"), WRITING);
        store.connections().write(handle -> handle.execute("update consent set since = null"));

        store.people().merge("A", "B", WRITING);

        assertThat(consent("B")).isEqualTo(NOW.plusSeconds(60) + " since " + NOW);
    }

    private String consent(String customer) {
        JsonNode row = store.people()
                .export(customer, WRITING)
                .orElseThrow()
                .get("consent")
                .get(0);
        return row.get("said_at").asText() + " since " + row.get("since").asText();
    }

    private static NewDecision service(String decisionId, String customer, String unit) {
        NewDecision care = planned(decisionId, customer);
        return NewDecision.of(decisionId, customer, StoredDecision.SERVED, care.status(), care.expiresAt())
                .unit(unit)
                .action(care.action(), care.steps())
                .goal(care.goal())
                .build();
    }

    private static NewDecision withUnit(NewDecision care, String unit) {
        return NewDecision.of(care.decisionId(), care.customerId(), care.arm(), care.status(), care.expiresAt())
                .unit(unit)
                .action(care.action(), care.steps())
                .goal(care.goal())
                .build();
    }

    @Test
    void followsChainsOfMerges() {
        store.contacts().add(contact("k-1", "A", "hello"), WRITING);
        store.people().merge("A", "B", WRITING);
        store.people().merge("B", "C", WRITING);
        store.contacts().add(contact("k-2", "A", "again"), WRITING);

        assertThat(look("A").customerId()).isEqualTo("C");
        assertThat(store.contacts().of("C")).extracting(Contact::contactId).containsExactly("k-1", "k-2");
        assertThat(store.contacts().of("B")).extracting(Contact::customerId).containsOnly("A");
    }
}
