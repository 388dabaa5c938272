package io.holdfast.scoring.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A language somebody asked for, by a BCP 47 range; an underscore stands for a hyphen, as locale names write it (zh_CN).
 *
 * @param primary the primary subtag in lower case, e.g. {@code zh}
 */
record LanguageRange(String primary) {
    private static final Pattern RANGE = Pattern.compile("([A-Za-z]{1,8})([-_][A-Za-z0-9*]{1,8})*");
    private static final Pattern WEIGHTED =
            Pattern.compile("\\s*([A-Za-z0-9*_-]{1,100})\\s*(?:;\\s*[qQ]=(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)\\s*)?");
    /** Far beyond any real tag; a pattern with an inner group would exhaust the stack on an endless one. */
    private static final int LONGEST = 100;

    /** Browsers send a handful; the rest of an endless header is not worth reading. */
    private static final int MOST = 50;

    static Optional<LanguageRange> parse(String range) {
        String wish = range.strip();
        Matcher matcher = RANGE.matcher(wish);
        return wish.length() <= LONGEST && matcher.matches()
                ? Optional.of(new LanguageRange(matcher.group(1).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** There is one language to each primary subtag, so shortening a range by its other subtags always ends at this one. */
    Optional<Language> language() {
        return switch (primary) {
            case "en" -> Optional.of(Language.ENGLISH);
            case "zh" -> Optional.of(Language.CHINESE);
            default -> Optional.empty();
        };
    }

    static List<String> byQuality(String header) {
        List<Weighted> wishes = new ArrayList<>();
        for (String part : header.split(",", MOST + 1)) {
            Matcher matcher = WEIGHTED.matcher(part);
            if (matcher.matches() && wishes.size() < MOST) {
                double quality = matcher.group(2) == null ? 1 : Double.parseDouble(matcher.group(2));
                wishes.add(new Weighted(matcher.group(1), quality));
            }
        }
        return wishes.stream()
                .filter(wish -> wish.quality > 0)
                .sorted(Comparator.comparingDouble(wish -> -wish.quality))
                .map(wish -> wish.range)
                .toList();
    }

    private record Weighted(String range, double quality) {}
}
