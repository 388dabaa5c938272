package io.holdfast.care.diagnosis;

import static io.holdfast.care.diagnosis.Courses.APRIL;
import static io.holdfast.care.diagnosis.Courses.MARCH;
import static io.holdfast.care.diagnosis.Courses.sighting;
import static io.holdfast.care.diagnosis.Courses.uncounted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class DiagnoserTest {
    private static final List<MonthCover> SAME =
            List.of(new MonthCover(MARCH, 1000, 0), new MonthCover(APRIL, 900, 900));

    private final List<Sighting> sightings = new ArrayList<>();

    private void add(int count, String prefix, YearMonth month, Group group, String model, String stated) {
        for (int i = 0; i < count; i++) {
            sightings.add(sighting(prefix + i, month, group, model, stated));
        }
    }

    private Diagnoser diagnoser(long seed, int interviews) {
        List<MonthCount> counts = List.of(new MonthCount(MARCH, "key", 1000), new MonthCount(APRIL, "key", 900));
        return new Diagnoser(new DiagnosisData(sightings, counts, SAME), ReasonCatalogue.standard(), seed, interviews);
    }

    private Diagnosis april() {
        return diagnoser(1, 5).of(APRIL);
    }

    private static List<ReasonLine> lines(Diagnosis diagnosis, Group group, Evidence evidence) {
        return diagnosis.groups().stream()
                .filter(line -> line.group() == group)
                .findFirst()
                .orElseThrow()
                .reasons()
                .getOrDefault(evidence, List.of());
    }

    private List<String> advice() {
        return DiagnosisAdvice.of(april(), ReasonCatalogue.standard()).stream()
                .map(step -> {
                    assertThat(step.in(Language.CHINESE)).matches("(?s).*\\p{IsHan}.*");
                    return step.in(Language.ENGLISH);
                })
                .toList();
    }

    @Test
    void aCauseThatGrewStandsOut() {
        add(40, "m", MARCH, Group.WAVERING, "price", "");
        add(160, "n", MARCH, Group.WAVERING, "competitor", "");
        add(120, "p", APRIL, Group.WAVERING, "price", "");
        add(80, "q", APRIL, Group.WAVERING, "competitor", "");

        List<ReasonLine> lines = lines(april(), Group.WAVERING, Evidence.MODEL);

        assertThat(lines).extracting(ReasonLine::code).containsExactly("price", "competitor");
        Change price = lines.get(0).change();
        assertThat(price.share()).isEqualTo(0.6);
        assertThat(price.difference().orElseThrow().point()).isCloseTo(0.4, within(1e-12));
        assertThat(price.difference().orElseThrow().low()).isGreaterThan(0.3);
        assertThat(price.finding()).isTrue();
        assertThat(advice())
                .anySatisfy(step ->
                        assertThat(step).isEqualTo("Look into Price: it rose by 40.0 points among the wavering."));
    }

    @Test
    void theSameCustomersInBothMonthsDidNotChange() {
        add(30, "m", MARCH, Group.WAVERING, "price", "");
        add(30, "n", MARCH, Group.WAVERING, "competitor", "");
        add(30, "m", APRIL, Group.WAVERING, "price", "");
        add(30, "n", APRIL, Group.WAVERING, "competitor", "");

        Change price = lines(april(), Group.WAVERING, Evidence.MODEL).get(0).change();

        assertThat(price.difference().orElseThrow().high()).isCloseTo(0, within(1e-9));
        assertThat(price.finding()).isFalse();
    }

    @Test
    void smallCausesArePooledAndTheLargeOnesStayAlone() {
        add(20, "a", APRIL, Group.LOST, "price", "");
        add(3, "b", APRIL, Group.LOST, "neglect", "");
        add(6, "e", MARCH, Group.LOST, "neglect", "");
        add(2, "c", APRIL, Group.LOST, "core-service", "");
        add(1, "d", APRIL, Group.LOST, "competitor", "");

        List<ReasonLine> lines = lines(april(), Group.LOST, Evidence.MODEL);

        assertThat(lines).extracting(ReasonLine::code).containsExactly("price", "neglect", "");
        assertThat(lines.get(1).change().isShown()).as("three now, six before").isFalse();
        assertThat(lines.get(2).pooled()).isEqualTo(2);
        assertThat(lines.get(2).change().now().did()).isEqualTo(3);
        assertThat(lines.get(2).change().isShown()).isFalse();
    }

    @Test
    void withoutAMonthBeforeThereIsNoChange() {
        add(20, "a", APRIL, Group.LOST, "price", "");

        assertThat(lines(april(), Group.LOST, Evidence.MODEL).get(0).change().difference())
                .isEmpty();
    }

    @Test
    void evidenceIsNeverAddedUp() {
        add(40, "a", APRIL, Group.LOST, "price", "competitor");
        add(10, "b", APRIL, Group.LOST, "price", "");

        Diagnosis diagnosis = april();

        assertThat(lines(diagnosis, Group.LOST, Evidence.MODEL)).singleElement().satisfies(line -> {
            assertThat(line.code()).isEqualTo("price");
            assertThat(line.change().now().all()).isEqualTo(50);
        });
        assertThat(lines(diagnosis, Group.LOST, Evidence.STATED))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.code()).isEqualTo("competitor");
                    assertThat(line.change().now().all()).isEqualTo(40);
                });
        assertThat(lines(diagnosis, Group.LOST, Evidence.CONFIRMED)).isEmpty();
    }

    @Test
    void agreementStandsBesideWhatOneAnswerForAllWouldReach() {
        add(30, "a", APRIL, Group.LOST, "price", "price");
        add(20, "b", APRIL, Group.LOST, "price", "competitor");
        add(30, "a", MARCH, Group.WAVERING, "neglect", "price");

        Agreement stated = april().agreements().get(0);

        assertThat(stated.both()).as("each customer once, as last seen").isEqualTo(50);
        assertThat(stated.share().orElseThrow().point()).isEqualTo(0.6);
        assertThat(stated.majority()).isEqualTo(0.6);
        assertThat(april().agreements().get(1).share()).as("nobody confirmed").isEmpty();
        assertThat(advice())
                .anySatisfy(step -> assertThat(step).contains("Do not take the model's reasons for causes", "60 %"));
    }

    @Test
    void fixesAreTheCompanysCausesByMarginOfThoseStillThere() {
        add(20, "a", APRIL, Group.WAVERING, "price", "");
        add(30, "b", APRIL, Group.DECLINING, "service-encounter", "");
        add(60, "c", APRIL, Group.LOST, "price", "");
        add(20, "d", APRIL, Group.LOST, "", "core-service");
        add(90, "e", APRIL, Group.WAVERING, "competitor", "");

        List<Fix> fixes = april().fixes();

        assertThat(fixes).extracting(Fix::code).containsExactly("service-encounter", "price", "core-service");
        assertThat(fixes.get(0).marginAtStake()).isEqualTo(OptionalDouble.of(300));
        assertThat(fixes.get(0).owner()).isEqualTo("team-a");
        assertThat(fixes.get(1).marginAtStake())
                .as("the lost have nothing at stake")
                .isEqualTo(OptionalDouble.of(200));
        assertThat(fixes.get(1).marginOf()).isEqualTo(20);
        assertThat(fixes.get(1).affected()).containsEntry(Evidence.MODEL, 80).containsEntry(Evidence.STATED, 0);
        assertThat(fixes.get(2).marginAtStake()).isEmpty();
        assertThat(fixes.get(2).owner()).isEmpty();
        assertThat(advice().get(0))
                .startsWith("Mend first: Contact with service. The model names it for 30 customers")
                .contains(
                        "; at stake are 300, the margin of twelve months of the 30 of them still there (by the model); with team-a.");
    }

    /** By its margin the price would be first; but customers say otherwise, and the model knows no better. */
    @Test
    void whatIsToldComesFirstWhereTheModelIsInDoubt() {
        add(90, "a", APRIL, Group.WAVERING, "price", "");
        add(60, "b", APRIL, Group.LOST, "price", "core-service");
        add(9, "c", APRIL, Group.WAVERING, "price", "core-service");
        add(15, "d", APRIL, Group.LOST, "neglect", "service-encounter");

        Diagnosis diagnosis = april();

        assertThat(diagnosis.isModelInDoubt()).isTrue();
        assertThat(diagnosis.fixes())
                .extracting(Fix::code)
                .startsWith("core-service", "service-encounter")
                .contains("price");
        assertThat(diagnosis.fixes().get(0).told()).isEqualTo(69);
        assertThat(diagnosis.fixes().get(0).marginAtStake()).isEqualTo(OptionalDouble.of(90));
        assertThat(diagnosis.fixes().get(0).marginOf()).isEqualTo(9);
        assertThat(advice().get(0))
                .isEqualTo(
                        "Mend first: Core service. 69 customers say so, agents found it with 0; it goes by these alone, since the"
                                + " model's reasons agree too little with them; at stake are 90, the margin of twelve months of the 9 of them"
                                + " still there (stated or confirmed); nobody owns it yet, name somebody.");
    }

    @Test
    void nothingIsToBeMendedForAModelInDoubtAlone() {
        add(90, "a", APRIL, Group.WAVERING, "price", "");
        add(60, "b", APRIL, Group.LOST, "price", "competitor");

        assertThat(advice().get(0)).startsWith("Nothing to mend stands out: the model's reasons are not to be taken");
    }

    @Test
    void careIsCountedByCauseAmongThoseStillThere() {
        add(20, "a", APRIL, Group.WAVERING, "price", "");
        add(9, "b", APRIL, Group.LOST, "price", "");
        add(4, "c", APRIL, Group.WAVERING, "neglect", "");

        assertThat(april().care()).singleElement().satisfies(line -> {
            assertThat(line.customers()).isEqualTo(20);
            assertThat(line.answers()).containsExactly(Map.entry(Answer.PLANNED, 20));
            assertThat(line.action()).isEqualTo("bill-review");
        });
    }

    @Test
    void theDrawIsRandomFixedByTheSeedAndLeavesOutWhoMayNotBeAsked() {
        add(50, "a", APRIL, Group.WAVERING, "price", "");
        for (int i = 0; i < 50; i++) {
            sightings.add(sighting("held" + i, APRIL, Group.WAVERING, "price", "", false));
        }
        List<String> first = diagnoser(1, 5).of(APRIL).interviews().get(0).customers();

        assertThat(first)
                .hasSize(5)
                .allMatch(customer -> customer.startsWith("a"))
                .isNotEqualTo(List.of("a0", "a1", "a2", "a3", "a4"));
        Collections.reverse(sightings);
        assertThat(diagnoser(1, 5).of(APRIL).interviews().get(0).customers()).isEqualTo(first);
        assertThat(diagnoser(2, 5).of(APRIL).interviews().get(0).customers()).isNotEqualTo(first);
        assertThat(april().interviews().get(0).of()).isEqualTo(50);
        assertThat(april().notAsked()).isEqualTo(50);
        assertThat(diagnoser(1, 0).of(APRIL).interviews().get(0).customers()).isEmpty();
    }

    @Test
    void codesThatNobodyLookedAtAreListed() {
        add(10, "a", APRIL, Group.LOST, "price", "competitor");

        assertThat(april().withoutData()).contains("neglect", "core-service").doesNotContain("price", "competitor");
    }

    @Test
    void theLatestMonthThatHasEndedIsTheUsualOne() {
        assertThat(diagnoser(1, 5).latest(YearMonth.of(2026, 4))).contains(MARCH);
        assertThat(diagnoser(1, 5).latest(YearMonth.of(2026, 5))).contains(APRIL);
        assertThat(diagnoser(1, 5).latest(MARCH))
                .as("the only one there is, though it is not over")
                .contains(MARCH);
        assertThat(diagnoser(1, 5).of(APRIL, APRIL).running()).isTrue();
        assertThat(diagnoser(1, 5).of(MARCH, APRIL).running()).isFalse();
        assertThat(new Diagnoser(new DiagnosisData(List.of(), List.of(), List.of()), ReasonCatalogue.standard(), 1, 5)
                        .latest(MARCH))
                .isEmpty();
    }

    @Test
    void monthsAndTiersAreCounted() {
        add(40, "m", MARCH, Group.WAVERING, "price", "");
        add(20, "a", APRIL, Group.LOST, "price", "");
        Diagnosis diagnosis = april();

        assertThat(diagnosis.months()).hasSize(2);
        assertThat(diagnosis.months().get(0).groups()).containsExactly(Map.entry(Group.WAVERING, 40));
        assertThat(diagnosis.tiers()).singleElement().satisfies(line -> {
            assertThat(line.customers()).isEqualTo(900);
            assertThat(line.leading()).containsExactly("price");
        });
        assertThat(diagnosis.owners()).extracting(SegmentLine::name).containsExactly("ann");
        assertThat(diagnosis.groups().get(2).change().now().all()).isEqualTo(900);
    }

    /** 60 less 40 and 18 would be two. */
    @Test
    void aHiddenCauseDoesNotFollowFromTheOthers() {
        add(60, "m", MARCH, Group.WAVERING, "price", "");
        add(40, "p", APRIL, Group.WAVERING, "price", "");
        add(18, "q", APRIL, Group.WAVERING, "neglect", "");
        add(2, "r", APRIL, Group.WAVERING, "competitor", "");
        add(1, "l", APRIL, Group.LOST, "price", "");

        List<ReasonLine> lines = lines(april(), Group.WAVERING, Evidence.MODEL);

        assertThat(lines)
                .extracting(line -> line.change().customers())
                .containsExactly(OptionalInt.of(40), OptionalInt.empty(), OptionalInt.empty());
        assertThat(lines).extracting(line -> line.change().isShown()).containsExactly(true, false, false);
        assertThat(lines(april(), Group.LOST, Evidence.MODEL).get(0).change().outOf())
                .as("of one")
                .isEmpty();
    }

    @Test
    void hiddenCareDoesNotFollowFromTheRest() {
        CareLine line = new CareLine("price", 30, Map.of(Answer.REACHED, 20, Answer.PLANNED, 7, Answer.NONE, 3), "");

        assertThat(line.shown(Answer.REACHED)).hasValue(20);
        assertThat(line.shown(Answer.PLANNED)).isEmpty();
        assertThat(line.shown(Answer.HELD_OUT)).hasValue(0);
        assertThat(line.shown(Answer.NONE)).isEmpty();
    }

    @Test
    void whatASmallCountWouldTellIsNoAdvice() {
        add(1, "m", MARCH, Group.WAVERING, "price", "");
        add(59, "n", MARCH, Group.WAVERING, "neglect", "");
        add(40, "p", APRIL, Group.WAVERING, "price", "");
        add(20, "q", APRIL, Group.WAVERING, "neglect", "");

        Change price = lines(april(), Group.WAVERING, Evidence.MODEL).get(0).change();

        assertThat(price.finding()).isTrue();
        assertThat(price.isShown()).isFalse();
        assertThat(advice()).noneSatisfy(step -> assertThat(step).contains("it rose"));
    }

    /** What was said of the lost needs no plan; all else does. */
    @Test
    void whatIsSaidOfTheLostIsComparedWhoeverWasPlannedFor() {
        add(40, "m", MARCH, Group.LOST, "price", "price");
        add(160, "n", MARCH, Group.LOST, "competitor", "competitor");
        add(120, "p", APRIL, Group.LOST, "price", "price");
        add(80, "q", APRIL, Group.LOST, "competitor", "competitor");
        List<MonthCount> counts = List.of(new MonthCount(MARCH, "key", 1000), new MonthCount(APRIL, "key", 900));
        List<MonthCover> others = List.of(new MonthCover(MARCH, 1000, 0), new MonthCover(APRIL, 900, 500));

        Diagnosis diagnosis =
                new Diagnoser(new DiagnosisData(sightings, counts, others), ReasonCatalogue.standard(), 1, 5).of(APRIL);

        assertThat(lines(diagnosis, Group.LOST, Evidence.STATED).get(0).change().finding())
                .isTrue();
        assertThat(lines(diagnosis, Group.LOST, Evidence.MODEL).get(0).change().difference())
                .isEmpty();
        assertThat(diagnosis.groups().get(2).change().difference()).isEmpty();
    }

    private GroupLine lost(int customers, int before) {
        List<MonthCount> counts =
                List.of(new MonthCount(MARCH, "key", before), new MonthCount(APRIL, "key", customers));
        List<MonthCover> covers = List.of(new MonthCover(MARCH, before, 0), new MonthCover(APRIL, customers, before));
        return new Diagnoser(new DiagnosisData(sightings, counts, covers), ReasonCatalogue.standard(), 1, 5)
                .of(APRIL)
                .groups()
                .get(2);
    }

    @Test
    void whoLeftWithoutADecisionIsNoPartOfTheShare() {
        for (int i = 0; i < 50; i++) {
            Sighting lost = sighting("a" + i, APRIL, Group.LOST, "price", "");
            sightings.add(i < 20 ? lost : uncounted(lost));
        }

        GroupLine line = lost(400, 400);

        assertThat(line.change().now().did()).isEqualTo(20);
        assertThat(line.change().share()).isEqualTo(0.05);
        assertThat(line.undecided()).isEqualTo(30);
        assertThat(line.reasons()
                        .getOrDefault(Evidence.MODEL, List.of())
                        .get(0)
                        .change()
                        .now()
                        .did())
                .as("their reasons count")
                .isEqualTo(50);
    }

    @Test
    void aMonthWithoutDecisionsHasNoShareAndNoFinding() {
        for (int i = 0; i < 50; i++) {
            sightings.add(uncounted(sighting("a" + i, APRIL, Group.LOST, "price", "")));
        }

        GroupLine line = lost(0, 400);

        assertThat(line.change().now().all()).isZero();
        assertThat(line.change().difference()).isEmpty();
        assertThat(line.change().finding()).isFalse();
        assertThat(line.undecided()).isEqualTo(50);
        sightings.clear();
        add(50, "a", APRIL, Group.LOST, "price", "");
        assertThat(lost(400, 0).change().difference()).isEmpty();
    }

    @Test
    void smallCountsAndTheMarginOfAFewAreNotTold() {
        add(4, "a", APRIL, Group.WAVERING, "price", "");
        add(3, "b", APRIL, Group.LOST, "price", "price");

        assertThat(april().fixes().get(0).marginAtStake()).as("of four").isEmpty();
        assertThat(advice().get(0))
                .contains("names it for 7 customers, < 5 say so, agents found it with 0;")
                .doesNotContain("margin at stake");
    }
}
