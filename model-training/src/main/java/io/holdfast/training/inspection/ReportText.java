package io.holdfast.training.inspection;

import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.table.Rounded;
import io.holdfast.training.layout.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes an inspection for a terminal. */
final class ReportText {
    private static final int NAMES_SHOWN = 6;

    private final InspectionReport report;
    private final TextTable facts = TextTable.aligned("ll");

    ReportText(InspectionReport report) {
        this.report = report;
    }

    String text() {
        add("label", label());
        add("duplicates", duplicates());
        add(
                "near-copies",
                report.nearCopies().found() ? "FOUND. " + report.nearCopies().evidence() : copies());
        if (report.nearCopies().found()) {
            add("", group());
        }
        addLeaks();
        add(
                "constant",
                names(profile -> profile.remarks().contains("constant")
                        || profile.remarks().contains("always missing")));
        add("redundant", redundant());
        add(
                "ids",
                names(profile ->
                        profile.role() == ColumnRole.ID || profile.remarks().contains("tells rows apart")));
        report.remarks().forEach(remark -> add("note", remark));
        return String.format(
                        Locale.ROOT,
                        "%s: %,d %s, %,d %s\n",
                        report.table(),
                        report.rows(),
                        report.rows() == 1 ? "row" : "rows",
                        report.columns().size(),
                        report.columns().size() == 1 ? "column" : "columns")
                + "\n" + facts.text() + "\n" + columns().text();
    }

    private void add(String name, String text) {
        facts.add(name, text);
    }

    private String label() {
        if (report.label().isEmpty()) {
            String candidates = report.labelCandidates().stream()
                    .limit(NAMES_SHOWN)
                    .map(candidate -> Excerpt.of(candidate.column()))
                    .collect(Collectors.joining(", "));
            return candidates.isEmpty()
                    ? "none: no column has two values"
                    : "not guessed; columns of two values: " + candidates
                            + (report.labelCandidates().size() > NAMES_SHOWN ? ", ..." : "");
        }
        LabelCandidate label = report.label().get();
        String missing = label.missing() == 0 ? "" : String.format(Locale.ROOT, ", %,d missing", label.missing());
        return String.format(
                Locale.ROOT,
                "%s = %s: %,d left (%.1f %%), %,d stayed%s%s",
                label.column(),
                Excerpt.of(label.positive()),
                label.positives(),
                100 * label.rate(),
                label.negatives(),
                missing,
                report.labelStated() ? "" : " (guessed)");
    }

    private String duplicates() {
        RowDuplicates found = report.duplicates();
        String contradicting = found.contradicting() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; %,d %s of rows are equal but for the label",
                        found.contradicting(),
                        found.contradicting() == 1 ? "set" : "sets");
        return (found.rows() == 0
                        ? "none"
                        : String.format(
                                Locale.ROOT,
                                "%,d %s an earlier row in everything but ids",
                                found.rows(),
                                found.rows() == 1 ? "row repeats" : "rows repeat"))
                + contradicting;
    }

    private String copies() {
        NearCopies copies = report.nearCopies();
        if (!copies.checked()) {
            return copies.evidence();
        }
        return String.format(
                Locale.ROOT,
                "%s than chance would make (%s of %,d sampled rows have another row that is nearly the same; by chance %s)",
                copies.observedShare() > copies.chanceShare() ? "not clearly more" : "no more",
                Rounded.percent(copies.observedShare(), 0),
                copies.sampled(),
                Rounded.percent(copies.chanceShare(), 0));
    }

    private String group() {
        Optional<String> column = report.groupColumn();
        return column.isPresent()
                ? "Give " + Excerpt.of(column.get()) + " the role group: it keeps them together."
                : "No column keeps them together: --groups OUT.csv writes the table with one that does.";
    }

    private void addLeaks() {
        if (report.label().isEmpty()) {
            add("leaks", "not looked for without a label");
        } else if (report.leaks().isEmpty()) {
            add("leaks", "none suspected");
        }
        String name = "leaks";
        for (LeakSuspect leak : report.leaks()) {
            add(name, "SUSPECTED. " + leak.evidence());
            name = "";
        }
    }

    private String redundant() {
        List<String> copies = report.redundant().stream()
                .map(copy -> copy.column() + " follows " + copy.copyOf())
                .toList();
        return some(copies);
    }

    private String names(Predicate<ColumnProfile> which) {
        return some(
                report.columns().stream().filter(which).map(ColumnProfile::name).toList());
    }

    private static String some(List<String> items) {
        if (items.isEmpty()) {
            return "none";
        }
        String shown = items.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
        return items.size() > NAMES_SHOWN ? shown + ", and " + (items.size() - NAMES_SHOWN) + " more" : shown;
    }

    private TextTable columns() {
        TextTable table = TextTable.aligned("lllrrll");
        table.add("column", "kind", "role", "missing", "values", "lowest .. median .. highest, or commonest", "");
        for (ColumnProfile profile : report.columns()) {
            table.add(
                    profile.name(),
                    word(profile.kind()),
                    profile.role() == ColumnRole.FEATURE ? "" : word(profile.role()),
                    profile.missing() == 0 ? "" : share(profile.missing()),
                    String.format(Locale.ROOT, "%,d", profile.distinct()),
                    profile.summary(),
                    String.join("; ", profile.remarks()));
        }
        return table;
    }

    private String share(long missing) {
        double percent = 100.0 * missing / report.inspected();
        return percent < .1 ? "<0.1 %" : String.format(Locale.ROOT, "%.1f %%", percent);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
