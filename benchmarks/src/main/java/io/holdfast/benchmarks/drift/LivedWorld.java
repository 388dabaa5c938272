package io.holdfast.benchmarks.drift;

import io.holdfast.care.holdout.HoldOut;
import io.holdfast.care.playbook.HoldOutSettings;
import io.holdfast.simulation.behaviour.Unit;
import io.holdfast.simulation.history.GrowingHistory;
import io.holdfast.simulation.run.Simulation;
import io.holdfast.simulation.treatment.CareAction;
import io.holdfast.simulation.treatment.Treatments;
import io.holdfast.simulation.treatment.TrueEffects;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Simulated customers, what their company has on file, and what nobody knows. For one thread. */
final class LivedWorld implements Closeable {
    /** Lasts three months, so for every horizon; given again it is prolonged, not added. */
    private static final CareAction CARE = CareAction.DISCOUNT_OFFER;

    private static final String CARE_LOG = "care-log.csv";
    private static final String SALT = "drift";

    private final DriftSettings settings;
    private final Simulation simulation;
    private final GrowingHistory history;
    private final TrueRisk truth;
    private final HoldOut holdOut;
    private int month;

    private LivedWorld(
            DriftSettings settings, Simulation simulation, GrowingHistory history, TrueRisk truth, int month) {
        this.settings = settings;
        this.simulation = simulation;
        this.history = history;
        this.truth = truth;
        this.month = month;
        this.holdOut = new HoldOut(new HoldOutSettings(SALT, settings.holdOutShare(), Map.of()));
    }

    /** The customers as the first month begins. */
    static LivedWorld begin(DriftSettings settings, Path folder) throws IOException {
        GrowingHistory history =
                GrowingHistory.begin(settings.simulation(), DriftSettings.month(settings.end()), folder);
        Simulation simulation =
                Simulation.begin(settings.simulation(), TrueEffects.certain(settings.factor()), history);
        history.over(simulation.units());
        return new LivedWorld(settings, simulation, history, new TrueRisk(), 0);
    }

    /** The same customers, history and chance, in another folder. */
    LivedWorld fork(Path folder) throws IOException {
        GrowingHistory forked = history.fork(folder);
        Files.writeString(
                folder.resolve(CARE_LOG), "unit,customer_id,assigned_at,arm,hold_out_share,campaign,campaign_share\n");
        return new LivedWorld(settings, simulation.fork(forked), forked, truth.fork(), month);
    }

    /** The month to come, from 0. */
    int month() {
        return month;
    }

    TrueRisk truth() {
        return truth;
    }

    /** The number of the unit with an id. */
    static int unit(String id) {
        return Integer.parseInt(id.substring(1)) - 1;
    }

    /** The household of a unit. */
    int household(int unit) {
        return simulation.units().get(unit).household();
    }

    /** The units that may leave in the month to come. */
    List<Integer> atRisk() {
        return simulation.atRisk().stream().map(Unit::number).toList();
    }

    /** Whether care is withheld from a unit's household, for good. */
    boolean heldOut(int unit) {
        return holdOut.withholds("H" + household(unit), Optional.empty());
    }

    /** Lives through a month in which nobody is cared for. */
    void live() {
        step(Treatments.none());
    }

    /** Lives through a month in which a list is cared for but for who is held out, and logs it as a store does. */
    void live(List<Integer> list) throws IOException {
        StringBuilder log = new StringBuilder();
        Map<Integer, CareAction> care = new TreeMap<>();
        for (int unit : list) {
            boolean shadow = heldOut(unit);
            if (!shadow) {
                care.put(unit, CARE);
            }
            log.append(history.unit(unit))
                    .append(',')
                    .append(history.customer(unit))
                    .append(',')
                    .append(DriftSettings.day(month))
                    .append("T00:00:00Z,")
                    .append(shadow ? "shadow," + settings.holdOutShare() : "assigned,")
                    .append(',')
                    .append(DriftSettings.month(month))
                    .append(",0\n");
        }
        Files.writeString(history.folder().resolve(CARE_LOG), log, StandardOpenOption.APPEND);
        step(Treatments.of(care));
    }

    private void step(Treatments treatments) {
        truth.add(simulation.step(simulation.next(), treatments));
        history.flush();
        month++;
    }

    /**
     * The description of the history as far as it has been lived.
     *
     * @param from first date to learn from, by month
     * @param to last of them
     * @param knowsCare whether the risk without care is to be learned, by the log
     */
    Path description(int from, int to, boolean knowsCare) throws IOException {
        String text = history.description();
        String horizon = "horizonDays: " + DriftSettings.HORIZON_DAYS;
        if (knowsCare) {
            text = replaced(
                    text,
                    "measures:\n",
                    "  care:\n    path: " + CARE_LOG
                            + "\n    columns: {unit: unit, customer: customer_id, assignedAt: assigned_at, arm: arm, share: hold_out_share, campaign: campaign, campaignShare: campaign_share}\nmeasures:\n");
            // Given on one of the first days of a month, it tells in that month and two more: 62 days at most, and
            // three before care is carried out.
            text = replaced(text, horizon, horizon + ", estimand: no-care, careLastsDays: 75");
        }
        text += "until: " + DriftSettings.day(month) + "\nsnapshots: {every: month, from: " + DriftSettings.day(from)
                + ", to: " + DriftSettings.day(to) + "}\nfeatures: {windows: [90]}\n";
        return Files.writeString(history.folder().resolve("history.yaml"), text);
    }

    private static String replaced(String text, String what, String by) {
        if (!text.contains(what)) {
            throw new IllegalStateException("the description of a simulated history has no " + what);
        }
        return text.replace(what, by);
    }

    @Override
    public void close() {
        history.close();
    }
}
