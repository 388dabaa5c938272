package io.holdfast.cli.replay;

import io.holdfast.care.plan.ActionEffects;
import io.holdfast.care.plan.Budget;
import io.holdfast.care.plan.Candidate;
import io.holdfast.care.plan.CareDecision;
import io.holdfast.care.plan.CarePlan;
import io.holdfast.care.plan.PlanSettings;
import io.holdfast.care.plan.Planner;
import io.holdfast.care.playbook.Channel;
import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Play;
import io.holdfast.care.playbook.PlayStep;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** One customer after the other, each with the action that the playbook expects most of, until budget or contacts are used up. Nobody is held out. */
final class RankedCare implements MonthlyCare {
    private final Planning planning;
    private final Planner planner;
    private final Budget budget;
    private final ToDoubleFunction<SeenCustomer> first;

    /** @param first the highest comes first */
    RankedCare(ReplaySettings settings, ToDoubleFunction<SeenCustomer> first) {
        this.planning = settings.playbook().planning().orElseThrow();
        this.planner = new Planner(settings.playbook(), ActionEffects.none(), ReasonCatalogue.standard());
        this.budget = settings.budget();
        this.first = first;
    }

    @Override
    public Map<Integer, String> choose(ReplayWorld world, List<SeenCustomer> customers) {
        CarePlan open = planner.plan(
                customers.stream().map(SeenCustomer::customer).toList(), Budget.of(0), PlanSettings.of(world.day()));
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < customers.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble((Integer i) -> -first.applyAsDouble(customers.get(i))));
        Map<String, Double> left = limits();
        Map<Integer, String> care = new TreeMap<>();
        for (int i : order) {
            CareDecision decision = open.decisions().get(i);
            Optional<Candidate> best = decision.candidates().stream()
                    .filter(each -> !each.action().equals(Candidate.NOTHING))
                    .findFirst();
            if (best.isPresent() && take(best.get(), left)) {
                int unit = customers.get(i).unit();
                world.contacted(unit, best.get().action());
                care.put(unit, best.get().action());
            }
        }
        return care;
    }

    private Map<String, Double> limits() {
        Map<String, Double> left = new HashMap<>();
        left.put("", budget.money());
        planning.teams().forEach((team, contacts) -> left.put("team:" + team, contacts.doubleValue()));
        budget.teams().forEach((team, contacts) -> left.put("team:" + team, contacts.doubleValue()));
        for (Channel channel : Channel.values()) {
            left.put("channel:" + channel.code(), planning.channel(channel).capacity());
        }
        budget.channels().forEach((channel, contacts) -> left.put("channel:" + channel.code(), contacts.doubleValue()));
        return left;
    }

    private boolean take(Candidate candidate, Map<String, Double> left) {
        Play play = planning.plays().stream()
                .filter(each -> each.code().equals(candidate.action()))
                .findFirst()
                .orElseThrow();
        Map<String, Double> uses = new HashMap<>(Map.of("", candidate.cost()));
        for (PlayStep step : play.steps()) {
            uses.merge("channel:" + step.channel().code(), 1.0, Double::sum);
            if (!step.team().isEmpty()) {
                uses.merge("team:" + step.team(), 1.0, Double::sum);
            }
        }
        if (uses.entrySet().stream().anyMatch(use -> use.getValue() > left.getOrDefault(use.getKey(), 0.0))) {
            return false;
        }
        uses.forEach((name, use) -> left.merge(name, -use, Double::sum));
        return true;
    }
}
