package io.holdfast.care.effect;

import io.holdfast.care.inference.Comparison;
import io.holdfast.care.inference.FalseDiscovery;
import io.holdfast.care.inference.SampleRatio;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares assigned with shadow-assigned. Thread-safe. */
public final class EffectStudy {
    /** The windows in days, the shortest first. */
    public static final List<Integer> WINDOWS = List.of(90, 180, 365);

    /** How much later than it happened something may be reported and still be counted on. */
    public static final Duration DELAY = Duration.ofDays(14);

    /** Whom nobody told otherwise learns from a month on, in days. */
    private static final int FIRST_WINDOW = 30;

    /** Of what is called a finding, the share that may be chance. */
    private static final double FALSE_SHARE = 0.05;

    /** What the primary effect is about, the same for every plan. */
    public static final EffectMetric PRIMARY = EffectMetric.MARGIN;

    /** The window of the primary effect, in days. */
    public static final int PRIMARY_DAYS = 365;

    private final List<DecidedUnit> units;
    private final Map<OutcomeKind, Instant> lastReport;
    private @Nullable Population everybody;

    /**
     * A study.
     *
     * @param units every decision there is, so that it is known which one was a customer's first
     * @param lastReport when the last outcome of each kind was reported of anybody; without those that nobody reported
     */
    public EffectStudy(List<DecidedUnit> units, Map<OutcomeKind, Instant> lastReport) {
        this.units = List.copyOf(units);
        this.lastReport = Map.copyOf(lastReport);
    }

    /** Answers a question. */
    public EffectReport answer(EffectQuestion question) {
        Population population = Population.of(units, question::isAbout);
        List<DecidedUnit> measured = population.measured();
        SampleRatio ratio = population.sampleRatio();
        EstimateMaker maker = new EstimateMaker(ratio.isMismatch());
        List<EffectEstimate> estimates = new ArrayList<>();
        for (EffectMetric metric : EffectMetric.values()) {
            for (int days : WINDOWS) {
                boolean primary = metric == PRIMARY && days == PRIMARY_DAYS;
                estimate(maker, metric, days, primary, measured).ifPresent(estimates::add);
            }
        }
        estimates.sort(Comparator.comparing(EffectEstimate::primary).reversed());
        int shadow = (int)
                measured.stream().filter(unit -> unit.side() == Side.SHADOW).count();
        int shortest = WINDOWS.get(0);
        List<DecidedUnit> everybody = units.stream()
                .filter(question::isAbout)
                .filter(unit -> isClosed(unit, shortest, EffectMetric.LEAVE_RATE))
                .toList();
        return new EffectReport(
                question,
                closedUntil(EffectMetric.LEAVE_RATE),
                measured.size() - shadow,
                shadow,
                population.countedOut(),
                ratio,
                estimates,
                question.cuts().isEmpty() ? List.of() : explore(maker, question.cuts(), measured, ratio.isMismatch()),
                closedUntil(EffectMetric.LEAVE_RATE).flatMap(until -> StayingCurves.of(measured, until)),
                measured.stream()
                        .map(DecidedUnit::decidedAt)
                        .min(Comparator.naturalOrder())
                        .map(first -> first.plus(Duration.ofDays(shortest)).plus(DELAY)),
                everybody.isEmpty() ? Optional.empty() : Optional.of(WrongReadings.of(everybody, shortest)));
    }

    /**
     * Whether as many were held out as lots should hold out: those of first decisions of all plans, and those that campaigns drew anew for later ones, each by
     * themselves, so that neither makes up for the other.
     */
    public boolean isLotKept() {
        return !everybody().sampleRatio().isMismatch()
                && !everybody().laterSampleRatio().isMismatch();
    }

    private synchronized Population everybody() {
        if (everybody == null) {
            everybody = Population.of(units, unit -> true);
        }
        return everybody;
    }

    /**
     * What was measured of each action by reason and tier, over the longest window that is about as sure as the surest, in the order of names: by first decisions, and
     * by later ones for which the campaign drew anew. Where {@link #isLotKept} says no, they are nothing to go by but to be wary of harm.
     */
    public List<MeasuredCell> cells() {
        return cells(FIRST_WINDOW);
    }

    /**
     * The same, where more or fewer days are waited for.
     *
     * @param fromDays the shortest window that is looked at; the windows are of 14, 30 and 60 days and {@link #WINDOWS}
     */
    public List<MeasuredCell> cells(int fromDays) {
        return cells(action -> fromDays);
    }

