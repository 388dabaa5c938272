package io.holdfast.care.diagnosis;

import io.holdfast.scoring.dataset.Reason;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says why customers leave. Immutable. */
public final class Diagnoser {
    private static final int MONTHS = 13;
    private static final String COMPANY = "company";

    private final DiagnosisData data;
    private final ReasonCatalogue reasons;
    private final InterviewDraw draw;

    /**
     * A diagnoser.
     *
     * @param reasons that there are; of those of the company's side it is the company's to mend the cause
     * @param seed of the draw of interviews
     * @param interviews in each segment, 0 or more
     */
    public Diagnoser(DiagnosisData data, ReasonCatalogue reasons, long seed, int interviews) {
        this.data = data;
        this.reasons = reasons;
        this.draw = new InterviewDraw(seed, interviews);
    }

    /** The latest month that ended before a month begins; else the first there is; none without any. */
    public Optional<YearMonth> latest(YearMonth running) {
        List<YearMonth> months = months();
        return months.stream()
                .filter(month -> month.isBefore(running))
                .reduce((one, other) -> other)
                .or(() -> months.stream().findFirst());
    }

    /** All months of which something is known, the earliest first. */
    public List<YearMonth> months() {
        return data.counts().stream().map(MonthCount::month).distinct().sorted().toList();
    }

    /** What a month that is over tells. */
    public Diagnosis of(YearMonth month) {
        return of(month, month.plusMonths(1));
    }

    /**
     * What a month tells.
     *
     * @param running the month in which it is asked
     */
    public Diagnosis of(YearMonth month, YearMonth running) {
        List<Sighting> now = in(month);
        FixList fixes = new FixList(now);
        List<Agreement> agreements = Agreements.of(data.sightings().stream()
                .filter(sighting -> !sighting.month().isAfter(month))
                .toList());
        List<MonthCount> counts = data.counts().stream()
                .filter(count -> count.month().equals(month))
                .toList();
        return new Diagnosis(
                month,
                customers(month),
                cover(month),
                new GroupLines(now, in(month.minusMonths(1)), cover(month).isComparable())
                        .of(customers(month), customers(month.minusMonths(1))),
                SegmentLines.tiers(now, counts),
                SegmentLines.owners(now),
                months().stream()
                        .filter(each -> !each.isAfter(month) && each.isAfter(month.minusMonths(MONTHS)))
                        .map(each -> SegmentLines.month(each, customers(each), in(each)))
                        .toList(),
                agreements,
                fixes.care(),
                withoutData(),
                fixes.fixes(mendable(), agreements.stream().anyMatch(Agreement::isModelInDoubt)),
                draw.of(now),
                (int) now.stream().filter(sighting -> !sighting.interview()).count(),
                !month.isBefore(running));
    }

    private List<Sighting> in(YearMonth month) {
        return data.sightings().stream()
                .filter(sighting -> sighting.month().equals(month))
                .toList();
    }

    private int customers(YearMonth month) {
        return data.counts().stream()
                .filter(count -> count.month().equals(month))
                .mapToInt(MonthCount::customers)
                .sum();
    }

    private Cover cover(YearMonth month) {
        int before = 0;
        int both = 0;
        for (MonthCover cover : data.covers()) {
            before += cover.month().equals(month.minusMonths(1)) ? cover.staying() : 0;
            both += cover.month().equals(month) ? cover.again() : 0;
        }
        return new Cover(before, customers(month), both);
    }

    private Set<String> mendable() {
        return reasons.reasons().stream()
                .filter(reason -> reason.side().equals(COMPANY))
                .map(Reason::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<String> withoutData() {
        Set<String> known = data.sightings().stream()
                .flatMap(sighting -> Arrays.stream(Evidence.values()).map(evidence -> evidence.of(sighting)))
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
        return reasons.reasons().stream()
                .map(Reason::code)
                .filter(code -> !known.contains(code))
                .toList();
    }
}
