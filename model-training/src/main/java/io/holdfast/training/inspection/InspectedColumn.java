package io.holdfast.training.inspection;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.FlagTokens;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A column of a table in memory, with its kind. */
final class InspectedColumn {
    /** Ids of this share of all rows are ids, even if some repeat. */
    private static final double NEARLY_ALL = .95;

    /** So many different whole numbers in so narrow a range are no quantity. */
    private static final int ID_RANGE = 20;

    private static final double WHOLE_FROM = 1000;
    private static final int SIGNIFICANT_DIGITS = 4;
    private static final int LONGEST_PLAIN = 16;

    /** Fewer different values are kinds of something, whatever the name. */
    private static final int FEWEST_GROUPS = 20;

    private final ColumnTally tally;
    private final ColumnKind kind;
    private final CheckedColumn cells;
    private final CodedColumn coded;
    private final List<ColumnProfile.Level> levels;

    private InspectedColumn(ColumnTally tally, ColumnKind kind, CheckedColumn cells, List<ColumnProfile.Level> levels) {
        this.tally = tally;
        this.kind = kind;
        this.cells = cells;
        this.levels = levels;
        coded = CodedColumn.of(cells);
    }

    /** Guesses the kind. */
    static InspectedColumn guessed(ColumnTally tally) {
        List<ColumnProfile.Level> levels = levels(tally.store());
        ColumnKind kind = kind(tally, levels);
        return new InspectedColumn(tally, kind, cells(tally, kind), levels);
    }

    /** Takes the kind from the description. */
    static InspectedColumn described(ColumnTally tally, Column column) {
        List<ColumnProfile.Level> levels = levels(tally.store());
        return new InspectedColumn(tally, column.kind(), cells(tally, column.kind()), levels);
    }

    private static CheckedColumn cells(ColumnTally tally, ColumnKind kind) {
        boolean quantities = tally.store().words().isEmpty() && tally.store().numeric();
        return kind == ColumnKind.NUMBER || quantities
                ? tally.store().numbers(tally.name())
                : tally.store().levels(tally.name());
    }

    private static List<ColumnProfile.Level> levels(CellStore store) {
        long[] counts = store.wordCounts();
        return IntStream.range(0, store.words().size())
                .mapToObj(code -> new ColumnProfile.Level(store.words().get(code), counts[code]))
                .sorted(Comparator.comparingLong((ColumnProfile.Level level) -> -level.rows())
                        .thenComparing(ColumnProfile.Level::text))
                .toList();
    }

    private static ColumnKind kind(ColumnTally tally, List<ColumnProfile.Level> levels) {
        if (tally.present() == 0) {
            return ColumnKind.CATEGORY;
        }
        if (levels.size() == 2 && tokens(levels).isPresent()) {
            return ColumnKind.FLAG;
        }
        if (tally.dates()) {
            return ColumnKind.DATE;
        }
        return tally.store().numeric() && !tally.padded() ? ColumnKind.NUMBER : ColumnKind.CATEGORY;
    }

    /** The words for yes and no if these two values are such. */
    static Optional<FlagTokens> tokens(List<ColumnProfile.Level> levels) {
        return Stream.concat(Stream.of(FlagTokens.standard()), NameHints.OTHER_FLAGS.stream())
                .filter(tokens -> levels.stream().anyMatch(level -> tokens.isYes(level.text()))
                        && levels.stream().anyMatch(level -> tokens.isNo(level.text())))
                .findFirst();
    }

    String name() {
        return tally.name();
    }

    ColumnTally tally() {
        return tally;
    }

    ColumnKind kind() {
        return kind;
    }

    CheckedColumn cells() {
        return cells;
    }

    CodedColumn coded() {
        return coded;
    }

    /** Its words, the commonest first; none if there are very many. */
    List<ColumnProfile.Level> levels() {
        return levels;
    }

    boolean constant() {
        return coded.constant();
    }

    /** Whether it tells customers apart, as a name or number of theirs does. */
    boolean identifies() {
        if (tally.missing() > 0 || coded.distinct() < NEARLY_ALL * tally.present() || constant()) {
            return false;
        }
        if (kind == ColumnKind.CATEGORY || (NameHints.id(name()) && !hasFractions())) {
            return true;
        }
        return kind == ColumnKind.NUMBER
                && coded.distinct() == tally.present()
                && !hasFractions()
                && range() < (double) ID_RANGE * tally.present();
    }

    /** Whether it is named like an id and yet repeats, as the customer does in a table of several rows a customer. */
    boolean repeatsLikeGroup() {
        return NameHints.id(name())
                && !identifies()
                && coded.distinct() > FEWEST_GROUPS
                && (kind == ColumnKind.CATEGORY || (kind == ColumnKind.NUMBER && !hasFractions()));
    }

    boolean hasFractions() {
        return cells instanceof CheckedColumn.Numbers numbers
                && Arrays.stream(numbers.values()).anyMatch(value -> !Double.isNaN(value) && value != Math.rint(value));
    }

    private double range() {
        if (!(cells instanceof CheckedColumn.Numbers numbers)) {
            return Double.POSITIVE_INFINITY;
        }
        DoubleSummaryStatistics statistics = Arrays.stream(numbers.values())
                .filter(value -> !Double.isNaN(value))
                .summaryStatistics();
        return statistics.getMax() - statistics.getMin();
    }

    /** A number as people write it in a summary. */
    static String shortNumber(double value) {
        boolean whole = Math.abs(value) >= WHOLE_FROM;
        BigDecimal rounded = new BigDecimal(whole ? Math.rint(value) : value)
                .round(new MathContext(whole ? LONGEST_PLAIN - 1 : SIGNIFICANT_DIGITS));
        BigDecimal bare = rounded.stripTrailingZeros();
        boolean plain = bare.precision() - bare.scale() < LONGEST_PLAIN && bare.scale() < LONGEST_PLAIN;
        return plain ? bare.toPlainString() : bare.toString();
    }
}