    /**
     * The same, where actions are waited for differently.
     *
     * @param fromDays by an action's code, the shortest window that is looked at; an action for which it is longer than the longest window has no cells
     */
    public List<MeasuredCell> cells(ToIntFunction<String> fromDays) {
        List<MeasuredCell> cells = new ArrayList<>();
        for (boolean winBack : new boolean[] {false, true}) {
            EffectMetric metric = winBack ? EffectMetric.RETURN_RATE : EffectMetric.LEAVE_RATE;
            Map<String, List<DecidedUnit>> byAction = new TreeMap<>();
            everybody().withLater().stream()
                    .filter(unit -> unit.lost() == winBack)
                    .forEach(unit -> byAction.computeIfAbsent(unit.action(), key -> new ArrayList<>())
                            .add(unit));
            byAction.forEach((action, own) ->
                    cells.addAll(new CellMeasurement(action, winBack, fromDays.applyAsInt(action))
                            .of(days -> own.stream()
                                    .filter(unit -> isClosed(unit, days, metric))
                                    .toList())));
        }
        return cells;
    }

    /** A survey every day does not tell who left: what a metric does not hear of closes none of its windows. */
    private Optional<Instant> closedUntil(EffectMetric metric) {
        return metric.lastOf(lastReport).map(last -> last.minus(DELAY));
    }

    private boolean isClosed(DecidedUnit unit, int days, EffectMetric metric) {
        return closedUntil(metric)
                .map(until -> !unit.decidedAt().plus(Duration.ofDays(days)).isAfter(until))
                .orElse(false);
    }

    /** An effect; none where nobody's window is closed, or nobody has a value (of margin: nobody but 0). */
    private Optional<EffectEstimate> estimate(
            EstimateMaker maker, EffectMetric metric, int days, boolean primary, List<DecidedUnit> measured) {
        ClosedUnits closed = ClosedUnits.of(
                measured.stream().filter(unit -> isClosed(unit, days, metric)).toList(), metric, days);
        boolean nothing = closed.values().isEmpty()
                || (metric == EffectMetric.MARGIN
                        && closed.values().stream().allMatch(observation -> observation.value() == 0));
        return nothing ? Optional.empty() : Optional.of(maker.make(metric, days, primary, closed));
    }

    /** Customers to be kept, or the lost ones to be won back, that the cuts do not tell apart. */
    private record Part(List<String> names, boolean lost) {
        EffectMetric metric() {
            return lost ? EffectMetric.RETURN_RATE : EffectMetric.LEAVE_RATE;
        }
    }

    private List<ExploredCell> explore(
            EstimateMaker maker, List<Cut> cuts, List<DecidedUnit> measured, boolean mismatch) {
        Map<Part, List<DecidedUnit>> parts = new LinkedHashMap<>();
        for (DecidedUnit unit : measured) {
            Part part = new Part(cuts.stream().map(cut -> cut.of(unit)).toList(), unit.lost());
            parts.computeIfAbsent(part, key -> new ArrayList<>()).add(unit);
        }
        List<List<String>> names = new ArrayList<>();
        List<EffectEstimate> estimates = new ArrayList<>();
        parts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing((Part part) -> String.join("\n", part.names()))
                        .thenComparing(Part::lost)))
                .forEach(part -> estimate(maker, part.getKey().metric(), WINDOWS.get(0), false, part.getValue())
                        .ifPresent(estimate -> {
                            names.add(part.getKey().names());
                            estimates.add(estimate);
                        }));
        int[] tested = IntStream.range(0, estimates.size())
                .filter(i -> estimates.get(i).comparison().isPresent())
                .toArray();
        double[] adjusted = FalseDiscovery.adjusted(IntStream.of(tested)
                .mapToDouble(i ->
                        estimates.get(i).comparison().map(Comparison::pValue).orElseThrow())
                .toArray());
        double[] byCell = new double[estimates.size()];
        Arrays.fill(byCell, Double.NaN);
        for (int t = 0; t < tested.length; t++) {
            byCell[tested[t]] = adjusted[t];
        }
        List<ExploredCell> cells = new ArrayList<>();
        for (int i = 0; i < byCell.length; i++) {
            boolean known = !Double.isNaN(byCell[i]);
            cells.add(new ExploredCell(
                    names.get(i),
                    estimates.get(i),
                    known ? OptionalDouble.of(byCell[i]) : OptionalDouble.empty(),
                    known && !mismatch && byCell[i] <= FALSE_SHARE));
        }
        return cells;
    }
}
