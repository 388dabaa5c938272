package io.holdfast.features.plan;

import io.holdfast.features.history.ColumnPiece;
import io.holdfast.features.history.EventKind;
import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.history.Measure;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fault.Nearest;
import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlMapping;
import io.holdfast.scoring.yaml.YamlNode;
import io.holdfast.scoring.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the entries of {@code shares}. */
final class ShareReader {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final String KIND = "kind";

    private final HistoryDescription history;
    private final String name;
    private final YamlFields fields;

    private ShareReader(HistoryDescription history, String name, YamlFields fields) {
        this.history = history;
        this.name = name;
        this.fields = fields;
    }

    static List<Share> read(YamlMapping given, HistoryDescription history) {
        List<Share> shares = new ArrayList<>();
        given.entries().forEach((name, node) -> {
            if (!(node instanceof YamlMapping mapping)) {
                throw node.fault(
                        "wrong_type", "share " + Excerpt.of(name) + " is " + node.what() + "; expected a mapping");
            }
            if (!NAME.matcher(name).matches()) {
                throw new YamlScalar(given.source(), given.line(name), name)
                        .fault(
                                "wrong_value",
                                "share " + Excerpt.of(name)
                                        + " has no name for columns; expected at most 40 lower-case letters, digits and underscores, a letter first");
            }
            YamlFields fields = mapping.fields("share " + Excerpt.of(name));
            shares.add(new ShareReader(history, name, fields).read());
            fields.finish();
        });
        return shares;
    }

    private Share read() {
        List<EventKind> of = kinds();
        Optional<String> category = category();
        Optional<Measure> measure = measure(of);
        LocalizedText names = fields.optional("names").map(LocalizedText::read).orElseGet(() -> Share.together(of));
        Optional<String> reason = reason(fields);
        List<SharePart> parts = category.isPresent()
                ? values(reason.orElse(of.get(0).reason()))
                : of.stream().map(kind -> part(kind, reason)).toList();
        return new Share(name, names, of, category, parts, measure);
    }

    static SharePart part(EventKind kind, Optional<String> reason) {
        return new SharePart(kind.prefix(), kind.name(), Share.kind(kind), reason.orElse(kind.reason()));
    }

    private List<EventKind> kinds() {
        boolean single =
                fields.optional("of").filter(YamlScalar.class::isInstance).isPresent();
        List<String> named = single ? List.of(fields.text("of")) : listed();
        List<EventKind> kinds = new ArrayList<>();
        Set<String> observed = new TreeSet<>();
        history.kinds().values().stream()
                .filter(kind -> kind.role().isObserved())
                .forEach(kind -> observed.add(kind.name()));
        for (String kind : named) {
            if (!observed.contains(kind)) {
                throw fault(
                        "of",
                        "unknown_kind",
                        "names " + Excerpt.of(kind) + "; expected kinds that features may see, of "
                                + String.join(", ", observed) + Nearest.hint(kind, observed));
            }
            kinds.add(Objects.requireNonNull(history.kinds().get(kind)));
        }
        if (new TreeSet<>(named).size() < named.size()) {
            throw fault("of", "wrong_value", "names a kind twice; expected each once");
        }
        return kinds;
    }

    private List<String> listed() {
        fields.sequence("of");
        List<String> named = fields.texts("of");
        if (named.isEmpty()) {
            throw fault("of", "wrong_value", "names no kind; expected one or several");
        }
        return named;
    }

    private Optional<String> category() {
        String by = fields.text("by");
        Set<String> known = new TreeSet<>(history.categories());
        if (!by.equals(KIND) && !known.contains(by)) {
            known.add(KIND);
            throw fault(
                    "by",
                    "unknown_category",
                    "is by " + Excerpt.of(by) + "; expected one of " + String.join(", ", known)
                            + Nearest.hint(by, known));
        }
        return by.equals(KIND) ? Optional.empty() : Optional.of(by);
    }

    private Optional<Measure> measure(List<EventKind> of) {
        if (!fields.has("measure")) {
            return Optional.empty();
        }
        String measure = fields.text("measure");
        for (EventKind kind : of) {
            if (!kind.measures().contains(measure)) {
                throw fault(
                        "measure",
                        "unknown_measure",
                        "is of the measure " + Excerpt.of(measure) + ", which kind " + Excerpt.of(kind.name())
                                + " does not have; expected one of all its kinds"
                                + Nearest.hint(measure, kind.measures()));
            }
        }
        return Optional.ofNullable(history.measures().get(measure));
    }

    private static Optional<String> reason(YamlFields fields) {
        if (!fields.has("reason")) {
            return Optional.empty();
        }
        String reason = fields.text("reason");
        if (!ReasonCatalogue.standard().has(reason)) {
            throw fields.fault(
                    "reason", "unknown_reason", "reason " + Excerpt.of(reason) + "; expected a standard one");
        }
        return Optional.of(reason);
    }

    /** A list of values, or a mapping from a name fit for a column to what the value is. */
    private List<SharePart> values(String reason) {
        List<SharePart> parts = new ArrayList<>();
        Optional<YamlNode> node = fields.optional("values");
        if (node.isPresent() && node.get() instanceof YamlMapping mapping) {
            mapping.entries().forEach((column, given) -> parts.add(value(column, given, reason)));
        } else {
            fields.sequence("values");
            for (String value : fields.texts("values")) {
                String column = ColumnPiece.of(value);
                if (column.isEmpty()) {
                    throw fault(
                            "values",
                            "wrong_value",
                            "has the value " + Excerpt.of(value)
                                    + ", of which no column can be named; expected a mapping such as {night: {value: "
                                    + value + "}}");
                }
                parts.add(part(column, value, LocalizedText.same(value), reason));
            }
        }
        Set<String> columns = new TreeSet<>();
        for (SharePart part : parts) {
            if (!columns.add(part.column())) {
                throw fault(
                        "values",
                        "wrong_value",
                        "makes two columns of " + Excerpt.of(part.value())
                                + "; expected values that differ in letters or digits, or a mapping with a name for each");
            }
        }
        if (parts.isEmpty()) {
            throw fault("values", "wrong_value", "names no value; expected those whose share is asked for");
        }
        return parts;
    }

    private SharePart value(String column, YamlNode node, String reason) {
        if (!(node instanceof YamlMapping mapping)) {
            throw node.fault(
                    "wrong_type",
                    "value " + Excerpt.of(column) + " of share " + Excerpt.of(name) + " is " + node.what()
                            + "; expected a mapping such as {value: " + column + "}");
        }
        if (!NAME.matcher(column).matches()) {
            throw node.fault(
                    "wrong_value",
                    "value " + Excerpt.of(column) + " of share " + Excerpt.of(name)
                            + " is no name for a column; expected at most 40 lower-case letters, digits and underscores, a letter first");
        }
        YamlFields given = mapping.fields("value " + Excerpt.of(column) + " of share " + Excerpt.of(name));
        String value = given.text("value", column);
        LocalizedText names = given.optional("names").map(LocalizedText::read).orElse(LocalizedText.same(value));
        SharePart part = part(column, value, names, reason(given).orElse(reason));
        given.finish();
        return part;
    }

    private SharePart part(String column, String value, LocalizedText names, String reason) {
        if (value.indexOf('\\') >= 0) {
            throw fault(
                    "values",
                    "wrong_value",
                    "has the value " + Excerpt.of(value) + "; expected no backslash, which engines read differently");
        }
        return new SharePart(column, value, names, reason);
    }

    private InputException fault(String key, String code, String rest) {
        return fields.fault(key, code, "share " + Excerpt.of(name) + " " + rest);
    }
}
