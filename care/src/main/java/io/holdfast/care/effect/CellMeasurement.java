package io.holdfast.care.effect;

import io.holdfast.care.inference.RatePair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parts what was measured of one action by reason, and each reason by tier. Reasons with too few customers are put together with those without one; so are the
 * tiers of a reason that have too few.
 */
final class CellMeasurement {
    /**
     * The longest window is taken whose standard error is at most so many times that of the surest: a long one charges an offer with those who leave when it ends,
     * but is closed for fewer. Each reason has its own, so that what many say of one takes nothing away from what is new of another.
     */
    private static final double LESS_SURE = 1.25;

    /** Plans cannot wait for what may be claimed: they learn from the first month on, or half of it. */
    private static final List<Integer> WINDOWS =
            Stream.concat(Stream.of(14, 30, 60), EffectStudy.WINDOWS.stream()).toList();

    private final String action;
    private final EffectMetric metric;
    private final List<Integer> windows;

    /** @param fromDays the shortest window that is looked at */
    CellMeasurement(String action, boolean winBack, int fromDays) {
        this.action = action;
        this.windows = WINDOWS.stream().filter(days -> days >= fromDays).toList();
        this.metric = winBack ? EffectMetric.RETURN_RATE : EffectMetric.LEAVE_RATE;
    }

    /**
     * The cells, by reason and tier in the order of their codes, the rest last.
     *
     * @param closed the action's units whose window of so many days is closed
     */
    List<MeasuredCell> of(Function<Integer, List<DecidedUnit>> closed) {
        Map<Integer, List<DecidedUnit>> byWindow = new TreeMap<>();
        Set<String> reasons = new TreeSet<>();
        for (int days : windows) {
            List<DecidedUnit> units = closed.apply(days);
            byWindow.put(days, units);
            units.forEach(unit -> reasons.add(unit.reason()));
        }
        List<MeasuredCell> cells = new ArrayList<>();
        Set<String> few = new TreeSet<>();
        for (String reason : reasons) {
            Map<Integer, List<DecidedUnit>> own = only(byWindow, Set.of(reason));
            OptionalInt days = reason.isEmpty() ? OptionalInt.empty() : window(own);
            if (days.isPresent()) {
                part(own.getOrDefault(days.getAsInt(), List.of()), reason, days.getAsInt(), Set.of(), cells);
            } else {
                few.add(reason);
            }
        }
        Map<Integer, List<DecidedUnit>> rest = only(byWindow, few);
        window(rest).ifPresent(days -> {
            List<DecidedUnit> units = rest.getOrDefault(days, List.of());
            part(units, "", days, reasons(units), cells);
        });
        return cells;
    }

    /** Those that are measured, and not those that are too new for the window. */
    private static Set<String> reasons(List<DecidedUnit> units) {
        return units.stream()
                .map(DecidedUnit::reason)
                .filter(reason -> !reason.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Map<Integer, List<DecidedUnit>> only(Map<Integer, List<DecidedUnit>> byWindow, Set<String> reasons) {
        Map<Integer, List<DecidedUnit>> own = new TreeMap<>();
        byWindow.forEach((days, units) -> own.put(
                days,
                units.stream().filter(unit -> reasons.contains(unit.reason())).toList()));
        return own;
    }

    /** The longest window that is about as sure as the surest; none where each has too few customers. */
    private OptionalInt window(Map<Integer, List<DecidedUnit>> byWindow) {
        Map<Integer, Double> information = new TreeMap<>();
        byWindow.forEach(
                (days, units) -> rates(units, days).ifPresent(whole -> information.put(days, whole.information(0))));
        double most = information.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        return information.entrySet().stream()
                .filter(window -> window.getValue() * LESS_SURE * LESS_SURE >= most)
                .mapToInt(Map.Entry::getKey)
                .max();
    }

    private void part(
            List<DecidedUnit> units, String reason, int days, Set<String> together, List<MeasuredCell> cells) {
        Map<String, List<DecidedUnit>> byTier = new TreeMap<>();
        units.forEach(unit ->
                byTier.computeIfAbsent(unit.tier(), key -> new ArrayList<>()).add(unit));
        List<DecidedUnit> fewer = new ArrayList<>();
        byTier.forEach((tier, ofTier) -> {
            Optional<RatePair> rates = tier.isEmpty() ? Optional.empty() : rates(ofTier, days);
            rates.ifPresentOrElse(
                    found -> cells.add(cell(reason, tier, days, found, together, Set.of())),
                    () -> fewer.addAll(ofTier));
        });
        Set<String> tiers = fewer.stream().map(DecidedUnit::tier).collect(Collectors.toSet());
        // Where no tier is known at all, they stand for every tier; beside tiers that are known for none but their own.
        Set<String> several = byTier.keySet().equals(Set.of("")) ? Set.of() : tiers;
        rates(fewer, days).ifPresent(found -> cells.add(cell(reason, "", days, found, together, several)));
    }

    private MeasuredCell cell(
            String reason, String tier, int days, RatePair rates, Set<String> together, Set<String> tiers) {
        boolean winBack = metric == EffectMetric.RETURN_RATE;
        return new MeasuredCell(action, reason, tier, winBack, days, rates, together, tiers);
    }

    private Optional<RatePair> rates(List<DecidedUnit> units, int days) {
        return RatePair.of(ClosedUnits.of(units, metric, days).values());
    }
}
