package io.holdfast.serving.store;

import static io.holdfast.serving.store.OutcomesOf.correcting;
import static io.holdfast.serving.store.OutcomesOf.left;
import static io.holdfast.serving.store.OutcomesOf.margin;
import static io.holdfast.serving.store.PlansOf.NOW;
import static io.holdfast.serving.store.PlansOf.WRITING;
import static io.holdfast.serving.store.PlansOf.at;
import static io.holdfast.serving.store.PlansOf.plan;
import static io.holdfast.serving.store.PlansOf.planned;
import static io.holdfast.serving.store.PlansOf.withheld;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.diagnosis.Answer;
import io.holdfast.care.diagnosis.DiagnosisData;
import io.holdfast.care.diagnosis.Group;
import io.holdfast.care.diagnosis.MonthCount;
import io.holdfast.care.diagnosis.Sighting;
import io.holdfast.care.effect.OutcomeKind;
import io.holdfast.care.playbook.Channel;
import io.holdfast.serving.work.Attempt;
import io.holdfast.serving.work.Disposition;
import io.holdfast.serving.work.WorkQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What a diagnosis is made of, whatever the database. */
abstract class DiagnosisRowsContract extends OpenStore {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    private DiagnosisData data() {
        return store.diagnosisData(NOW.plus(Duration.ofHours(6))).data();
    }

    private Sighting of(String customer) {
        return data().sightings().stream()
                .filter(sighting -> sighting.customer().equals(customer))
                .findFirst()
                .orElseThrow();
    }

    private static Outcome said(String id, String customer, OutcomeKind kind, String reason, Instant when) {
        return new Outcome(
                id,
                customer,
                "",
                kind,
                Optional.empty(),
                Optional.of(reason),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                when,
                when);
    }

    @Test
    void findsEveryGroupWithItsEvidenceAndItsCare() {
        store.plans()
                .keep(
                        plan(
                                "plan-1",
                                planned("d-1", "A"),
                                withheld("d-2", "B"),
                                planned("d-3", "C"),
                                PlansOf.nothing("d-4", "D")),
                        WRITING);
        store.outcomes()
                .addAll(
                        List.of(
                                left("o-1", "C", NOW.plusSeconds(60)),
                                said("o-2", "C", OutcomeKind.STATED_REASON, "price", NOW.plusSeconds(60)),
                                correcting(
                                        said("o-3", "C", OutcomeKind.STATED_REASON, "competitor", NOW.plusSeconds(60)),
                                        "o-2"),
                                said("o-4", "C", OutcomeKind.CONFIRMED_REASON, "neglect", NOW.plusSeconds(90)),
                                margin("o-5", "A", 7, NOW.plusSeconds(60)),
                                left("o-6", "never-scored", NOW.plusSeconds(60))),
                        at(NOW.plusSeconds(99)));
        String item =
                store.work().query(WorkQuery.all().ofCustomer("A"), NOW).get(0).itemId();
        store.work().claim(item, "ann", WRITING);
        store.work().attempt(new Attempt("t-1", item, "ann", Disposition.REACHED, Optional.empty(), ""), WRITING);

        assertThat(data().sightings())
                .extracting(Sighting::customer)
                .containsExactlyInAnyOrder("A", "B", "C", "D", "never-scored");
        assertThat(of("A").group()).isEqualTo(Group.WAVERING);
        assertThat(of("A").answer()).isEqualTo(Answer.REACHED);
        assertThat(of("A").model()).contains("price");
        assertThat(of("A").margin()).isEqualTo(OptionalDouble.of(7));
        assertThat(of("A").team()).isEqualTo("retention");
        assertThat(of("A").owner()).isEqualTo("agent-7");
        assertThat(of("B").answer()).isEqualTo(Answer.HELD_OUT);
        assertThat(of("B").interview()).isFalse();
        assertThat(of("C").group()).isEqualTo(Group.LOST);
        assertThat(of("C").stated()).as("what was corrected does not count").contains("competitor");
        assertThat(of("C").confirmed()).contains("neglect");
        assertThat(of("D").answer()).isEqualTo(Answer.NONE);
        assertThat(of("never-scored").model()).isEmpty();
        assertThat(data().counts()).containsExactly(new MonthCount(JANUARY, "", 4));
    }

    @Test
    void knowsNothingOfWhatIsStillToCome() {
        store.plans().keep(plan("plan-1", planned("d-1", "A")), WRITING);
        store.outcomes().addAll(List.of(left("o-1", "A", NOW.plusSeconds(60))), at(NOW.plusSeconds(99)));

        assertThat(store.diagnosisData(NOW.plusSeconds(1)).data().sightings())
                .extracting(Sighting::group)
                .containsExactly(Group.WAVERING);
        assertThat(store.diagnosisData(NOW.minusSeconds(1)).data().counts()).isEmpty();
    }

    @Test
    void doesNotAskWhoRefusedContact() {
        store.plans().keep(plan("plan-1", planned("d-1", "A"), planned("d-2", "B")), WRITING);
        store.contacts().consent(new Consent("A", Consent.CARE, Consent.ALL, false, NOW, "call"), WRITING);

        assertThat(of("A").interview()).isFalse();
        assertThat(of("B").interview()).isTrue();
    }

