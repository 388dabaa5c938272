package io.holdfast.care.posterior;

import io.holdfast.care.effect.EffectStudy;
import io.holdfast.care.effect.MeasuredCell;
import io.holdfast.care.plan.ActionEffect;
import io.holdfast.care.plan.ActionEffects;
import io.holdfast.care.plan.Evidence;
import io.holdfast.care.plan.Measured;
import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Play;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Effects by partial pooling over action, reason and tier: a cell with few customers leans on its reason, a reason on its action, and the action on what was
 * expected of it. How far cells may lie apart is learned from all actions together, by summing over a grid of deviations.
 */
public final class PooledEffects {
    /** Without anybody's expectation: most actions change a rate by less than two thirds either way. */
    private static final Normal NEUTRAL = new Normal(0, 0.25);

    /** An author may be sure, but not so sure that data go unheard. */
    private static final double LEAST_DEVIATION = 0.05;

    private static final double LEAST_RATIO = 0.05;

    private final Map<String, List<MeasuredCell>> byAction = new TreeMap<>();

    /** Effects of what was measured. */
    public PooledEffects(List<MeasuredCell> cells) {
        for (MeasuredCell cell : cells) {
            // In front, so that the two goals of an action do not mix.
            byAction.computeIfAbsent((cell.winBack() ? "+" : "-") + cell.action(), key -> new ArrayList<>())
                    .add(cell);
        }
    }

    /** What the measurement alone says, without anybody's expectation; by action, then reason, then tier. Whether something helps or harms is judged by this. */
    public List<PooledEffect> measured() {
        return pool(action -> NEUTRAL);
    }

    /** Effects to plan by, of a study: where the lot was not kept, its harm alone. */
    public static ActionEffects forPlan(EffectStudy study, Planning planning) {
        ActionEffects effects = new PooledEffects(study.cells(planning.learnFromDays())).forPlan(planning);
        LastingCare lasting = new LastingCare(planning);
        if (lasting.isAny()) {
            effects = lasting.charge(effects, new PooledEffects(study.cells(lasting::fromDays)).forPlan(planning));
        }
        return study.isLotKept() ? effects : harmAlone(effects, planning);
    }

    /** What a study says by itself; where the lot was not kept, its harm alone. */
    public static List<PooledEffect> measured(EffectStudy study) {
        List<PooledEffect> all = new PooledEffects(study.cells()).measured();
        return study.isLotKept()
                ? all
                : all.stream()
                        .filter(each -> each.evidence() == Evidence.HARMFUL)
                        .toList();
    }

    /** Harm stays stopped, lest whatever broke the lot lifts it; of all else the playbook's expectation holds. */
    private static ActionEffects harmAlone(ActionEffects measured, Planning planning) {
        Map<ActionEffects.Cell, ActionEffect> effects = new LinkedHashMap<>();
        Map<String, Play> plays = new TreeMap<>();
        planning.plays().forEach(play -> plays.put(play.code(), play));
        measured.byCell().forEach((cell, effect) -> {
            Optional<Play> play = Optional.ofNullable(plays.get(cell.action()));
            boolean harm = effect.evidence() == Evidence.HARMFUL;
            play.ifPresent(known -> effects.put(
                    cell, harm ? effect : new ActionEffect(known.change(), known.deviation(), Evidence.UNPROVEN)));
        });
        return new ActionEffects(effects, measured.together(), measured.tiersTogether(), false);
    }

    /** Effects to plan by: what the playbook expects together with what was measured. */
    public ActionEffects forPlan(Planning planning) {
        Map<String, Play> plays = new TreeMap<>();
        planning.plays().forEach(play -> plays.put((play.winBack() ? "+" : "-") + play.code(), play));
        List<PooledEffect> judged = measured();
        List<PooledEffect> expected = pool(action ->
                Optional.ofNullable(plays.get(action)).map(PooledEffects::prior).orElse(NEUTRAL));
        Map<ActionEffects.Cell, ActionEffect> effects = new LinkedHashMap<>();
        for (int i = 0; i < judged.size(); i++) {
            PooledEffect verdict = judged.get(i);
            Play play = plays.get((verdict.winBack() ? "+" : "-") + verdict.action());
            if (play != null) {
                effects.put(
                        new ActionEffects.Cell(verdict.action(), verdict.reason(), verdict.tier()),
                        effect(play, verdict, expected.get(i)));
            }
        }
        return new ActionEffects(effects, together(planning), tiersTogether(planning), true);
    }

