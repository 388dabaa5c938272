package io.holdfast.care.plan;

import io.holdfast.care.playbook.Channel;
import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Play;
import io.holdfast.care.playbook.PlayStep;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The limits of a plan, in a fixed order: money, teams, channels, customers who explore, money that exploring risks. */
final class Limits {
    private final List<String> names = new ArrayList<>();
    private final List<Double> most = new ArrayList<>();
    private final List<Integer> taken = new ArrayList<>();
    private final List<PlayTerms> terms;
    private final double[][] uses;

    /** @param choosers customers with a choice, of whom a share may explore */
    Limits(Planning planning, List<PlayTerms> terms, Budget budget, long choosers) {
        this.terms = terms;
        add("money", budget.money(), 0);
        TreeSet<String> teams = new TreeSet<>();
        terms.forEach(each -> each.play().steps().forEach(step -> teams.add(step.team())));
        teams.remove("");
        for (String team : teams) {
            @Nullable Integer given = budget.teams().get(team);
            add(
                    team(team),
                    given == null ? planning.teams().getOrDefault(team, 0) : given,
                    budget.openWork().teams().getOrDefault(team, 0));
        }
        for (Channel channel : Channel.values()) {
            @Nullable Integer given = budget.channels().get(channel);
            add(
                    channel(channel),
                    given == null ? planning.channel(channel).capacity() : given,
                    budget.openWork().channels().getOrDefault(channel, 0));
        }
        double share = planning.explorationShare();
        add("exploration", share < 1 ? Math.floor(share * choosers) : Double.POSITIVE_INFINITY, 0);
        double money = planning.explorationMoney();
        uses = new double[2 * terms.size()][names.size() - 1];
        for (int i = 0; i < terms.size(); i++) {
            fill(uses[i], terms.get(i));
            fill(uses[terms.size() + i], terms.get(i));
            uses[terms.size() + i][names.size() - 2] = 1;
        }
        // Of an endless budget a share is endless; none of it is none.
        double atRisk = money == 0 ? 0 : money * budget.money();
        add("exploration-money", money < 1 ? atRisk : Double.POSITIVE_INFINITY, 0);
    }

    private void add(String name, double limit, int open) {
        names.add(name);
        most.add(Math.max(0, limit - open));
        taken.add(open);
    }

    /** The name of a team's limit. */
    static String team(String code) {
        return "team:" + code;
    }

    /** The name of a channel's limit. */
    static String channel(Channel channel) {
        return "channel:" + channel.code();
    }

    private void fill(double[] use, PlayTerms terms) {
        Play play = terms.play();
        for (PlayStep step : play.steps()) {
            if (!step.team().isEmpty()) {
                use[names.indexOf(team(step.team())) - 1]++;
            }
            use[names.indexOf(channel(step.channel())) - 1]++;
        }
    }

    int count() {
        return names.size();
    }

    /** The first limit after money, teams and channels: those of exploring are the last two. */
    int ofContacts() {
        return names.size() - 2;
    }

    String name(int limit) {
        return names.get(limit);
    }

    double[] most() {
        return most.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The kind of a play for a customer: the play's position, from the number of plays on where it explores. */
    int kind(int play, PlanCustomer customer) {
        return kind(play, customer, false);
    }

    /** @param kept whether it was given before */
    int kind(int play, PlanCustomer customer, boolean kept) {
        return explores(play, customer, kept) ? terms.size() + play : play;
    }

    /** What giving a play to a customer risks, if it should do nothing: nothing where its effect is known. */
    double atRisk(int play, PlanCustomer customer) {
        return atRisk(play, customer, false);
    }

    /** @param kept whether it was given before */
    double atRisk(int play, PlanCustomer customer, boolean kept) {
        return explores(play, customer, kept) ? terms.get(play).costWithoutEffect(customer) : 0;
    }

    /**
     * Whether giving a play to a customer explores, by what is known now.
     *
     * @param kept whether it was given before, so that it goes on exploring until it is proven, though it may be stopped by now
     */
    boolean explores(int play, PlanCustomer customer, boolean kept) {
        return kept ? terms.get(play).isNotProven(customer) : terms.get(play).explores(customer);
    }

    /** Contacts that open work takes up of a limit, over the plan's own. */
    int taken(int limit) {
        return taken.get(limit);
    }

    /** By kind, then by limit without those of money. */
    double[][] uses() {
        return uses;
    }

    /** What a play of a kind uses of a limit, given its cost and what it risks. */
    double use(int kind, int limit, double cost, double atRisk) {
        if (limit == 0) {
            return cost;
        }
        return limit == names.size() - 1 ? atRisk : uses[kind][limit - 1];
    }
}
