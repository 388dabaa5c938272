package io.holdfast.care.diagnosis;

import static io.holdfast.care.diagnosis.Courses.APRIL;
import static io.holdfast.care.diagnosis.Courses.answered;
import static io.holdfast.care.diagnosis.Courses.inTier;
import static io.holdfast.care.diagnosis.Courses.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever puts the lists of one diagnosis side by side learns no count from 1 to 4. */
final class SmallCountsTest {
    private final Sighted month = new Sighted();

    private static int sum(Collection<Count> counts) {
        return counts.stream().mapToInt(count -> count.shown().orElse(0)).sum();
    }

    /** The number that is missing where two lists have the same sum, if exactly one is. */
    private static OptionalInt workedOut(Collection<Count> some, Collection<Count> others) {
        long missing = Stream.concat(some.stream(), others.stream())
                .filter(count -> !count.isShown())
                .count();
        return missing == 1 ? OptionalInt.of(Math.abs(sum(some) - sum(others))) : OptionalInt.empty();
    }

    private static void assertNothingIsTold(String what, Collection<Count> some, Collection<Count> others) {
        assertThat(workedOut(some, others).orElse(0)).as(what).matches(number -> number < 1 || number > 4);
    }

    private static void assertNothingIsTold(String what, Count sum, Collection<Count> parts) {
        assertNothingIsTold(what, List.of(sum), parts);
    }

    /** All that there are of a group less those of whom no decision stood are at most those whom its share is of. */
    private static void assertNoMoreIsTold(String what, GroupLine group, int ofAll) {
        Count in = group.change().customers();
        if (!in.isShown()) {
            assertThat(ofAll - group.undecided().shown().orElseThrow())
                    .as(what)
                    .matches(least -> least <= 1 || !in.isSmall());
        }
    }

    private static Count cause(Diagnosis diagnosis, Group group, Evidence evidence, String code) {
        return Sighted.lines(diagnosis, group, evidence).stream()
                .filter(line -> line.code().equals(code))
                .map(line -> line.change().customers())
                .findFirst()
                .orElse(Count.unseen(0));
    }

    private static void check(Diagnosis diagnosis) {
        for (Fix fix : diagnosis.fixes()) {
            for (Evidence evidence : Evidence.values()) {
                assertNothingIsTold(
                        "of the list of what to mend",
                        fix.affected(evidence),
                        Stream.of(Group.values())
                                .map(group -> cause(diagnosis, group, evidence, fix.code()))
                                .toList());
            }
        }
        for (CareLine line : diagnosis.care()) {
            assertNothingIsTold(
                    "of what care answered",
                    line.customers(),
                    List.of(
                            cause(diagnosis, Group.WAVERING, Evidence.MODEL, line.code()),
                            cause(diagnosis, Group.DECLINING, Evidence.MODEL, line.code())));
            assertNothingIsTold("of answers", line.customers(), line.answers().values());
        }
        List<Count> asked = new ArrayList<>(List.of(diagnosis.notAsked()));
        diagnosis.interviews().forEach(each -> asked.add(each.of()));
        List<Count> everybody = new ArrayList<>();
        for (GroupLine group : diagnosis.groups()) {
            everybody.add(group.change().customers());
            everybody.add(group.undecided());
            assertNoMoreIsTold(
                    "who could be asked",
                    group,
                    sum(diagnosis.interviews().stream()
                            .filter(each -> each.group() == group.group())
                            .map(Interviews::of)
                            .toList()));
            List<Count> tiers = new ArrayList<>();
            diagnosis.tiers().forEach(tier -> tiers.add(tier.in(group.group())));
            assertNothingIsTold("of tiers", group.change().customers(), tiers);
            List<Count> owners = new ArrayList<>();
            diagnosis.owners().forEach(owner -> owners.add(owner.in(group.group())));
            assertNothingIsTold("of owners", group.change().customers(), owners);
            for (Evidence evidence : Evidence.values()) {
                List<ReasonLine> lines = Sighted.lines(diagnosis, group.group(), evidence);
                lines.stream().findFirst().ifPresent(first -> {
                    Count of = first.change().of();
                    List<Count> causes = lines.stream()
                            .map(line -> line.change().customers())
                            .toList();
                    assertNothingIsTold("of causes", of, causes);
                    assertNoMoreIsTold(
                            "of whom causes are known",
                            group,
                            Math.max(of.shown().orElse(0), sum(causes)));
                });
            }
        }
        assertNothingIsTold("of those who could be asked", everybody, asked);
        List<Count> customers = new ArrayList<>();
        diagnosis.tiers().forEach(tier -> customers.add(tier.customers().orElseThrow()));
        assertNothingIsTold("of the customers of tiers", diagnosis.customers(), customers);
        OptionalInt all = diagnosis.customers().shown();
        if (all.isPresent() && customers.stream().allMatch(Count::isShown)) {
            assertThat(all.getAsInt()
                            - customers.stream().mapToInt(Count::number).sum())
                    .as("of the tiers without a line")
                    .matches(number -> number < 1 || number > 4);
        }
    }

