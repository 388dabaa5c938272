package io.holdfast.care.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Effects that were measured, by action, reason and tier; where there is none, the playbook's expectation holds. Immutable.
 *
 * @param byCell by whom they are about
 * @param together by action, codes of the reasons that had too few customers, so that {@link #REST} stands for them
 * @param tiersTogether by the cell whose tier is {@link #REST}, codes of the tiers that had too few customers, so that it stands for them; an empty code for those of
 *     unknown tier
 * @param lotKept whether as many were held out as the lot should hold out; if not, nothing that was measured is believed but harm
 */
public record ActionEffects(
        Map<Cell, ActionEffect> byCell,
        Map<String, Set<String>> together,
        Map<Cell, Set<String>> tiersTogether,
        boolean lotKept) {
    /**
     * Stands for the reason of customers without a leading one, and of those with one that had too few to be measured by itself; and for the tiers of a reason that
     * had too few.
     */
    public static final String REST = "(rest)";

    /** Keeps a copy. */
    public ActionEffects {
        byCell = Map.copyOf(byCell);
        together = Map.copyOf(together);
        tiersTogether = Map.copyOf(tiersTogether);
    }

    /** Effects that are believed. */
    public ActionEffects(Map<Cell, ActionEffect> byCell) {
        this(byCell, Map.of(), Map.of(), true);
    }

    /**
     * Customers whom an effect is about.
     *
     * @param action its code
     * @param reason the leading one, by its code; {@link #REST}; empty: every other
     * @param tier by its code; {@link #REST}; empty: every other
     */
    public record Cell(String action, String reason, String tier) {}

    /** Nothing was measured yet. */
    public static ActionEffects none() {
        return new ActionEffects(Map.of());
    }

    /** Effects that are the same for every reason and tier, by the action's code. */
    public static ActionEffects of(Map<String, ActionEffect> byAction) {
        return new ActionEffects(byAction.entrySet().stream()
                .collect(Collectors.toMap(each -> new Cell(each.getKey(), "", ""), Map.Entry::getValue)));
    }

    /** The name under which what was measured of an action on customers of a leading reason is to be found; of those without one, for an empty code. */
    String name(String action, String reason) {
        boolean few = together.getOrDefault(action, Set.of()).contains(reason)
                && !byCell.containsKey(new Cell(action, reason, ""));
        return reason.isEmpty() || few ? REST : reason;
    }

    /** The name under which what was measured of a reason's customers of a tier is to be found; a tier that was never measured is every other. */
    String tierName(String action, String reason, String tier) {
        return tiersTogether
                        .getOrDefault(new Cell(action, reason, REST), Set.of())
                        .contains(tier)
                ? REST
                : tier;
    }

    /** What was measured of an action on such customers, or else on those of another tier, or else on those of another reason. */
    public Optional<ActionEffect> of(String action, String reason, String tier) {
        Cell own = cell(action, reason, tier);
        return Stream.of(own, new Cell(action, own.reason(), ""), new Cell(action, "", ""))
                .map(byCell::get)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    /** Whether such customers were measured, be it together with others who are few; else {@link #of(String, String, String)} goes by others. */
    public boolean isMeasured(String action, String reason, String tier) {
        return byCell.containsKey(cell(action, reason, tier));
    }

    private Cell cell(String action, String reason, String tier) {
        String name = reason.isEmpty() ? "" : name(action, reason);
        return new Cell(action, name, tierName(action, name, tier));
    }

    /** The effects of one action, by reason and tier in the order of their names. */
    public List<Map.Entry<Cell, ActionEffect>> of(String action) {
        return byCell.entrySet().stream()
                .filter(each -> each.getKey().action().equals(action))
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(Cell::reason).thenComparing(Cell::tier)))
                .toList();
    }
}
