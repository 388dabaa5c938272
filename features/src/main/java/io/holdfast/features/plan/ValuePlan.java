package io.holdfast.features.plan;

import io.holdfast.features.definition.ChurnDefinition;
import io.holdfast.features.definition.Leaving;
import io.holdfast.features.history.EventKind;
import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.history.KindRole;
import io.holdfast.features.history.Measure;
import io.holdfast.features.value.ValueSettings;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.Nearest;
import io.holdfast.scoring.yaml.YamlFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which columns say what a unit is worth: the {@code value} of {@code history.yaml}. Value models are a step after the SQL: their parameters are fitted to
 * what was known on a date, and the columns join the features by unit.
 *
 * @param contract whether a contract ends: then renewals are modelled, not purchases
 * @param kinds the kinds of events that bring money
 * @param amount how much; empty where no measure tells
 * @param models whether models are fitted; otherwise only the margin if kept is reckoned
 * @param periodDays of a contract: days from one renewal to the next
 * @param settings how far expectations reach
 * @param intervals whether the expectations have intervals beside them
 */
public record ValuePlan(
        boolean contract,
        List<String> kinds,
        Optional<Measure> amount,
        boolean models,
        int periodDays,
        ValueSettings settings,
        boolean intervals) {
    private static final String KEY = "value";
    private static final String AMOUNT = "amount";
    private static final int MONTH = 30;
    private static final int YEAR = 365;
    private static final int MOST_MONTHS = 120;
    private static final int LONGEST = 3650;

    /** Keeps a copy. */
    public ValuePlan {
        kinds = List.copyOf(kinds);
    }

    /**
     * Reads {@code value} of {@code history.yaml}; without it, purchases are modelled where no contract tells who has left.
     *
     * @return empty where nothing is to be said of value
     * @throws io.holdfast.scoring.fault.InputException naming the line of what cannot be
     */
    public static Optional<ValuePlan> read(YamlFields file, HistoryDescription history, ChurnDefinition churn) {
        boolean contract = churn.leaving() instanceof Leaving.ByEvent;
        ValueSettings standard = ValueSettings.defaults();
        if (!file.has(KEY)) {
            return contract
                    ? Optional.empty()
                    : Optional.of(of(
                            history,
                            churn,
                            amount(history, kinds(history, churn)),
                            true,
                            MONTH,
                            new ValueSettings(
                                    churn.horizonDays(),
                                    standard.months(),
                                    standard.yearlyDiscount(),
                                    standard.marginShare())));
        }
        YamlFields given = file.mapping(KEY).fields("'value'");
        Optional<Measure> amount =
                given.has("measure") ? Optional.of(measure(given, history)) : amount(history, kinds(history, churn));
        ValueSettings settings = new ValueSettings(
                churn.horizonDays(),
                given.wholeNumber("months", 1, MOST_MONTHS, standard.months()),
                given.number("yearlyDiscount", 0, 1, standard.yearlyDiscount()),
                given.number("marginShare", 0.0001, 1, standard.marginShare()));
        ValuePlan plan = of(
                history,
                churn,
                amount,
                given.flag("models", true),
                given.wholeNumber("periodDays", 1, LONGEST, MONTH),
                settings);
        given.finish();
        return plan.models() || plan.amount().isPresent() ? Optional.of(plan) : Optional.empty();
    }

    private static ValuePlan of(
            HistoryDescription history,
            ChurnDefinition churn,
            Optional<Measure> amount,
            boolean models,
            int periodDays,
            ValueSettings settings) {
        return new ValuePlan(
                churn.leaving() instanceof Leaving.ByEvent,
                kinds(history, churn),
                amount,
                models,
                periodDays,
                settings,
                false);
    }

    /** Purchases where no contract tells; with a contract what is billed, else paid, else bought. */
    private static List<String> kinds(HistoryDescription history, ChurnDefinition churn) {
        if (churn.leaving() instanceof Leaving.BySilence silence) {
            return silence.purchases();
        }
        for (KindRole role : List.of(KindRole.BILL, KindRole.PAYMENT, KindRole.PURCHASE)) {
            List<EventKind> kinds = history.kinds(List.of(role)).stream()
                    .filter(kind -> !kind.measures().isEmpty())
                    .toList();
            if (!kinds.isEmpty()) {
                return kinds.stream().map(EventKind::name).toList();
            }
        }
        return List.of();
    }

    /** The measure named amount, or the only one that such events have. */
    private static Optional<Measure> amount(HistoryDescription history, List<String> kinds) {
        List<String> names = kinds.stream()
                .flatMap(kind -> Optional.ofNullable(history.kinds().get(kind)).stream())
                .flatMap(kind -> kind.measures().stream())
                .distinct()
                .toList();
        String name = names.contains(AMOUNT) ? AMOUNT : names.size() == 1 ? names.get(0) : "";
        return Optional.ofNullable(history.measures().get(name));
    }

    private static Measure measure(YamlFields given, HistoryDescription history) {
        String name = given.text("measure");
        Measure measure = history.measures().get(name);
        if (measure == null) {
            throw given.fault(
                    "measure",
                    "unknown_measure",
                    "'measure' of 'value' is " + Excerpt.of(name) + "; expected one of 'measures'"
                            + Nearest.hint(name, history.measures().keySet()));
        }
        return measure;
    }

    /** The same with intervals beside the expectations. */
    public ValuePlan withIntervals() {
        return new ValuePlan(contract, kinds, amount, models, periodDays, settings, true);
    }

    /** How many renewals of a contract are looked ahead. */
    public int periods() {
        return Math.max(1, (settings.months() * YEAR + 6 * periodDays) / (12 * periodDays));
    }

    /** The columns, as features of the plan. */
    List<Feature> features() {
        List<Feature> features = new ArrayList<>();
        for (ValueColumn column : columns()) {
            features.add(column.feature(this));
        }
        return features;
    }

    /** The columns that are made, in their order. */
    public List<ValueColumn> columns() {
        List<ValueColumn> columns = new ArrayList<>();
        for (ValueColumn column : ValueColumn.values()) {
            if (column.isMade(this)) {
                columns.add(column);
            }
        }
        return columns;
    }
}
