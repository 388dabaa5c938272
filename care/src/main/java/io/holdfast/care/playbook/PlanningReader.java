package io.holdfast.care.playbook;

import io.holdfast.care.calendar.Holiday;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.Nearest;
import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlMapping;
import io.holdfast.scoring.yaml.YamlNode;
import io.holdfast.scoring.yaml.YamlSequence;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what a playbook of format 2 has beyond the look-up. */
final class PlanningReader {
    private static final double MOST_MONEY = 1e12;
    private static final int MOST_CONTACTS = 1_000_000_000;
    private static final int LONGEST = 3660;
    private static final int REFUSAL_DAYS = 90;
    private static final int FIRST_WINDOW = 30;
    private static final Set<Integer> WINDOWS = Set.of(14, FIRST_WINDOW, 60, 90);
    private static final Set<String> SCOPES = Set.of("finances", "vulnerability");

    private final YamlFields file;
    private final Map<String, Integer> teams = new TreeMap<>();
    private final PlayReader plays;
    private final int periodDays;

    PlanningReader(YamlFields file, TierReader tiers) {
        this.file = file;
        this.periodDays = file.wholeNumber("periodDays", 1, 366, 30);
        file.optionalMapping("teams").ifPresent(this::readTeams);
        Set<String> scopes = new HashSet<>(file.texts("scopes"));
        for (String scope : scopes) {
            if (!SCOPES.contains(scope)) {
                throw file.fault(
                        "scopes",
                        "wrong_value",
                        "'scopes' has " + Excerpt.of(scope) + "; expected finances or vulnerability");
            }
        }
        boolean namedEvents = file.optionalMapping("customer")
                .map(columns -> columns.fields("'customer'"))
                .map(columns -> columns.has(CustomerField.EVENT.key()) && columns.has(CustomerField.EVENT_DAY.key()))
                .orElse(false);
        this.plays = new PlayReader(tiers, teams.keySet(), scopes, namedEvents);
        plays.read(file.sequence("actions"));
    }

    PlayReader plays() {
        return plays;
    }

    /**
     * @param campaignShare of the hold-out
     * @param unprovenShare the same
     */
    Planning planning(double campaignShare, double unprovenShare) {
        YamlFields margin = file.mapping("margin").fields("'margin'");
        double perValue = margin.number("perValue", 0, MOST_MONEY);
        int months = margin.wholeNumber("months", 1, 120);
        margin.finish();
        Optional<YamlFields> limits = file.optionalMapping("limits").map(each -> each.fields("'limits'"));
        Planning planning = new Planning(
                file.text("currency", ""),
                perValue,
                months,
                periodDays,
                limits.map(each -> each.wholeNumber("contacts", 1, 1000, 3)).orElse(3),
                limits.map(each -> each.wholeNumber("days", 1, LONGEST, 30)).orElse(30),
                limits.map(each -> each.wholeNumber("refusalDays", 0, LONGEST, REFUSAL_DAYS))
                        .orElse(REFUSAL_DAYS),
                limits.map(each -> each.number("explorationShare", 0, 1, 1)).orElse(1.0),
                limits.map(each -> each.number("explorationMoney", 0, 1, 1)).orElse(1.0),
                limits.map(each -> each.number("actionShare", 0, 1, 1)).orElse(1.0),
                limits.map(each -> each.number("reasonShare", 0, 1, 0.25)).orElse(0.25),
                campaignShare,
                unprovenShare,
                learnFromDays(),
                file.optionalMapping("stages").map(PlanningReader::stages).orElse(StageRules.NONE),
                file.optionalSequence("unprofitable")
                        .map(list -> ConditionReader.read(list, "'unprofitable'"))
                        .orElse(List.of()),
                teams,
                channels(),
                file.optionalMapping("quiet").map(PlanningReader::quiet).orElse(QuietTimes.DEFAULT),
                file.optionalMapping("customer").map(PlanningReader::columns).orElse(Map.of()),
                file.optionalSequence("forbidden").map(this::forbidden).orElse(List.of()),
                plays.plays());
        limits.ifPresent(YamlFields::finish);
        return planning;
    }

    private int learnFromDays() {
        int days = file.wholeNumber("learnFromDays", 1, LONGEST, FIRST_WINDOW);
        if (!WINDOWS.contains(days)) {
            throw file.fault(
                    "learnFromDays", "wrong_value", "'learnFromDays' is '" + days + "'; expected 14, 30, 60 or 90");
        }
        return days;
    }

    private void readTeams(YamlMapping mapping) {
        YamlFields fields = mapping.fields("'teams'");
        for (String team : mapping.entries().keySet()) {
            if (!CareAction.isCode(team)) {
                throw fields.fault(
                        team,
                        "wrong_value",
                        "'teams' has " + Excerpt.of(team) + "; expected lower-case words joined by hyphens");
            }
            YamlFields own = fields.mapping(team).fields("team " + Excerpt.of(team));
            long contacts = own.wholeNumber("contacts", 0, MOST_CONTACTS);
            int days = own.wholeNumber("days", 1, 366);
            own.finish();
            teams.put(team, (int) Math.min(Integer.MAX_VALUE, contacts * periodDays / days));
        }
    }

