package io.holdfast.training.inspection;

import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.dataset.FlagTokens;
import io.holdfast.scoring.dataset.Reason;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        label = report.label()
                .map(LabelCandidate::column)
                .orElseGet(
                        () -> report.columns().get(report.columns().size() - 1).name());
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
        line("# Drafted from " + comment(report.table()) + ". Go through it line by line: what was guessed is marked.");
        line("format: 1");
        line("name: " + slug(tablePath));
        line("# title: {en: ..., zh-CN: ...}");
        line("table:");
        line("  path: " + quoted(tablePath));
        char delimiter = report.format().delimiter();
        line("  delimiter: " + (delimiter == '\t' ? "tab" : quoted(String.valueOf(delimiter))));
        line("  encoding: " + report.format().encoding().name());
        line("  missing: ["
                + report.format().missing().stream()
                        .map(DescriptionDraft::quoted)
                        .collect(Collectors.joining(", "))
                + "]");
        line("# horizonDays: 30    # within how many days of the row's date do customers leave?");
        line("# leadDays: 0        # how many days before that does the row's knowledge end?");
        line("validDays: 30");
        line("language: en");
        if (report.nearCopies().found() && report.groupColumn().isEmpty()) {
            line("# " + comment(report.nearCopies().evidence()));
            line("# Add a column that keeps them together, with role group, or say why they may be parted:");
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
        line("  " + quoted(column.name()) + ":");
        line("    role: " + word(role));
        switch (role) {
            case LABEL -> label(column);
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
        if (role == ColumnRole.LABEL && report.label().isEmpty()) {
            comments.add(
                    "No column could be told to be the label. Give this role to the one that is, and take it from this.");
        }
        if (role == ColumnRole.ID) {
            comments.add("Guessed: it tells rows apart.");
        }
        if (NameHints.value(column.name()) && column.kind() == ColumnKind.NUMBER && role == ColumnRole.FEATURE) {
            comments.add("If this is what the customer is worth, add value: true.");
        }
        return comments;
    }

    private void label(ColumnProfile column) {
        Optional<LabelCandidate> guess = report.labelCandidates().stream()
                .filter(candidate -> candidate.column().equals(column.name()))
                .findFirst();
        Optional<LabelCandidate> chosen =
                report.label().filter(candidate -> candidate.column().equals(column.name()));
        String positive = chosen.or(() -> guess)
                .map(LabelCandidate::positive)
                .or(() ->
                        column.levels().stream().map(ColumnProfile.Level::text).findFirst())
                .orElse("1");
        String mark = report.labelStated() ? "" : "    # guessed: the cell that means the customer left";
        line("    positive: " + quoted(positive) + mark);
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
            column.levels().forEach(level -> line("    #   " + quoted(level.text()) + ": {en: ..., zh-CN: ...}"));
        }
    }

    private void tokens(ColumnProfile column) {
        if (column.kind() == ColumnKind.FLAG) {
            InspectedColumn.tokens(column.levels())
                    .filter(tokens -> !tokens.equals(FlagTokens.standard()))
                    .ifPresent(tokens -> line("    tokens: {yes: ["
                            + quoted(tokens.yes().iterator().next()) + "], no: ["
                            + quoted(tokens.no().iterator().next()) + "]}"));
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

    /** The file's name, cut to what a name may hold. */
    private static String slug(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String bare = file.replaceFirst("\\.gz$", "").replaceFirst("\\.[a-z]{3}$", "");
        String slug = bare.replaceAll("[^a-z0-9._-]+", "-").replaceFirst("^[^a-z0-9]+", "");
        return slug.isEmpty() ? "customers" : slug.substring(0, Math.min(LONGEST_NAME, slug.length()));
    }

    /** A YAML scalar: plain where nothing about it could be misread, in double quotes else. */
    private static String quoted(String text) {
        if (text.matches("[A-Za-z][A-Za-z0-9_]*") && !text.matches("(?i)y|n|yes|no|true|false|on|off|null")) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c == 0x7F || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
