package io.holdfast.care.diagnosis;

import io.holdfast.scoring.dataset.Reason;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

    /**
     * The latest month that ended before a month begins, of which a decision stood for somebody, since leavings alone tell nothing of the others, and in which anything was decided or
     * happened, since else it repeats the one before; else the latest in which a decision stood, else the running one if a decision stands in it, else the latest that ended, else the first there is; none without any.
     */
    public Optional<YearMonth> latest(YearMonth running) {
        List<YearMonth> months = months();
        List<YearMonth> ended =
                months.stream().filter(month -> month.isBefore(running)).toList();
        List<YearMonth> decided =
                ended.stream().filter(month -> customers(month) > 0).toList();
        return decided.stream()
                .filter(data.eventful()::contains)
                .reduce((one, other) -> other)
                .or(() -> decided.stream().reduce((one, other) -> other))
                .or(() -> months.stream().filter(month -> customers(month) > 0).findFirst())
                .or(() -> ended.stream().reduce((one, other) -> other))
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
        Suppression suppression = new Suppression();
        Map<YearMonth, MonthCounts> counts = counts(month, suppression);
        MonthCounts current = counts.getOrDefault(month, new MonthCounts(0, List.of(), true, suppression));
        MonthCounts before =
                counts.getOrDefault(month.minusMonths(1), new MonthCounts(0, List.of(), false, suppression));
        Cover cover = cover(month, current.customers(), before.customers(), suppression);
        Causes causes = new Causes(suppression);
        List<GroupLine> groups = new GroupLines(
                        now, in(month.minusMonths(1)), cover.isComparable(), causes, suppression)
                .of(current, before);
        Map<String, Integer> sizes = sizes(month);
        TierCounts tiers = new TierCounts(now, sizes, SegmentLines.tiersAlone(now, sizes), current, suppression);
        FixList fixes = new FixList(now, causes, suppression);
        List<Agreement> agreements = Agreements.of(data.sightings().stream()
                .filter(sighting -> !sighting.month().isAfter(month))
                .toList());
        Diagnosis diagnosis = new Diagnosis(
                month,
                current.customers(),
                cover,
                groups,
                SegmentLines.tiers(now, sizes, tiers, suppression),
                SegmentLines.owners(now, current, suppression),
                lines(counts),
                agreements,
                fixes.care(),
                withoutData(),
                fixes.fixes(mendable(), agreements.stream().anyMatch(Agreement::isModelInDoubt)),
                draw.of(now, tiers),
                tiers.notAsked(),
                !month.isBefore(running));
        suppression.solve();
        return diagnosis;
    }

    /** Of this month and those before that are told of, and of the one before whether it is or not. */
    private Map<YearMonth, MonthCounts> counts(YearMonth month, Suppression suppression) {
        Map<YearMonth, MonthCounts> counts = new TreeMap<>();
        for (YearMonth each : months()) {
            if (!each.isAfter(month) && each.isAfter(month.minusMonths(MONTHS))) {
                counts.put(each, new MonthCounts(customers(each), in(each), each.equals(month), suppression));
            }
        }
        return counts;
    }

    private List<MonthLine> lines(Map<YearMonth, MonthCounts> counts) {
        List<MonthLine> lines = new ArrayList<>();
        counts.forEach((each, its) ->
                lines.add(new MonthLine(each, its.customers(), its.groups(), SegmentLines.leading(in(each)))));
        return lines;
    }

    private Map<String, Integer> sizes(YearMonth month) {
        Map<String, Integer> sizes = new TreeMap<>();
        data.counts().stream()
                .filter(count -> count.month().equals(month))
                .forEach(count -> sizes.merge(count.tier(), count.customers(), Integer::sum));
        return sizes;
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

    private Cover cover(YearMonth month, Count now, Count customersBefore, Suppression suppression) {
        MonthCover here = cover(month);
        Count before = Count.of(cover(month.minusMonths(1)).staying());
        Count both = Count.of(here.again());
        suppression.sum(now, List.of(both, Count.unseen(now.number() - both.number())));
        suppression.sum(before, List.of(both, Count.unseen(before.number() - both.number())));
        suppression.sum(customersBefore, List.of(before, Count.unseen(customersBefore.number() - before.number())));
        return Cover.of(
                before,
                now,
                both,
                here.fresh(),
                both.isNobody() ? 1 : Math.max(1, (double) here.waited() / here.again()));
    }

    private MonthCover cover(YearMonth month) {
        return data.covers().stream()
                .filter(cover -> cover.month().equals(month))
                .reduce(new MonthCover(month, 0, 0, 0, 0), MonthCover::and);
    }

    private Set<String> mendable() {
        return reasons.reasons().stream()
                .filter(reason -> reason.side().equals(COMPANY))
                .map(Reason::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<String> withoutData() {
        return reasons.reasons().stream()
                .map(Reason::code)
                .filter(code -> !data.evident().contains(code))
                .toList();
    }
}