    /** 13 to mend of whom 10 waver would be three who decline. */
    @Test
    void theListOfWhatToMendDoesNotTellWhatAGroupHides() {
        month.add(10, "a", APRIL, Group.WAVERING, "price", "");
        month.add(30, "b", APRIL, Group.WAVERING, "neglect", "");
        month.add(3, "c", APRIL, Group.DECLINING, "price", "");
        month.add(30, "d", APRIL, Group.DECLINING, "neglect", "");

        Diagnosis april = month.april();

        check(april);
        assertThat(cause(april, Group.DECLINING, Evidence.MODEL, "price").isShown())
                .isFalse();
        assertThat(april.groups().get(0).change().customers().shown())
                .as("groups stay")
                .hasValue(40);
        for (LocalizedText step : DiagnosisAdvice.of(april, ReasonCatalogue.standard())) {
            assertThat(step.in(Language.ENGLISH)).doesNotContain("by the model 13");
        }
    }

    /** 900 less 897 of the one tier that has a line. */
    @Test
    void theCustomersOfTiersDoNotTellASmallOne() {
        month.add(40, "a", APRIL, Group.WAVERING, "price", "");
        Diagnosis april =
                month.of(List.of(new MonthCount(APRIL, "key", 897), new MonthCount(APRIL, "small", 3)), List.of());

        check(april);
        assertThat(april.tiers())
                .singleElement()
                .satisfies(tier ->
                        assertThat(tier.customers().orElseThrow().isShown()).isFalse());
    }

    /** Of 20 who waver in a tier 18 could be drawn, so two are held out or refuse. */
    @Test
    void howManyCouldBeAskedDoesNotTellWhoIsHeldOut() {
        month.add(18, "a", APRIL, Group.WAVERING, "price", "");
        for (int i = 0; i < 22; i++) {
            String tier = i < 2 ? "key" : "small";
            month.sightings.add(inTier(sighting("b" + i, APRIL, Group.WAVERING, "price", "", i >= 2 && i < 12), tier));
        }
        Diagnosis april =
                month.of(List.of(new MonthCount(APRIL, "key", 500), new MonthCount(APRIL, "small", 400)), List.of());

        assertThat(april.interviews().get(0).of().isShown()).as("18 of 20").isFalse();
        assertThat(april.interviews().get(1).of().isShown() && april.notAsked().isShown())
                .as("12 less 10 of the other tier")
                .isFalse();
        assertThat(april.tiers().get(0).in(Group.WAVERING).shown()).hasValue(20);
    }

    /** 40 and 30 and 14 could be asked and everybody could, so that 14 less the ten without a decision are those who were lost; as many stated something. */
    @Test
    void whoLeftWithoutADecisionDoesNotTellHowManyWereLost() {
        month.add(40, "a", APRIL, Group.WAVERING, "price", "");
        month.add(30, "b", APRIL, Group.DECLINING, "neglect", "");
        month.add(4, "c", APRIL, Group.LOST, "price", "price");
        for (int i = 0; i < 10; i++) {
            month.sightings.add(Courses.uncounted(sighting("d" + i, APRIL, Group.LOST, "", "price")));
        }
        Diagnosis april = month.april();

        check(april);
        GroupLine lost = april.groups().stream()
                .filter(line -> line.group() == Group.LOST)
                .findFirst()
                .orElseThrow();
        assertThat(lost.change().customers().isShown()).isFalse();
        assertThat(lost.undecided().shown()).hasValue(10);
        assertThat(april.groups())
                .filteredOn(line -> line.group() != Group.LOST)
                .as("the other groups stay")
                .allMatch(line -> line.change().customers().isShown());
    }

    @Test
    void noListTellsWhatAnotherHides() {
        SplittableRandom random = new SplittableRandom(7);
        List<String> codes = List.of("price", "neglect", "core-service", "competitor");
        List<String> tiers = List.of("key", "ordinary", "small", "");
        List<Answer> answers = List.of(Answer.values());
        int hidden = 0;
        int shown = 0;
        for (int run = 0; run < 20; run++) {
            month.sightings.clear();
            int each = 1 + random.nextInt(14);
            int at = 0;
            for (Group group : Group.values()) {
                for (String code : codes) {
                    int count = random.nextInt(2 * each);
                    for (int i = 0; i < count; i++) {
                        Sighting sighting = sighting(
                                "c" + at++,
                                APRIL,
                                group,
                                code,
                                random.nextInt(3) == 0 ? codes.get(random.nextInt(4)) : "",
                                random.nextInt(10) > 0);
                        month.sightings.add(answered(
                                inTier(sighting, tiers.get(random.nextInt(random.nextInt(4) + 1))),
                                answers.get(random.nextInt(4))));
                    }
                }
            }
            int undecided = run % 2 == 0 ? 0 : random.nextInt(20);
            for (int i = 0; i < undecided; i++) {
                Sighting sighting = sighting(
                        "u" + i,
                        APRIL,
                        Group.LOST,
                        random.nextBoolean() ? "price" : "",
                        random.nextInt(3) > 0 ? "neglect" : "",
                        random.nextInt(10) > 0);
                month.sightings.add(
                        Courses.uncounted(inTier(sighting, tiers.get(random.nextInt(random.nextInt(4) + 1)))));
            }
            List<MonthCount> counts = new ArrayList<>();
            for (String tier : tiers) {
                int own = (int) month.sightings.stream()
                        .filter(sighting ->
                                sighting.counted() && sighting.tier().equals(tier))
                        .count();
                counts.add(new MonthCount(APRIL, tier, own + random.nextInt(40)));
            }
            Diagnosis april = month.of(counts, List.of());
            check(april);
            for (GroupLine group : april.groups()) {
                shown += group.change().customers().isShown() ? 1 : 0;
                hidden += group.change().customers().isShown() ? 0 : 1;
            }
        }
        assertThat(shown).as("nearly all groups are shown, hidden: %d", hidden).isGreaterThan(50);
    }
}
