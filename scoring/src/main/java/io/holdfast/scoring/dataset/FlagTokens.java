package io.holdfast.scoring.dataset;

import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlMapping;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The cells that mean yes and no in a column of flags; compared exactly.
 *
 * @param yes at least one
 * @param no at least one, none of them also a yes
 */
public record FlagTokens(Set<String> yes, Set<String> no) {
    private static final FlagTokens STANDARD =
            new FlagTokens(spellings(List.of("1", "true", "yes", "y")), spellings(List.of("0", "false", "no", "n")));

    /** Keeps copies in the order given. */
    public FlagTokens {
        if (yes.isEmpty() || no.isEmpty()) {
            throw new IllegalArgumentException("a flag needs at least one word for yes and one for no");
        }
        if (!Collections.disjoint(yes, no)) {
            throw new IllegalArgumentException("a word of a flag cannot mean both yes and no");
        }
        yes = Collections.unmodifiableSet(new LinkedHashSet<>(yes));
        no = Collections.unmodifiableSet(new LinkedHashSet<>(no));
    }

    /** 1, true, yes, y and 0, false, no, n; in lower case, in capitals, or beginning with a capital. */
    public static FlagTokens standard() {
        return STANDARD;
    }

    /** The standard words where the word is one of theirs for yes; else it alone, and for no the standard ones, or those for yes where it is a standard no. */
    public static FlagTokens ofYes(String word) {
        if (STANDARD.isYes(word)) {
            return STANDARD;
        }
        return new FlagTokens(Set.of(word), STANDARD.isNo(word) ? STANDARD.yes() : STANDARD.no());
    }

    /**
     * Reads {@code tokens: {yes: [...], no: [...]}}; empty where they are not given.
     *
     * @param owner whose they are, for sentences
     */
    public static Optional<FlagTokens> read(YamlFields fields, String owner) {
        Optional<YamlMapping> mapping = fields.optionalMapping("tokens");
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        YamlFields given = mapping.get().fields("'tokens' of " + owner);
        try {
            FlagTokens tokens =
                    new FlagTokens(new LinkedHashSet<>(given.texts("yes")), new LinkedHashSet<>(given.texts("no")));
            given.finish();
            return Optional.of(tokens);
        } catch (IllegalArgumentException e) {
            throw fields.fault("tokens", "wrong_value", "'tokens' of " + owner + ": " + e.getMessage());
        }
    }

    private static Set<String> spellings(List<String> words) {
        Set<String> spellings = new LinkedHashSet<>(words);
        for (String word : words) {
            spellings.add(word.toUpperCase(Locale.ROOT));
            spellings.add(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return spellings;
    }

    /** The words as a message lists them after "expected": {@code "one of 1, true, yes, y for yes or 0, false, no, n for no"}. */
    public String expectation() {
        return "one of " + listed(yes) + " for yes or " + listed(no) + " for no";
    }

    /** Each word once, whatever its letters' case. */
    private static String listed(Set<String> words) {
        Map<String, String> first = new LinkedHashMap<>();
        words.forEach(word -> first.putIfAbsent(word.toLowerCase(Locale.ROOT), word));
        return String.join(", ", first.values());
    }

    /** Whether a cell means yes. */
    public boolean isYes(String cell) {
        return yes.contains(cell);
    }

    /** Whether a cell means no. */
    public boolean isNo(String cell) {
        return no.contains(cell);
    }
}
