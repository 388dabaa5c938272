package io.holdfast.care.playbook;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlMapping;
import io.holdfast.scoring.yaml.YamlNode;
import io.holdfast.scoring.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the plays of a playbook of format 2, in their order. */
final class PlayReader {
    private static final double MOST_MONEY = 1e9;
    private static final int LONGEST = 3660;
    private static final String FINANCES = "finances";
    private static final String VULNERABLE = "vulnerable";
    private static final String COMPLAINT = "complaint";
    private static final Map<String, Goal> GOALS = Map.of("retain", Goal.RETAIN, "win-back", Goal.WIN_BACK);

    private final ActionParts parts;
    private final Set<String> teams;
    private final Set<String> scopes;
    private final boolean namedEvents;
    private final List<Play> plays = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** @param namedEvents whether columns of customers name events and their days, so that they do not come from flags alone */
    PlayReader(TierReader tiers, Set<String> teams, Set<String> scopes, boolean namedEvents) {
        this.parts = new ActionParts(tiers);
        this.teams = teams;
        this.scopes = scopes;
        this.namedEvents = namedEvents;
    }

    private enum Goal {
        RETAIN,
        WIN_BACK
    }

    void read(YamlSequence list) {
        if (list.items().isEmpty()) {
            throw list.fault("wrong_value", "'actions' is empty; expected at least one action");
        }
        for (YamlNode item : list.items()) {
            if (!(item instanceof YamlMapping mapping)) {
                throw item.fault("wrong_type", "an action is " + item.what() + "; expected a mapping");
            }
            plays.add(play(mapping));
        }
    }

    /** In the order of the file. */
    List<Play> plays() {
        return plays;
    }

    /** What is odd in them, each a sentence with its place. */
    List<String> warnings() {
        return warnings;
    }

    /** Every reason that a play answers, with its place. */
    List<ReasonMention> mentions() {
        return parts.mentions();
    }

    /** What the look-up for a single customer can use: plays for a reason that ask for nothing else. */
    List<CareAction> lookUps() {
        List<CareAction> actions = new ArrayList<>();
        for (Play play : plays) {
            boolean plain = !play.winBack()
                    && !play.conduct().priceAffecting()
                    && !play.offer().isOffer()
                    && !play.triggers().reasons().isEmpty()
                    && play.stages().isEmpty()
                    && play.eligible().isEmpty();
            if (plain) {
                PlayStep first = play.steps().get(0);
                actions.add(new CareAction(
                        play.code(), play.triggers().reasons(), play.tiers(), first.channel(), false, first.text()));
            }
        }
        return actions;
    }

    private Play play(YamlMapping mapping) {
        String code = parts.code(mapping.fields("an action"));
        String subject = "action " + Excerpt.of(code);
        YamlFields fields = mapping.fields(subject);
        fields.text("code");
        YamlFields effect = fields.mapping("effect").fields("'effect' of " + subject);
        double change = effect.number("change", -1, 100);
        double deviation = effect.number("deviation", 0, 100);
        boolean stopIfHarmful = effect.flag("stopIfHarmful", true);
        effect.finish();
        Play play = new Play(
                code,
                fields.choice("goal", GOALS, Goal.RETAIN) == Goal.WIN_BACK,
                triggers(fields, subject),
                fields.optionalSequence("tiers")
                        .map(list -> parts.tiers(list, subject))
                        .orElse(Set.of()),
                stages(fields, subject),
                fields.optionalSequence("eligible")
                        .map(list -> ConditionReader.read(list, subject))
                        .orElse(List.of()),
                new Play.Conduct(
                        parts.priceAffecting(fields, subject),
                        fields.flag("help", false),
                        fields.flag("service", false),
                        fields.wholeNumber("leadDays", 0, LONGEST, 0),
                        fields.wholeNumber("coolDownDays", 0, LONGEST, 0),
                        fields.wholeNumber("expiresAfterDays", 0, LONGEST, 14),
                        fields.wholeNumber("lastsDays", 0, LONGEST, 0),
                        fields.wholeNumber("watchDays", 0, LONGEST, 30)),
                change,
                deviation,
                stopIfHarmful,
                fields.optionalMapping("offer")
                        .map(offer -> offer(offer.fields("'offer' of " + subject)))
                        .orElse(PlayOffer.NONE),
                steps(fields, subject),
                mapping.line());
        fields.finish();
        new PlayRules(scopes).check(play, fields, subject);
        if (isNeverGiven(play)) {
            warnings.add(mapping.source() + " line " + mapping.line("events") + ": " + subject
                    + " is triggered by 'complaint' alone and is neither service nor help, so nobody ever gets it: who"
                    + " has a complaint open gets service and help only; expected 'service: true', 'help: true',"
                    + " 'reasons', 'cadenceMonths' or another event");
        }
        return play;
    }