    @Test
    void doesNotAskWhoRefusedEveryChannelOneByOne() {
        store.plans().keep(plan("plan-1", planned("d-1", "A"), planned("d-2", "B")), WRITING);
        for (Channel channel : Channel.values()) {
            store.contacts().consent(new Consent("A", Consent.CARE, channel.code(), false, NOW, "call"), WRITING);
            if (channel != Channel.LETTER) {
                store.contacts().consent(new Consent("B", Consent.CARE, channel.code(), false, NOW, "call"), WRITING);
            }
        }

        assertThat(of("A").interview()).isFalse();
        assertThat(of("B").interview()).as("a letter may ask").isTrue();
    }

    private static NewDecision nothing(String id, String customer, String cause) {
        return NewDecision.of(id, customer, "unmeasured", NewDecision.NONE, NOW.plus(Duration.ofDays(30)))
                .prediction(cause.equals("opted_out") ? Optional.of("p-" + id) : Optional.empty())
                .cause(Optional.of(cause))
                .build();
    }

    @Test
    void doesNotAskWhoRefusedInTheFileNorCountsWhoWasNotScored() {
        store.plans()
                .keep(
                        plan(
                                "plan-1",
                                nothing("d-1", "A", "opted_out"),
                                planned("d-2", "B"),
                                nothing("d-3", "C", "already_left"),
                                nothing("d-4", "D", "excluded")),
                        WRITING);
        store.outcomes().addAll(List.of(left("o-1", "D", NOW.plusSeconds(60))), at(NOW.plusSeconds(99)));

        assertThat(data().counts()).containsExactly(new MonthCount(JANUARY, "", 2));
        assertThat(of("A").interview()).isFalse();
        assertThat(of("B").interview()).isTrue();
        assertThat(of("D").interview()).as("objects to profiling").isFalse();
        assertThat(of("D").counted()).isFalse();
    }

    /** Of a play that takes longer than a plan, one knows no longer how risky its customer is. */
    @Test
    void aDecisionSpeaksAsLongWhateverWasChosen() {
        NewDecision longPlay = NewDecision.of(
                        "d-1", "A", HoldOutMember.TREATED, NewDecision.PLANNED, NOW.plus(Duration.ofDays(200)))
                .prediction(Optional.of("p-1"))
                .build();
        NewDecision none = NewDecision.of(
                        "d-2", "B", HoldOutMember.TREATED, NewDecision.NONE, NOW.plus(Duration.ofDays(9)))
                .prediction(Optional.of("p-2"))
                .build();
        store.plans().keep(plan("plan-1", longPlay, none), WRITING);

        assertThat(store.diagnosisData(NOW.plus(Duration.ofDays(150))).data().counts())
                .containsExactly(
                        new MonthCount(JANUARY, "", 2),
                        new MonthCount(JANUARY.plusMonths(1), "", 2),
                        new MonthCount(JANUARY.plusMonths(2), "", 2));
    }

    @Test
    void aDecisionCountsInEveryMonthInWhichItStands() {
        store.plans().keep(plan("plan-1", planned("d-1", "A"), planned("d-2", "B")), WRITING);
        store.outcomes().addAll(List.of(left("o-1", "B", NOW.plusSeconds(60))), at(NOW.plusSeconds(99)));

        assertThat(store.diagnosisData(NOW.plus(Duration.ofDays(60))).data().counts())
                .containsExactly(
                        new MonthCount(JANUARY, "", 2),
                        new MonthCount(JANUARY.plusMonths(1), "", 1),
                        new MonthCount(JANUARY.plusMonths(2), "", 1));
    }

    @Test
    void whoeverIsScoredAgainObjectsNoMore() {
        store.plans().keep(plan("plan-1", nothing("d-1", "A", "excluded"), nothing("d-2", "B", "excluded")), WRITING);
        store.plans().keep(plan("plan-2", planned("d-3", "A")), at(NOW.plusSeconds(60)));
        store.outcomes().addAll(List.of(left("o-1", "B", NOW.plusSeconds(90))), at(NOW.plusSeconds(99)));

        assertThat(of("A").interview()).isTrue();
        assertThat(of("B").interview()).isFalse();
    }

    /** The ids come in an order of their own; what was noted last of one moment counts. */
    @Test
    void ofWhatIsSaidAtOneMomentTheLastTellingCounts() {
        store.plans().keep(plan("plan-1", planned("d-1", "A"), planned("d-2", "B")), WRITING);
        Instant moment = NOW.plusSeconds(60);
        store.outcomes()
                .addAll(
                        List.of(
                                said("o-2", "A", OutcomeKind.STATED_REASON, "price", moment),
                                said("o-4", "B", OutcomeKind.STATED_REASON, "price", moment),
                                said("o-3", "B", OutcomeKind.STATED_REASON, "neglect", moment)),
                        at(NOW.plusSeconds(99)));
        store.outcomes()
                .addAll(
                        List.of(said("o-1", "A", OutcomeKind.STATED_REASON, "neglect", moment)),
                        at(NOW.plusSeconds(199)));

        assertThat(of("A").stated()).as("told later").contains("neglect");
        assertThat(of("B").stated()).as("told together: by id").contains("price");
    }

    @Test
    void mergedIdsAreOneCustomer() {
        store.plans().keep(plan("plan-1", planned("d-1", "A"), planned("d-2", "B")), WRITING);
        store.people().merge("A", "B", WRITING);

        assertThat(data().sightings()).hasSize(1);
        assertThat(data().counts()).containsExactly(new MonthCount(JANUARY, "", 1));
    }
}
