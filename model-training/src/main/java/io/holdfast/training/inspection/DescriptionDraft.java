package io.holdfast.training.inspection;

import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.dataset.FlagTokens;
import io.holdfast.scoring.dataset.Reason;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the first draft of a {@code dataset.yaml}. */
final class DescriptionDraft {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_COLUMN_NAME = 256;

    /** Values worth naming in another language; more are codes or places. */
    private static final int LEVELS_NAMED = 8;

    private final InspectionReport report;
    private final String tablePath;
    private final String label;
    private final Map<String, LeakSuspect> leaks;
    private final StringBuilder yaml = new StringBuilder();

    DescriptionDraft(InspectionReport report, String tablePath) {
        this.report = report;
        this.tablePath = tablePath;
        label = report.label().map(LabelCandidate::column).orElse("");
        leaks = report.leaks().stream().collect(Collectors.toMap(LeakSuspect::column, Function.identity()));
    }

    String yaml() {
        requireNames();
        requireFeature();
        head();
        line("columns:");
        for (ColumnProfile column : report.columns()) {
            column(column);
        }
        if (report.label().isEmpty()) {
            labelToFillIn();
        }
        return yaml.toString();
    }

    private void requireNames() {
        for (ColumnProfile column : report.columns()) {
            if (column.name().length() > LONGEST_COLUMN_NAME
                    || column.name().chars().anyMatch(Character::isISOControl)) {
                throw new InputException(
                        "bad_column_name",
                        report.table() + " has a column " + Excerpt.of(column.name())
                                + ", which no description can name; expected a header of at most " + LONGEST_COLUMN_NAME
                                + " characters in one line");
            }
        }
    }

    private void requireFeature() {
        if (report.columns().stream().noneMatch(column -> role(column) == ColumnRole.FEATURE)) {
            throw new InputException(
                    "no_feature",
                    report.table() + " has no column a model could look at, beside ids, constants, dates and the label;"
                            + " expected at least one");
        }
    }

    private void head() {
        line("# Drafted from " + comment(fileName(tablePath))
                + ". Go through it line by line: what was guessed is marked.");
        line("format: 1");
        line("name: " + slug(tablePath));
        line("# title: {en: ..., zh-CN: ...}");
        line("table:");
        line("  path: " + YamlText.of(tablePath));
        char delimiter = report.format().delimiter();
        line("  delimiter: " + (delimiter == '\t' ? "tab" : YamlText.of(String.valueOf(delimiter))));
        line("  encoding: " + report.format().encoding().name());
        line("  missing: ["
                + report.format().missing().stream().map(YamlText::of).collect(Collectors.joining(", "))
                + "]");
        boolean dated = report.columns().stream().anyMatch(column -> column.role() == ColumnRole.DATE);
        line("# horizonDays: 30    # " + (dated ? "needed: " : "")
                + "within how many days of the row's date do customers leave?");
        line("# leadDays: 0        # how many days before that does the row's knowledge end?");
        line("validDays: 30");
        line("language: en");
        if (report.nearCopies().found() && report.groupColumn().isEmpty()) {
            line("# " + comment(report.nearCopies().evidence()));
            line(
                    "# inspect --groups OUT.csv writes the table with a column near_copies that keeps them together; describe it");
            line("# with role group. Or say why they may be parted:");
            line("# acknowledged:");
            line("#   near-copies: ...");
        }
        line("# Reasons a feature can be evidence for: "
                + ReasonCatalogue.standard().reasons().stream()
                        .map(Reason::code)
                        .collect(Collectors.joining(", ")));
    }

    private ColumnRole role(ColumnProfile column) {
        if (column.name().equals(label)) {
            return ColumnRole.LABEL;
        }
        if (column.role() == ColumnRole.LABEL) {
            return ColumnRole.IGNORE;
        }
        boolean suspect = leaks.containsKey(column.name()) && column.role() == ColumnRole.FEATURE;
        boolean group = report.groupColumn().filter(column.name()::equals).isPresent();
        if (group && column.role() != ColumnRole.ID) {
            return ColumnRole.GROUP;
        }
        return suspect ? ColumnRole.IGNORE : column.role();
    }

    private void column(ColumnProfile column) {
        ColumnRole role = role(column);
        comments(column, role).forEach(remark -> line("  # " + comment(remark)));
        line("  " + YamlText.of(column.name()) + ":");
        line("    role: " + word(role));
        switch (role) {
            case LABEL -> label();
            case FEATURE -> feature(column);
            case IGNORE -> {
                if (column.kind() != ColumnKind.CATEGORY) {
                    line("    kind: " + word(column.kind()));
                    tokens(column);
                }
            }
            default -> {
                // Id, group and date are of the kind that goes without saying.
            }
        }
        if (role != ColumnRole.LABEL && NameHints.sensitive(column.name())) {
            line("    sensitive: true    # guessed from the name");
        }
    }