    /** Who has a complaint open gets service and help only, and without a column that names events nobody is known to have had one that is over. */
    private boolean isNeverGiven(Play play) {
        Play.Triggers triggers = play.triggers();
        return triggers.events().equals(Set.of(COMPLAINT))
                && triggers.reasons().isEmpty()
                && triggers.cadenceMonths() == 0
                && !namedEvents
                && !play.conduct().service()
                && !play.conduct().help();
    }

    private Play.Triggers triggers(YamlFields fields, String subject) {
        List<String> reasons = fields.optionalSequence("reasons")
                .map(list -> parts.reasons(list, subject))
                .orElse(List.of());
        Set<String> events = new HashSet<>();
        for (String event : fields.texts("events")) {
            if (!CareAction.isCode(event)) {
                throw fields.fault(
                        "events",
                        "wrong_value",
                        subject + " has the event " + Excerpt.of(event)
                                + "; expected lower-case words joined by hyphens");
            }
            events.add(event);
        }
        int cadence = fields.wholeNumber("cadenceMonths", 0, 120, 0);
        Timing timing = fields.optionalMapping("when")
                .map(when -> TimingReader.read(when, subject))
                .orElse(new Timing.AsSoonAsPossible());
        if (reasons.isEmpty() && events.isEmpty() && cadence == 0 && !timing.isOccasion()) {
            throw fields.fault(
                    "code",
                    "missing_key",
                    subject + " has no trigger; expected 'reasons', 'events', 'cadenceMonths' or 'when'");
        }
        return new Play.Triggers(reasons, events, fields.wholeNumber("withinDays", 0, LONGEST, 14), cadence, timing);
    }

    private static Set<LifecycleStage> stages(YamlFields fields, String subject) {
        Set<LifecycleStage> stages = EnumSet.noneOf(LifecycleStage.class);
        for (String code : fields.texts("stages")) {
            @Nullable LifecycleStage stage = LifecycleStage.byCode().get(code);
            if (stage == null) {
                throw fields.fault(
                        "stages",
                        "wrong_value",
                        subject + " has the stage " + Excerpt.of(code) + "; expected one of "
                                + String.join(", ", LifecycleStage.byCode().keySet()));
            }
            stages.add(stage);
        }
        return stages;
    }

    private static PlayOffer offer(YamlFields fields) {
        PlayOffer offer = new PlayOffer(
                fields.number("cost", 0, MOST_MONEY, 0),
                fields.number("perValue", 0, MOST_MONEY, 0),
                fields.number("acceptance", 0, 1));
        fields.finish();
        if (!offer.isOffer()) {
            throw fields.fault("cost", "missing_key", "an offer costs nothing; expected 'cost' or 'perValue' above 0");
        }
        return offer;
    }

    private List<PlayStep> steps(YamlFields fields, String subject) {
        Optional<YamlSequence> list = fields.optionalSequence("steps");
        if (list.isEmpty()) {
            return List.of(step(fields, subject, 0, Set.of()));
        }
        List<PlayStep> steps = new ArrayList<>();
        int day = 0;
        for (YamlNode item : list.get().items()) {
            if (!(item instanceof YamlMapping mapping)) {
                throw item.fault("wrong_type", "a step of " + subject + " is " + item.what() + "; expected a mapping");
            }
            YamlFields own = mapping.fields("step " + (steps.size() + 1) + " of " + subject);
            day = own.wholeNumber("afterDays", day, LONGEST, day);
            steps.add(step(own, subject, day, stops(own, subject)));
            own.finish();
        }
        if (steps.isEmpty()) {
            throw list.get().fault("wrong_value", "'steps' of " + subject + " is empty; expected at least one step");
        }
        return steps;
    }