    private Map<String, Set<String>> together(Planning planning) {
        Map<String, Set<String>> together = new TreeMap<>();
        for (Play play : planning.plays()) {
            for (MeasuredCell cell : byAction.getOrDefault((play.winBack() ? "+" : "-") + play.code(), List.of())) {
                if (!cell.together().isEmpty()) {
                    together.put(play.code(), cell.together());
                }
            }
        }
        return together;
    }

    private Map<ActionEffects.Cell, Set<String>> tiersTogether(Planning planning) {
        Map<ActionEffects.Cell, Set<String>> together = new LinkedHashMap<>();
        for (Play play : planning.plays()) {
            for (MeasuredCell cell : byAction.getOrDefault((play.winBack() ? "+" : "-") + play.code(), List.of())) {
                if (!cell.tiers().isEmpty()) {
                    String reason = cell.reason().isEmpty() ? ActionEffects.REST : cell.reason();
                    together.put(new ActionEffects.Cell(play.code(), reason, ActionEffects.REST), cell.tiers());
                }
            }
        }
        return together;
    }

    private static ActionEffect effect(Play play, PooledEffect verdict, PooledEffect expected) {
        Optional<Measured> measured = Optional.of(verdict.by());
        if (verdict.evidence() == Evidence.HARMFUL && !play.stopIfHarmful()) {
            return new ActionEffect(play.change(), play.deviation(), Evidence.UNPROVEN, measured);
        }
        return new ActionEffect(
                Math.min(ActionEffect.LARGEST, expected.change().point()),
                Math.min(ActionEffect.LARGEST, expected.deviation()),
                verdict.evidence(),
                measured);
    }

    /** The playbook's expectation of the relative change as one of the log ratio. */
    private static Normal prior(Play play) {
        double ratio = Math.max(LEAST_RATIO, 1 + play.change());
        double deviation = Math.max(LEAST_DEVIATION, play.deviation() / ratio);
        return new Normal(StrictMath.log(ratio), deviation * deviation);
    }

    private List<PooledEffect> pool(Function<String, Normal> priors) {
        List<ActionTree> trees = new ArrayList<>();
        List<MeasuredCell> firsts = new ArrayList<>();
        byAction.forEach((action, cells) -> {
            trees.add(new ActionTree(cells, priors.apply(action)));
            firsts.add(cells.get(0));
        });
        List<Spread> grid = Spread.grid();
        List<List<ActionTree.Fit>> fits = trees.stream()
                .map(tree -> grid.stream().map(tree::fit).toList())
                .toList();
        double[] weights = weights(fits, grid);
        List<PooledEffect> effects = new ArrayList<>();
        for (int i = 0; i < trees.size(); i++) {
            effects.addAll(mix(trees.get(i).places(), fits.get(i), firsts.get(i), weights));
        }
        return effects;
    }

    private static double[] weights(List<List<ActionTree.Fit>> fits, List<Spread> grid) {
        double[] logs = new double[grid.size()];
        double most = Double.NEGATIVE_INFINITY;
        for (int g = 0; g < logs.length; g++) {
            logs[g] = grid.get(g).logPrior();
            for (List<ActionTree.Fit> fit : fits) {
                logs[g] += fit.get(g).logEvidence();
            }
            most = Math.max(most, logs[g]);
        }
        double sum = 0;
        for (int g = 0; g < logs.length; g++) {
            logs[g] = StrictMath.exp(logs[g] - most);
            sum += logs[g];
        }
        for (int g = 0; g < logs.length; g++) {
            logs[g] /= sum;
        }
        return logs;
    }

    private static List<PooledEffect> mix(
            List<ActionTree.Place> places, List<ActionTree.Fit> fits, MeasuredCell any, double[] weights) {
        double[] mean = new double[places.size()];
        double[] square = new double[places.size()];
        double[] above = new double[places.size()];
        for (int g = 0; g < weights.length; g++) {
            List<Normal> beliefs = fits.get(g).beliefs();
            for (int i = 0; i < mean.length; i++) {
                Normal belief = beliefs.get(i);
                mean[i] += weights[g] * belief.mean();
                square[i] += weights[g] * (belief.variance() + belief.mean() * belief.mean());
                above[i] += weights[g] * belief.above0();
            }
        }
        // What was measured of a name itself stands instead of what would be expected of it.
        Map<String, PooledEffect> byName = new LinkedHashMap<>();
        for (int i = 0; i < mean.length; i++) {
            Normal belief = new Normal(mean[i], square[i] - mean[i] * mean[i]);
            byName.put(
                    places.get(i).reason() + "\n" + places.get(i).tier(),
                    PooledEffect.of(any, places.get(i), belief, above[i]));
        }
        return List.copyOf(byName.values());
    }
}
