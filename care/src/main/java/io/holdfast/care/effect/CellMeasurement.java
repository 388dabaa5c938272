package io.holdfast.care.effect;

import io.holdfast.care.inference.LogRatio;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Parts what was measured of one action by reason and tier. Cells with too few customers are put together: first the tiers of a reason, then the reasons.
 */
final class CellMeasurement {
    /**
     * A longer window is taken where it is at most so many times less sure: it charges an offer with those who leave when it ends, but is closed for fewer.
     */
    private static final double LESS_SURE = 2;

    /** Plans cannot wait for what may be claimed: they learn from the first month on. */
    private static final List<Integer> WINDOWS =
            Stream.concat(Stream.of(30, 60), EffectStudy.WINDOWS.stream()).toList();

    private final String action;
    private final EffectMetric metric;
    private final List<MeasuredCell> cells = new ArrayList<>();

    CellMeasurement(String action, boolean winBack) {
        this.action = action;
        this.metric = winBack ? EffectMetric.RETURN_RATE : EffectMetric.LEAVE_RATE;
    }

    /**
     * The cells, in the order of their names.
     *
     * @param closed the action's units whose window of so many days is closed
     */
    List<MeasuredCell> of(Function<Integer, List<DecidedUnit>> closed) {
        cells.clear();
        Optional<LogRatio> shortest = Optional.empty();
        int days = 0;
        for (int window : WINDOWS) {
            Optional<LogRatio> whole = ratio(closed.apply(window), window);
            if (whole.isPresent()) {
                shortest = shortest.or(() -> whole);
                double most = LESS_SURE * LESS_SURE * shortest.orElseThrow().variance();
                days = whole.get().variance() <= most ? window : days;
            }
        }
        if (days > 0) {
            part(closed.apply(days), days);
        }
        return List.copyOf(cells);
    }

    private void part(List<DecidedUnit> units, int days) {
        List<DecidedUnit> few = new ArrayList<>();
        by(units, DecidedUnit::reason).forEach((reason, ofReason) -> {
            List<DecidedUnit> fewer = new ArrayList<>();
            by(ofReason, DecidedUnit::tier).forEach((tier, ofTier) -> {
                if (tier.isEmpty() || !keep(reason, tier, ofTier, days)) {
                    fewer.addAll(ofTier);
                }
            });
            if (reason.isEmpty() || !keep(reason, "", fewer, days)) {
                few.addAll(fewer);
            }
        });
        keep("", "", few, days);
    }

    private boolean keep(String reason, String tier, List<DecidedUnit> units, int days) {
        Optional<LogRatio> ratio = ratio(units, days);
        ratio.ifPresent(found ->
                cells.add(new MeasuredCell(action, reason, tier, metric == EffectMetric.RETURN_RATE, days, found)));
        return ratio.isPresent();
    }

    private Optional<LogRatio> ratio(List<DecidedUnit> units, int days) {
        return LogRatio.of(ClosedUnits.of(units, metric, days).values());
    }

    private static Map<String, List<DecidedUnit>> by(List<DecidedUnit> units, Function<DecidedUnit, String> name) {
        Map<String, List<DecidedUnit>> parts = new TreeMap<>();
        units.forEach(unit -> parts.computeIfAbsent(name.apply(unit), key -> new ArrayList<>())
                .add(unit));
        return parts;
    }
}
