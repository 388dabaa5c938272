package io.holdfast.training.inspection;

import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.fault.Excerpt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** Sums up each column. */
final class ProfileWriter {
    static final String REPEATING_ID = "named like an id, but repeats";

    private static final int LEVELS_SHOWN = 3;
    private static final int LONGEST_LEVEL = 24;

    /** A column of words with more values than this can hardly be learned from. */
    private static final int MANY_LEVELS = 1000;

    /** With more different words for each cell, most stand in one row only. */
    private static final double HARDLY_REPEATED = .5;

    private static final int FEWEST_CELLS = 100;

    private final List<InspectedColumn> columns;
    private final Map<String, ColumnRole> roles;
    private final Map<String, LeakSuspect> leaks;
    private final Map<String, RedundantColumn> copies;

    ProfileWriter(
            List<InspectedColumn> columns,
            Map<String, ColumnRole> roles,
            List<LeakSuspect> leaks,
            List<RedundantColumn> copies) {
        this.columns = columns;
        this.roles = roles;
        this.leaks = leaks.stream().collect(Collectors.toMap(LeakSuspect::column, leak -> leak));
        this.copies = copies.stream().collect(Collectors.toMap(RedundantColumn::column, copy -> copy));
    }

    List<ColumnProfile> profiles() {
        return columns.stream().map(this::profile).toList();
    }

    private ColumnProfile profile(InspectedColumn column) {
        return new ColumnProfile(
                column.name(),
                roles.getOrDefault(column.name(), ColumnRole.IGNORE),
                column.kind(),
                column.tally().missing(),
                column.coded().distinct(),
                summary(column),
                column.levels().stream().limit(ColumnProfile.MOST_LEVELS).toList(),
                remarks(column));
    }

    private static String summary(InspectedColumn column) {
        if (column.identifies() || column.repeatsLikeGroup()) {
            // Ids are nobody's business in a terminal.
            return "";
        }
        return column.cells() instanceof CheckedColumn.Numbers numbers ? range(numbers) : commonest(column);
    }

    private List<String> remarks(InspectedColumn column) {
        List<String> remarks = new ArrayList<>();
        if (column.constant()) {
            remarks.add(column.tally().present() == 0 ? "always missing" : "constant");
        } else if (column.identifies()) {
            remarks.add("tells rows apart");
        } else if (column.repeatsLikeGroup()) {
            remarks.add(REPEATING_ID);
        } else if (column.kind() == ColumnKind.CATEGORY
                && column.tally().present() >= FEWEST_CELLS
                && column.coded().distinct() > HARDLY_REPEATED * column.tally().present()) {
            remarks.add("hardly repeats, like an id");
        } else if (column.kind() == ColumnKind.CATEGORY && column.coded().distinct() > MANY_LEVELS) {
            remarks.add("very many values");
        }
        if (leaks.containsKey(column.name())) {
            remarks.add("may give the label away");
        }
        if (copies.containsKey(column.name())) {
            remarks.add("copy of " + copies.get(column.name()).copyOf());
        }
        if (column.tally().moments()) {
            remarks.add("times of day");
        }
        if (column.tally().padded()) {
            remarks.add(column.tally().digits() ? "numbers with leading zeros" : "some values begin with 0");
        }
        return remarks;
    }

    private static String range(CheckedColumn.Numbers column) {
        double[] present = Arrays.stream(column.values())
                .filter(value -> !Double.isNaN(value))
                .toArray();
        if (present.length == 0) {
            return "";
        }
        return InspectedColumn.shortNumber(Arrays.stream(present).min().getAsDouble()) + " .. "
                + InspectedColumn.shortNumber(new Median().evaluate(present)) + " .. "
                + InspectedColumn.shortNumber(Arrays.stream(present).max().getAsDouble());
    }

    private static String commonest(InspectedColumn column) {
        double present = column.tally().present();
        List<String> shown = column.levels().stream()
                .limit(LEVELS_SHOWN)
                .map(level ->
                        shortened(level.text()) + String.format(Locale.ROOT, " %.0f %%", 100 * level.rows() / present))
                .toList();
        return String.join(", ", shown) + (column.levels().size() > LEVELS_SHOWN ? ", ..." : "");
    }

    private static String shortened(String text) {
        String excerpt = Excerpt.of(text);
        String bare = excerpt.substring(1, excerpt.lastIndexOf('\''));
        return bare.codePointCount(0, bare.length()) <= LONGEST_LEVEL
                ? bare
                : bare.substring(0, bare.offsetByCodePoints(0, LONGEST_LEVEL - 2)) + "..";
    }
}
