package io.holdfast.features.plan;

import io.holdfast.features.history.HistoryDescription;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlNode;
import io.holdfast.scoring.yaml.YamlScalar;
import io.holdfast.scoring.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What features are made.
 *
 * @param windows lengths in days of the times before the as-of date, ascending
 * @param leaveOut names of features that are not made
 * @param own the user's own
 * @param shares declared shares, beside those that the kinds of events suggest
 * @param season whether there is a column for the part of the year; empty to leave it to the dates that are learned from
 */
public record PlanSettings(
        List<Integer> windows,
        SortedSet<String> leaveOut,
        List<Feature> own,
        List<Share> shares,
        Optional<Boolean> season) {
    private static final List<Integer> STANDARD = List.of(30, 90, 365);
    private static final int LONGEST = 3650;
    private static final int MOST = 12;
    private static final String SEASON = "season";

    /** Checks the windows. */
    public PlanSettings {
        windows = List.copyOf(windows);
        own = List.copyOf(own);
        shares = List.copyOf(shares);
        for (int i = 0; i < windows.size(); i++) {
            if (windows.get(i) < 1
                    || windows.get(i) > LONGEST
                    || (i > 0 && windows.get(i) <= windows.get(i - 1))
                    || windows.size() > MOST) {
                throw new IllegalArgumentException("windows: " + windows + " (expected: at most " + MOST
                        + " different numbers of days from 1 to " + LONGEST + ", ascending)");
            }
        }
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("windows: none (expected: at least one)");
        }
    }

    /** 30, 90 and 365 days, and whatever the kinds of events suggest. */
    public static PlanSettings defaults() {
        return new PlanSettings(STANDARD, new TreeSet<>(), List.of(), List.of(), Optional.empty());
    }

    /**
     * Reads {@code features} of {@code history.yaml}, which may be left out.
     *
     * @throws io.holdfast.scoring.fault.InputException naming the line of what cannot be
     */
    public static PlanSettings read(YamlFields file, HistoryDescription history) {
        if (!file.has("features")) {
            return defaults();
        }
        YamlFields fields = file.mapping("features").fields("'features'");
        SortedSet<String> leaveOut = new TreeSet<>(fields.texts("leaveOut"));
        List<Feature> own = fields.optionalMapping("own")
                .map(given -> OwnFeatures.read(given, history))
                .orElse(List.of());
        List<Share> shares = fields.optionalMapping("shares")
                .map(given -> ShareReader.read(given, history))
                .orElse(List.of());
        Optional<Boolean> season = fields.has(SEASON) ? Optional.of(fields.flag(SEASON, false)) : Optional.empty();
        Optional<YamlSequence> windows = fields.optionalSequence("windows");
        try {
            PlanSettings settings =
                    new PlanSettings(windows.map(PlanSettings::days).orElse(STANDARD), leaveOut, own, shares, season);
            fields.finish();
            return settings;
        } catch (IllegalArgumentException e) {
            throw fields.fault("windows", "wrong_value", "'features': " + e.getMessage());
        }
    }

    /** The same where the description leaves the column of the part of the year to the dates, and these have it or not. */
    public PlanSettings withSeasonUnlessSaid(boolean made) {
        return season.isPresent() ? this : new PlanSettings(windows, leaveOut, own, shares, Optional.of(made));
    }

    /** All windows but the longest, which is for what is rare; the only one where there is one. */
    static List<Integer> shorter(List<Integer> windows) {
        return windows.size() == 1 ? windows : windows.subList(0, windows.size() - 1);
    }

    /** The same with further features left out, which are made otherwise. */
    public PlanSettings without(Collection<String> names) {
        SortedSet<String> left = new TreeSet<>(leaveOut);
        left.addAll(names);
        return new PlanSettings(windows, left, own, shares, season);
    }

    private static List<Integer> days(YamlSequence list) {
        List<Integer> days = new ArrayList<>();
        for (YamlNode item : list.items()) {
            String text = item instanceof YamlScalar scalar ? scalar.text() : item.what();
            if (!text.matches("[0-9]{1,4}")) {
                throw item.fault(
                        "wrong_value", "a window of 'features' is " + Excerpt.of(text) + "; expected a number of days");
            }
            days.add(Integer.valueOf(text));
        }
        return days;
    }
}