    private List<String> comments(ColumnProfile column, ColumnRole role) {
        List<String> comments = new ArrayList<>();
        if (leaks.containsKey(column.name())) {
            comments.add("Suspected leak. " + leaks.get(column.name()).evidence());
        }
        report.redundant().stream()
                .filter(copy -> copy.column().equals(column.name()))
                .forEach(copy -> comments.add(String.format(
                        Locale.ROOT,
                        "Follows %s (rank correlation %.4f): it adds nothing but divides the reason.",
                        copy.copyOf(),
                        copy.rankCorrelation())));
        if (role == ColumnRole.GROUP) {
            comments.add("Keeps near-copies together. " + report.nearCopies().evidence());
        }
        if (role == ColumnRole.IGNORE && !column.remarks().isEmpty() && comments.isEmpty()) {
            comments.add("Guessed to be of no use: " + String.join("; ", column.remarks()) + ".");
        }
        if (role == ColumnRole.IGNORE && column.remarks().contains(ProfileWriter.REPEATING_ID)) {
            comments.add(
                    "If it tells whose row this is, its role is group: no customer then stands on both sides of a split.");
        }
        if (role == ColumnRole.IGNORE && column.kind() == ColumnKind.DATE) {
            comments.add("If this is as of when the row describes the customer, its role is date.");
        }
        if (role == ColumnRole.ID) {
            comments.add(
                    column.remarks().contains(ProfileWriter.REPEATING_ID)
                            ? "Guessed: whose row it is; with the date it tells rows apart."
                            : "Guessed: it tells rows apart.");
        }
        if (role == ColumnRole.DATE) {
            comments.add("Guessed: as of when the row describes the customer. The newest rows will judge the model.");
        }
        if (NameHints.value(column.name()) && column.kind() == ColumnKind.NUMBER && role == ColumnRole.FEATURE) {
            comments.add("If this is what the customer is worth, add value: true.");
        }
        return comments;
    }

    private void label() {
        String mark = report.labelStated() ? "" : "    # guessed: the cell that means the customer left";
        line("    positive: " + YamlText.of(report.label().orElseThrow().positive()) + mark);
    }

    private void labelToFillIn() {
        line(
                "  # No column could be told to be the label. Put the name of the one that says who left in the place of this one,");
        line(
                "  # and take its other entry away. A history of events has none: it has to become one row per customer first.");
        if (!report.labelCandidates().isEmpty()) {
            line("  # Columns of two values: "
                    + comment(report.labelCandidates().stream()
                            .map(candidate -> Excerpt.of(candidate.column()))
                            .collect(Collectors.joining(", "))));
        }
        line("  " + YamlText.of(LabelPlaceholder.COLUMN) + ":");
        line("    role: label");
        line("    positive: " + YamlText.of(LabelPlaceholder.POSITIVE));
    }

    private void feature(ColumnProfile column) {
        line("    kind: " + word(column.kind()));
        tokens(column);
        line("    reason: profile");
        line("    # names: {en: ..., zh-CN: ...}");
        if (column.kind() == ColumnKind.NUMBER) {
            line("    # unit: {en: ..., zh-CN: ...}");
        }
        if (column.kind() == ColumnKind.CATEGORY && column.distinct() <= LEVELS_NAMED) {
            line("    # levels:");
            column.levels().forEach(level -> line("    #   " + YamlText.of(level.text()) + ": {en: ..., zh-CN: ...}"));
        }
    }

    private void tokens(ColumnProfile column) {
        if (column.kind() == ColumnKind.FLAG) {
            InspectedColumn.tokens(column.levels())
                    .filter(tokens -> !tokens.equals(FlagTokens.standard()))
                    .ifPresent(tokens -> line("    tokens: {yes: ["
                            + YamlText.of(tokens.yes().iterator().next()) + "], no: ["
                            + YamlText.of(tokens.no().iterator().next()) + "]}"));
        }
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Text that cannot end a comment. */
    private static String comment(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The file's name, cut to what a name may hold. */
    private static String slug(String path) {
        String file = fileName(path).toLowerCase(Locale.ROOT);
        String bare = file.replaceFirst("\\.gz$", "").replaceFirst("\\.[a-z]{3}$", "");
        String slug = bare.replaceAll("[^a-z0-9._-]+", "-").replaceFirst("^[^a-z0-9]+", "");
        return slug.isEmpty() ? "customers" : slug.substring(0, Math.min(LONGEST_NAME, slug.length()));
    }
}
