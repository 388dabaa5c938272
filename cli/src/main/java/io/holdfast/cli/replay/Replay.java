package io.holdfast.cli.replay;

import io.holdfast.care.plan.ActionEffects;
import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Play;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.simulation.event.Recorder;
import io.holdfast.simulation.run.Simulation;
import io.holdfast.simulation.treatment.CareAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Runs policies against simulated customers, month by month. Equal settings and seeds give equal runs; different policies meet the same customers and the same chance. For one thread. */
public final class Replay {
    private final ReplaySettings settings;
    private final Planning planning;
    private final Map<Long, Simulation> beginning = new HashMap<>();

    /**
     * @throws InputException when the playbook is none to plan by, or has an action that the simulator does not know
     */
    public Replay(ReplaySettings settings) {
        this.settings = settings;
        this.planning = settings.playbook()
                .planning()
                .orElseThrow(() -> new InputException(
                        "playbook_without_plans",
                        "playbook '" + settings.playbook().name()
                                + "' has format 1; expected format 2 (docs/playbook.md)"));
        for (Play play : planning.plays()) {
            if (CareAction.of(play.code()).isEmpty() || play.winBack()) {
                throw new InputException(
                        "unknown_action",
                        "playbook '" + settings.playbook().name() + "', line " + play.line() + ": nobody knows what '"
                                + play.code() + "' truly does; expected retaining actions called "
                                + CareAction.all().stream()
                                        .map(CareAction::code)
                                        .collect(Collectors.joining(", ")));
            }
        }
    }

    /** Runs one policy. */
    public ReplayRun run(ReplayPolicy policy, long seed) {
        ReplayWorld world = new ReplayWorld(settings, begin(seed), seed);
        MonthlyCare care = care(policy, seed);
        List<ReplayMonth> months = new ArrayList<>();
        for (int month = 0; month < settings.months(); month++) {
            months.add(world.live(policy == ReplayPolicy.NOBODY ? Map.of() : care.choose(world, world.customers())));
        }
        for (int month = 0; month < settings.after(); month++) {
            months.add(world.live(Map.of()));
        }
        return new ReplayRun(policy, seed, months, care.atRisk());
    }

    /** All policies begin with the same customers, who are made once. */
    private Simulation begin(long seed) {
        if (!beginning.containsKey(seed)) {
            beginning.clear();
            beginning.put(seed, ReplayWorld.begin(settings, seed));
        }
        return Objects.requireNonNull(beginning.get(seed)).fork(Recorder.NONE);
    }

    private MonthlyCare care(ReplayPolicy policy, long seed) {
        return switch (policy) {
            case LOOP -> new PlannedCare(settings, new OwnMeasurement(planning), true);
            case PLAYBOOK -> new PlannedCare(settings, (world, customers) -> ActionEffects.none(), false);
            case ORACLE -> new PlannedCare(settings, new Truth(planning, settings.effects()), false);
            case ORACLE_HOLDING_OUT -> new PlannedCare(settings, new Truth(planning, settings.effects()), true);
            case RISKIEST -> new RankedCare(settings, each -> each.customer().risk());
            case RISK_MARGIN ->
                new RankedCare(
                        settings,
                        each -> each.customer().risk() * each.customer().marginIfKept());
            case EVERYBODY ->
                new RankedCare(settings, each -> new SplittableRandom(seed * 1_000_003 + each.unit()).nextDouble());
            case NOBODY -> (world, customers) -> Map.of();
        };
    }
}
