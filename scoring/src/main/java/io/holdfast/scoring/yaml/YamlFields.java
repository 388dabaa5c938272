package io.holdfast.scoring.yaml;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fault.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mapping field by field, then refuses what nobody asked for. Every fault is an {@link InputException} that names file, line,
 * key, value, and what was expected.
 */
public final class YamlFields {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,10}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?");

    private final YamlMapping mapping;
    private final String subject;
    private final Set<String> known = new TreeSet<>();

    YamlFields(YamlMapping mapping, String subject) {
        this.mapping = mapping;
        this.subject = subject;
    }

    /** The line the mapping begins in, from 1. */
    public int line() {
        return mapping.line();
    }

    /** Whether the key is there. */
    public boolean has(String key) {
        known.add(key);
        return mapping.entries().containsKey(key);
    }

    /** The text of a required key; never empty. */
    public String text(String key) {
        return text(key, required(key, "text"));
    }

    /** The text of a key, never empty if given, or the fallback if it is not there. */
    public String text(String key, String fallback) {
        return has(key) ? text(key) : fallback;
    }

    /**
     * The version of what is described, under the required key {@code format}.
     *
     * @param readable those that this software reads
     */
    public String format(List<String> readable) {
        String lines =
                readable.stream().map(version -> "'format: " + version + "'").collect(Collectors.joining(" or "));
        String format = text("format", required("format", "the line " + lines));
        if (!readable.contains(format)) {
            String known = readable.size() == 1
                    ? "format " + readable.get(0) + " only"
                    : "formats " + String.join(" and ", readable);
            throw fault(
                    "format",
                    "unsupported_format",
                    named("format") + " is " + Excerpt.of(format) + "; this version reads " + known);
        }
        return format;
    }

    /** A required whole number of at least {@code min} and at most {@code max}. */
    public int wholeNumber(String key, int min, int max) {
        String expected = "a whole number from " + min + " to " + max;
        String text = text(key, required(key, expected));
        if (WHOLE.matcher(text).matches()) {
            long number = Long.parseLong(text);
            if (number >= min && number <= max) {
                return (int) number;
            }
        }
        throw wrong(key, text, expected);
    }

    /** A whole number of at least {@code min} and at most {@code max}, or the fallback if it is not there. */
    public int wholeNumber(String key, int min, int max, int fallback) {
        return has(key) ? wholeNumber(key, min, max) : fallback;
    }

    /** A whole number of at least {@code min} and at most {@code max}, if it is there. */
    public OptionalInt optionalWholeNumber(String key, int min, int max) {
        return has(key) ? OptionalInt.of(wholeNumber(key, min, max)) : OptionalInt.empty();
    }

    /** A required number of at least {@code min} and at most {@code max}. */
    public double number(String key, double min, double max) {
        String expected = "a number from " + min + " to " + max;
        String text = text(key, required(key, expected));
        if (NUMBER.matcher(text).matches()) {
            double number = Double.parseDouble(text);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw wrong(key, text, expected);
    }

    /** A number of at least {@code min} and at most {@code max}, or the fallback if it is not there. */
    public double number(String key, double min, double max, double fallback) {
        return has(key) ? number(key, min, max) : fallback;
    }

    /** {@code true} or {@code false} and no other spelling, or the fallback if it is not there. */
    public boolean flag(String key, boolean fallback) {
        if (!has(key)) {
            return fallback;
        }
        String text = text(key);
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(key, text, "true or false");
        };
    }

    /** One of the allowed words; in messages they stand in the map's order. */
    public <E extends Enum<E>> E choice(String key, Map<String, E> allowed) {
        String expected = "one of " + String.join(", ", allowed.keySet());
        String text = text(key, required(key, expected));
        @Nullable E chosen = allowed.get(text);
        if (chosen == null) {
            throw wrong(key, text, expected);
        }
        return chosen;
    }

    /** One of the allowed words, or the fallback if the key is not there. */
    public <E extends Enum<E>> E choice(String key, Map<String, E> allowed, E fallback) {
        return has(key) ? choice(key, allowed) : fallback;
    }

    /** A list of texts, which may be empty; no list is an empty one. */
    public List<String> texts(String key) {
        if (!has(key)) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (YamlNode item : sequence(key).items()) {
            if (!(item instanceof YamlScalar scalar)) {
                throw item.fault("wrong_type", named(key) + " holds " + item.what() + "; expected a list of texts");
            }
            texts.add(scalar.text());
        }
        return List.copyOf(texts);
    }

    /** A required mapping. */
    public YamlMapping mapping(String key) {
        YamlNode node = required(key, "a mapping");
        if (node instanceof YamlMapping value) {
            return value;
        }
        throw mistyped(key, node, "a mapping");
    }

    /** A mapping, if it is there. */
    public Optional<YamlMapping> optionalMapping(String key) {
        return has(key) ? Optional.of(mapping(key)) : Optional.empty();
    }

    /** A required list. */
    public YamlSequence sequence(String key) {
        YamlNode node = required(key, "a list");
        if (node instanceof YamlSequence value) {
            return value;
        }
        throw mistyped(key, node, "a list");
    }

    /** A list, if it is there. */
    public Optional<YamlSequence> optionalSequence(String key) {
        return has(key) ? Optional.of(sequence(key)) : Optional.empty();
    }

    /** Whatever stands under the key, if it is there. */
    public Optional<YamlNode> optional(String key) {
        return has(key) ? Optional.ofNullable(mapping.entries().get(key)) : Optional.empty();
    }

    /**
     * Ends the reading.
     *
     * @throws InputException if the mapping has a key that was never asked for; the message lists those that were
     */
    public void finish() {
        for (String key : mapping.entries().keySet()) {
            if (!known.contains(key)) {
                throw at(key).fault(
                                "unknown_key",
                                (subject.isEmpty() ? "" : subject + " has the ")
                                        + "unknown key "
                                        + Excerpt.of(key)
                                        + "; known are "
                                        + String.join(", ", known)
                                        + Nearest.hint(key, known));
            }
        }
    }

    /** A fault at the line of a key, or of the mapping where the key is not there: {@code "dataset.yaml line 12: <sentence>"}. */
    public InputException fault(String key, String code, String sentence) {
        return at(key).fault(code, sentence);
    }

    private YamlNode required(String key, String expected) {
        known.add(key);
        @Nullable YamlNode node = mapping.entries().get(key);
        if (node == null) {
            Set<String> others = new TreeSet<>(mapping.entries().keySet());
            others.removeAll(known);
            throw mapping.fault(
                    "missing_key",
                    named(key) + " is missing; expected " + expected
                            + Nearest.to(key, others)
                                    .map(near ->
                                            "; is " + Excerpt.of(near) + " in line " + mapping.line(near) + " meant?")
                                    .orElse(""));
        }
        return node;
    }

    private String text(String key, YamlNode node) {
        if (!(node instanceof YamlScalar scalar)) {
            throw mistyped(key, node, "text");
        }
        if (scalar.text().isEmpty()) {
            throw at(key).fault("wrong_value", named(key) + " is empty; leave it out or give it a value");
        }
        return scalar.text();
    }

    private InputException wrong(String key, String text, String expected) {
        String has = subject.isEmpty() ? "'" + key + "' is " : subject + " has " + key + " ";
        return at(key).fault("wrong_value", has + Excerpt.of(text) + "; expected " + expected);
    }

    private InputException mistyped(String key, YamlNode node, String expected) {
        return at(key).fault("wrong_type", named(key) + " is " + node.what() + "; expected " + expected);
    }

    private String named(String key) {
        return subject.isEmpty() ? "'" + key + "'" : "'" + key + "' of " + subject;
    }

    private YamlScalar at(String key) {
        int line = mapping.entries().containsKey(key) ? mapping.line(key) : mapping.line();
        return new YamlScalar(mapping.source(), line, key);
    }
}