    private Map<Channel, ChannelTerms> channels() {
        Map<Channel, ChannelTerms> channels = new EnumMap<>(Channel.class);
        file.optionalMapping("channels").ifPresent(mapping -> {
            YamlFields fields = mapping.fields("'channels'");
            for (Channel channel : Channel.values()) {
                fields.optionalMapping(channel.code()).ifPresent(own -> {
                    YamlFields terms = own.fields("channel '" + channel.code() + "'");
                    double cost = terms.number("cost", 0, MOST_MONEY);
                    double capacity = terms.has("contacts")
                            ? terms.wholeNumber("contacts", 0, MOST_CONTACTS)
                            : Double.POSITIVE_INFINITY;
                    terms.finish();
                    channels.put(channel, new ChannelTerms(cost, capacity));
                });
            }
            fields.finish();
        });
        return channels;
    }

    private static StageRules stages(YamlMapping mapping) {
        YamlFields fields = mapping.fields("'stages'");
        String tenure = fields.text("tenure", "");
        String trend = fields.text("trend", "");
        StageRules rules = new StageRules(
                tenure,
                trend,
                tenure.isEmpty() ? 0 : fields.number("acquisitionBelow", 0, LONGEST),
                trend.isEmpty() ? 0 : fields.number("developmentFrom", -1, 1000),
                trend.isEmpty() ? 0 : fields.number("recoveryBelow", -1, 1000));
        fields.finish();
        if (rules.isEmpty()) {
            throw mapping.fault("missing_key", "'stages' names no column; expected 'tenure' or 'trend'");
        }
        return rules;
    }

    private static QuietTimes quiet(YamlMapping mapping) {
        YamlFields fields = mapping.fields("'quiet'");
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        Set<Holiday> holidays = EnumSet.noneOf(Holiday.class);
        for (String name : fields.texts("days")) {
            Optional<DayOfWeek> weekday = Arrays.stream(DayOfWeek.values())
                    .filter(day -> day.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst();
            @Nullable Holiday holiday = Holiday.byCode().get(name);
            weekday.ifPresent(days::add);
            if (holiday != null) {
                holidays.add(holiday);
            } else if (weekday.isEmpty()) {
                throw fields.fault(
                        "days",
                        "wrong_value",
                        "'quiet' has the day " + Excerpt.of(name) + "; expected a weekday such as sunday, or one of "
                                + String.join(", ", Holiday.byCode().keySet()));
            }
        }
        QuietTimes quiet =
                new QuietTimes(days, holidays, time(fields, "from", "20:00"), time(fields, "until", "09:00"));
        fields.finish();
        if (days.size() == DayOfWeek.values().length) {
            throw fields.fault("days", "wrong_value", "'quiet' has every day of the week; expected at most six");
        }
        return quiet;
    }

    private static LocalTime time(YamlFields fields, String key, String fallback) {
        String text = fields.text(key, fallback);
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw fields.fault(
                    key,
                    "wrong_value",
                    "'quiet' has " + key + " " + Excerpt.of(text) + "; expected a time such as 20:00");
        }
    }

    private static Map<CustomerField, String> columns(YamlMapping mapping) {
        YamlFields fields = mapping.fields("'customer'");
        Map<CustomerField, String> columns = new EnumMap<>(CustomerField.class);
        for (CustomerField field : CustomerField.values()) {
            if (fields.has(field.key())) {
                columns.put(field, fields.text(field.key()));
            }
        }
        fields.finish();
        return columns;
    }

    private List<ForbiddenRule> forbidden(YamlSequence list) {
        List<ForbiddenRule> rules = new ArrayList<>();
        for (YamlNode item : list.items()) {
            if (!(item instanceof YamlMapping mapping)) {
                throw item.fault("wrong_type", "a forbidden rule is " + item.what() + "; expected a mapping");
            }
            rules.add(rule(mapping.fields("a forbidden rule")));
        }
        return rules;
    }

    private ForbiddenRule rule(YamlFields fields) {
        ForbiddenRule rule = new ForbiddenRule(
                fields.text("rule"),
                fields.text("jurisdiction"),
                fields.text("citation"),
                new HashSet<>(fields.texts("actions")),
                fields.flag("offers", false),
                fields.optionalSequence("when")
                        .map(list -> ConditionReader.read(list, "a forbidden rule"))
                        .orElse(List.of()));
        fields.finish();
        List<String> known = plays.plays().stream().map(Play::code).toList();
        for (String action : rule.actions()) {
            if (!known.contains(action)) {
                throw fields.fault(
                        "actions",
                        "unknown_action",
                        "a forbidden rule names the action " + Excerpt.of(action) + "; known are "
                                + String.join(", ", known) + Nearest.hint(action, known));
            }
        }
        for (Play play : plays.plays()) {
            if (rule.when().isEmpty() && rule.concerns(play)) {
                throw fields.fault(
                        "rule",
                        "forbidden_action",
                        "this rule (" + Excerpt.plain(rule.citation()) + ") forbids action " + Excerpt.of(play.code())
                                + " of line " + play.line() + " for everybody; take one of them out");
            }
        }
        return rule;
    }
}