    private PlayStep step(YamlFields fields, String subject, int afterDays, Set<Disposition> stopOn) {
        String team = fields.text("team", "");
        if (!team.isEmpty() && !teams.contains(team)) {
            throw fields.fault(
                    "team",
                    "unknown_team",
                    subject + " is for the team " + Excerpt.of(team) + "; 'teams' gives "
                            + (teams.isEmpty() ? "none" : String.join(", ", teams)));
        }
        return new PlayStep(
                fields.choice("channel", Channel.byCode()),
                team,
                afterDays,
                ActionParts.text(fields.mapping("text"), subject),
                stopOn);
    }

    private static Set<Disposition> stops(YamlFields fields, String subject) {
        Set<Disposition> stops = EnumSet.noneOf(Disposition.class);
        for (String code : fields.texts("stopOn")) {
            @Nullable Disposition disposition = Disposition.byCode().get(code);
            if (disposition == null) {
                throw fields.fault(
                        "stopOn",
                        "wrong_value",
                        "a step of " + subject + " stops on " + Excerpt.of(code) + "; expected one of "
                                + String.join(", ", Disposition.byCode().keySet()));
            }
            stops.add(disposition);
        }
        return stops;
    }

    /** What a play may not be, whoever wrote it. */
    private record PlayRules(Set<String> scopes) {
        void check(Play play, YamlFields fields, String subject) {
            if (play.conduct().priceAffecting()) {
                checkPrice(play, fields, subject);
            }
            if (play.conduct().help() && play.isOffer()) {
                throw fields.fault(
                        "help", "help_sells", subject + " is help and an offer; expected help without an offer");
            }
            if (play.offer().isOffer() && !play.conduct().priceAffecting()) {
                throw fields.fault(
                        "priceAffecting",
                        "offer_without_price",
                        subject + " gives something away and says that it affects no price; expected"
                                + " 'priceAffecting: true'");
            }
            boolean need = play.triggers().reasons().contains(FINANCES)
                    || play.triggers().events().contains(VULNERABLE);
            if (need && !play.conduct().help()) {
                throw fields.fault(
                        "code",
                        "need_without_help",
                        subject + " answers 'finances' or 'vulnerable' and is no help; expected 'help: true'");
            }
            if (play.triggers().reasons().contains(FINANCES)) {
                requireScope(FINANCES, fields, subject);
            }
            if (play.triggers().events().contains(VULNERABLE)) {
                requireScope("vulnerability", fields, subject);
            }
            if (fields.has("watchDays") && play.conduct().lastsDays() == 0) {
                throw fields.fault(
                        "watchDays",
                        "missing_key",
                        subject
                                + " has 'watchDays' after the end of what does not last; expected 'lastsDays' beside it");
            }
            if (play.conduct().service() && play.triggers().events().isEmpty()) {
                throw fields.fault(
                        "service", "missing_key", subject + " is a service without 'events'; expected the event");
            }
        }

        /** Published rules decide who is entitled; nothing that a model or a profile says. */
        private static void checkPrice(Play play, YamlFields fields, String subject) {
            String rest = "; expected 'eligible' over published terms (product, tenure, state of the contract) and an"
                    + " occasion, a cadence or an event";
            if (!play.triggers().reasons().isEmpty()) {
                throw fields.fault(
                        "reasons", "price_by_profile", subject + " affects prices and is triggered by reasons" + rest);
            }
            if (!play.tiers().isEmpty() || !play.stages().isEmpty()) {
                throw fields.fault(
                        play.tiers().isEmpty() ? "stages" : "tiers",
                        "price_by_profile",
                        subject + " affects prices and is for some tiers or stages only" + rest);
            }
            if (play.triggers().events().contains(VULNERABLE)) {
                throw fields.fault(
                        "events", "price_by_profile", subject + " affects prices and is for the vulnerable" + rest);
            }
        }

        private void requireScope(String scope, YamlFields fields, String subject) {
            if (!scopes.contains(scope)) {
                throw fields.fault(
                        "code",
                        "scope_missing",
                        subject + " needs the scope '" + scope + "'; add it to 'scopes' once its use is permitted");
            }
        }
    }
}
