package io.holdfast.care.effect;

import io.holdfast.care.inference.LogRatio;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parts what was measured of one action by reason and tier. Cells with too few customers are put together: first the tiers of a reason, then the reasons.
 */
final class CellMeasurement {
    /**
     * The longest window is taken whose standard error is at most so many times that of the surest: a long one charges an offer with those who leave when it ends,
     * but is closed for fewer.
     */
    private static final double LESS_SURE = 1.25;

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
        Map<Integer, Double> variances = new TreeMap<>();
        for (int window : WINDOWS) {
            ratio(closed.apply(window), window).ifPresent(whole -> variances.put(window, whole.variance()));
        }
        double most = LESS_SURE
                * LESS_SURE
                * variances.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .min()
                        .orElse(0);
        int days = variances.entrySet().stream()
                .filter(window -> window.getValue() <= most)
                .mapToInt(Map.Entry::getKey)
                .max()
                .orElse(0);
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
        Set<String> together = reason.isEmpty()
                ? units.stream()
                        .map(DecidedUnit::reason)
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.toSet())
                : Set.of();
        ratio.ifPresent(found -> cells.add(
                new MeasuredCell(action, reason, tier, metric == EffectMetric.RETURN_RATE, days, found, together)));
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
