package io.holdfast.care.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.diagnosis.CustomerCourse.Decided;
import io.holdfast.care.diagnosis.CustomerCourse.Raising;
import io.holdfast.care.diagnosis.CustomerCourse.Told;
import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Makes customers' courses, and sightings. */
final class Courses {
    static final YearMonth MARCH = YearMonth.of(2026, 3);
    static final YearMonth APRIL = YearMonth.of(2026, 4);

    static final YearMonth JULY = YearMonth.of(2026, 7);

    private Courses() {}

    /** What is gathered on the first of July. */
    static DiagnosisData data(CustomerCourse... courses) {
        Sightings sightings = new Sightings(on(JULY, 1));
        for (CustomerCourse course : courses) {
            sightings.add(course);
        }
        return sightings.data();
    }

    /** Of the first month in which the customer is seen at all. */
    static Sighting only(CustomerCourse course) {
        List<Sighting> sightings = data(course).sightings();
        YearMonth first = sightings.stream()
                .map(Sighting::month)
                .min(YearMonth::compareTo)
                .orElseThrow();
        assertThat(sightings)
                .filteredOn(sighting -> sighting.month().equals(first))
                .hasSize(1);
        return sightings.stream()
                .filter(sighting -> sighting.month().equals(first))
                .findFirst()
                .orElseThrow();
    }

    static List<YearMonth> months(YearMonth first, int count) {
        return Stream.iterate(first, month -> month.plusMonths(1)).limit(count).toList();
    }

    static Instant on(YearMonth month, int day) {
        return month.atDay(day).atTime(8, 0).toInstant(ZoneOffset.UTC);
    }

    static Decided decided(Instant at, String band, String... reasons) {
        List<Raising> raising =
                Stream.of(reasons).map(code -> new Raising(code, 0.5, 0.4)).toList();
        return new Decided(
                at, "", false, false, 0.2, band, raising, Answer.PLANNED, "bill-review", "team-a", "key", "ann");
    }

    static Decided winBack(Instant at) {
        return new Decided(
                at, "", true, false, 0.9, "critical", List.of(), Answer.PLANNED, "come-back", "team-a", "key", "ann");
    }

    /** A decision about a line; the tier of the critical ones is small. */
    static Decided line(String unit, Instant at, String band, double probability, Answer answer, String reason) {
        return new Decided(
                at,
                unit,
                false,
                false,
                probability,
                band,
                List.of(new Raising(reason, 0.5, 0.4)),
                answer,
                answer == Answer.NONE ? "" : unit + "-play",
                "",
                band.equals("critical") ? "small" : "key",
                "");
    }

    static Told left(Instant at, LeaveType type) {
        return left(at, "", type);
    }

    static Told left(Instant at, String unit, LeaveType type) {
        return new Told(OutcomeKind.LEFT, at, unit, Optional.of(type), Optional.empty(), 0);
    }

    static Told returned(Instant at, String unit) {
        return new Told(OutcomeKind.RETURNED, at, unit, Optional.empty(), Optional.empty(), 0);
    }

    static Told told(OutcomeKind kind, Instant at, String reason) {
        return new Told(kind, at, "", Optional.empty(), Optional.of(reason), 0);
    }

    static Told margin(Instant at, double amount) {
        return new Told(OutcomeKind.MARGIN, at, "", Optional.empty(), Optional.empty(), amount);
    }

    static CustomerCourse course(String customer, List<Decided> decisions, Told... outcomes) {
        return new CustomerCourse(customer, decisions, List.of(outcomes), false, false);
    }

    static Sighting sighting(String customer, YearMonth month, Group group, String model, String stated) {
        return sighting(customer, month, group, model, stated, true);
    }

    static Sighting sighting(
            String customer, YearMonth month, Group group, String model, String stated, boolean interview) {
        return new Sighting(
                customer,
                month,
                group,
                "key",
                "ann",
                Optional.of(model).filter(code -> !code.isEmpty()),
                Optional.of(stated).filter(code -> !code.isEmpty()),
                Optional.empty(),
                Answer.PLANNED,
                "bill-review",
                "team-a",
                OptionalDouble.of(10),
                interview,
                true);
    }

    static Sighting answered(Sighting of, Answer answer) {
        return with(of, of.tier(), answer, of.counted());
    }

    static Sighting inTier(Sighting of, String tier) {
        return with(of, tier, of.answer(), of.counted());
    }

    /** The same, of which no decision stood in the month. */
    static Sighting uncounted(Sighting of) {
        return with(of, of.tier(), of.answer(), false);
    }

    private static Sighting with(Sighting of, String tier, Answer answer, boolean counted) {
        return new Sighting(
                of.customer(),
                of.month(),
                of.group(),
                tier,
                of.owner(),
                of.model(),
                of.stated(),
                of.confirmed(),
                answer,
                of.action(),
                of.team(),
                of.margin(),
                of.interview(),
                counted);
    }
}
