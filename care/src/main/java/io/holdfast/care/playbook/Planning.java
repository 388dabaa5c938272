package io.holdfast.care.playbook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a playbook of format 2 says beyond the look-up: plays with effects, costs and rules, out of which a plan chooses.
 *
 * @param currency what amounts of money are in
 * @param marginPerValue margin over the value period for each unit of the customer's value, if the customer is kept
 * @param valueMonths the value period, in months
 * @param periodDays what a plan is made for; capacity is for this long
 * @param mostContacts contacts a customer may get within the contact days
 * @param contactDays the days that counts for
 * @param refusalDays for so many days nobody gets an action again that they refused
 * @param explorationShare share of the customers with a choice who may get an unproven play, 0 to 1
 * @param explorationMoney share of the money that may be lost on unproven plays if none of them does anything, shadows included, 0 to 1
 * @param actionShare what one unproven play may take of both, 0 to 1; one that gives what lasts less, in proportion to how much longer its result is waited for
 * @param reasonShare from which share on a reason that does not lead triggers a play, 0 to 1
 * @param campaignShare share held out anew in every campaign, beside the persistent share
 * @param unprovenShare the same where nothing is known of the play, at least {@code campaignShare}; it falls with the probability that an unproven play does harm
 * @param learnFromDays the shortest window, in days, whose leaving or returning plans learn from
 * @param stages how stages are cut
 * @param unprofitable conditions that all hold for customers who cost more than they bring; empty: nobody
 * @param teams contacts by team in a plan's period
 * @param channels costs and capacity by channel
 * @param quiet when nobody is contacted
 * @param columns where to read what, by field
 * @param forbidden what law or policy forbids
 * @param plays what can be done
 */
public record Planning(
        String currency,
        double marginPerValue,
        int valueMonths,
        int periodDays,
        int mostContacts,
        int contactDays,
        int refusalDays,
        double explorationShare,
        double explorationMoney,
        double actionShare,
        double reasonShare,
        double campaignShare,
        double unprovenShare,
        int learnFromDays,
        StageRules stages,
        List<Condition> unprofitable,
        Map<String, Integer> teams,
        Map<Channel, ChannelTerms> channels,
        QuietTimes quiet,
        Map<CustomerField, String> columns,
        List<ForbiddenRule> forbidden,
        List<Play> plays) {
    /** Keeps copies. */
    public Planning {
        unprofitable = List.copyOf(unprofitable);
        teams = Map.copyOf(teams);
        channels = Map.copyOf(channels);
        columns = Map.copyOf(columns);
        forbidden = List.copyOf(forbidden);
        plays = List.copyOf(plays);
    }

    /** The terms of a channel; free and without end if nobody said. */
    public ChannelTerms channel(Channel channel) {
        @Nullable ChannelTerms terms = channels.get(channel);
        return terms == null ? ChannelTerms.FREE : terms;
    }

    /** What all steps of a play cost together. */
    public double contactCost(Play play) {
        double sum = 0;
        for (PlayStep step : play.steps()) {
            sum += channel(step.channel()).cost();
        }
        return sum;
    }

    /**
     * On which days the steps of a play are due, in their order: later steps keep their distance from the first one, and quiet days are left out.
     *
     * @param first on which the first one is due; the next day on which somebody may be contacted, if that is a quiet one
     */
    public List<LocalDate> stepDays(Play play, LocalDate first) {
        int before = play.steps().get(0).afterDays();
        LocalDate begin = quiet.next(first);
        return play.steps().stream()
                .map(step -> quiet.next(begin.plusDays(step.afterDays() - before)))
                .toList();
    }

    /**
     * From how many days after the decision on a window shows what comes after that which is given has ended, though it was carried out as late as it may; 0 where
     * nothing lasts. What quiet days put off is not counted.
     */
    public int daysToSeeItsEnd(Play play) {
        Play.Conduct conduct = play.conduct();
        if (conduct.lastsDays() == 0) {
            return 0;
        }
        int untilDue = play.triggers().timing().isOccasion() ? periodDays : 0;
        int last = play.steps().get(play.steps().size() - 1).afterDays();
        int latest = untilDue + last + conduct.expiresAfterDays();
        int untilItsEnd = 1; // carried out at any hour of that day, and the window begins at any hour of its own
        return latest + untilItsEnd + conduct.leadDays() + conduct.lastsDays() + conduct.watchDays();
    }

    /** Every column that has to be read, by name. */
    public Set<String> readColumns() {
        Set<String> names = new TreeSet<>(columns.values());
        unprofitable.forEach(condition -> names.add(condition.column()));
        forbidden.forEach(rule -> rule.when().forEach(condition -> names.add(condition.column())));
        for (Play play : plays) {
            play.eligible().forEach(condition -> names.add(condition.column()));
            if (play.triggers().timing() instanceof Timing.ContractEnd end) {
                names.add(end.column());
            } else if (play.triggers().timing() instanceof Timing.Yearly yearly) {
                names.add(yearly.column());
            }
        }
        if (!stages.isEmpty()) {
            names.add(stages.tenure());
            names.add(stages.trend());
            names.remove("");
        }
        return names;
    }
}
