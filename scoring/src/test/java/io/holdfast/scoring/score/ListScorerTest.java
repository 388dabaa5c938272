package io.holdfast.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.fixture.RandomModels;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.table.TableReader;
import io.holdfast.scoring.table.TableRow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The reference is the path by record: {@link TableRecords#read} and {@link Scorer#score}. */
class ListScorerTest {
    private static final int MODELS = 60;
    private static final int ROWS = 400;
    private static final List<String> WORDS = List.of(
            "a", "b", "Yes", "No", "x@y", "50 %", "\"ein, zwei\"", "\"say \"\"hi\"\"\"", "按月", " ", "never seen");
    private static final List<String> NUMBERS = List.of("0", "-0", "7", "+7.50", "-2.25", "1e2", "12.5", "99999");
    private static final List<String> FAULTS = List.of("abc", "1,5", "1e999", "maybe");

    @Test
    void saysOfEveryRowOfEveryModelWhatTheRecordSays() throws RefusedException {
        int scored = 0;
        int warned = 0;
        int refused = 0;
        for (long seed = 1; seed <= MODELS; seed++) {
            ModelBundle bundle = RandomModels.bundle(seed);
            try (TableReader reader = open(bundle, table(bundle, new SplittableRandom(seed), 0))) {
                TableRecords records =
                        new TableRecords("t.csv", reader.header(), bundle.description(), TinyBundles.AS_OF);
                TableRecords others =
                        new TableRecords("t.csv", reader.header(), bundle.description(), TinyBundles.AS_OF);
                Scorer scorer = new Scorer(bundle);
                ListScorer list = new ListScorer(bundle, others);
                while (reader.advance()) {
                    List<Object> expected = facts(() -> scorer.score(records.read(reader.row())), bundle);
                    List<Object> found = facts(() -> list.score(reader.row()), bundle);
                    assertThat(found).isEqualTo(expected);
                    scored += expected.size() > 1 ? 1 : 0;
                    warned += expected.size() > 1 && !expected.get(1).equals(List.of()) ? 1 : 0;
                    refused += expected.size() == 1 ? 1 : 0;
                }
                assertThat(reader.rows()).isEqualTo(ROWS);
            }
        }
        assertThat(scored).isGreaterThan(MODELS * ROWS / 2);
        assertThat(warned).isBetween(1000, scored - 1000);
        assertThat(refused).isGreaterThan(1000);
    }

    /** Behind so many columns few texts of each are numbered: of some columns the first ones, of others none that comes later. */
    @Test
    void saysTheSameWhereSomeCellsOfARowHaveANumberAndOthersNone() throws RefusedException {
        int mixed = 0;
        int several = 0;
        for (long seed = 1; seed <= MODELS; seed++) {
            ModelBundle bundle = RandomModels.bundle(seed);
            int features = bundle.description().features().size();
            try (TableReader reader = open(bundle, table(bundle, new SplittableRandom(seed), 600))) {
                TableRecords records =
                        new TableRecords("t.csv", reader.header(), bundle.description(), TinyBundles.AS_OF);
                TableRecords others =
                        new TableRecords("t.csv", reader.header(), bundle.description(), TinyBundles.AS_OF);
                Scorer scorer = new Scorer(bundle);
                ListScorer list = new ListScorer(bundle, others);
                while (reader.advance()) {
                    TableRow row = reader.row();
                    List<Object> expected = facts(() -> scorer.score(records.read(row)), bundle);
                    assertThat(facts(() -> list.score(row), bundle)).isEqualTo(expected);
                    long alone = IntStream.rangeClosed(1, features)
                            .filter(column -> row.text(column) < 0)
                            .count();
                    mixed += expected.size() > 1 && alone > 0 && alone < features ? 1 : 0;
                    several += expected.size() > 1 && alone > 1 && alone < features ? 1 : 0;
                }
            }
        }
        assertThat(mixed).isGreaterThan(5000);
        assertThat(several).isGreaterThan(1000);
    }

    private static TableReader open(ModelBundle bundle, String table) {
        return TableReader.open(
                "t.csv",
                new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)),
                bundle.description().format());
    }

    private interface Scored {
        ChurnScore get() throws RefusedException;
    }

    /** Everything that can be asked of a score, in its bits; of a refused row, only why. */
    private static List<Object> facts(Scored scored, ModelBundle bundle) {
        ChurnScore score;
        try {
            score = scored.get();
        } catch (RefusedException e) {
            return List.of(e.refusal());
        }
        List<Object> facts = new ArrayList<>(List.of(
                score.predictionId(),
                score.warnings(),
                score.customer().id(),
                score.customer().asOf(),
                score.customer().value(),
                Double.doubleToRawLongBits(score.logOdds()),
                Double.doubleToRawLongBits(score.probability()),
                score.percentile(),
                score.band()));
        for (int input = 0; input < bundle.model().inputs().size(); input++) {
            facts.add(Double.doubleToRawLongBits(score.contribution(input)));
            facts.add(score.bin(input));
            facts.add(score.customer().has(input));
            facts.add(Double.doubleToRawLongBits(score.customer().number(input)));
            facts.add(score.customer().level(input));
            facts.add(score.customer().recurring(input) != 0);
        }
        return facts;
    }

    /**
     * Cells that recur and cells that do not, missing, unseen and faulty ones; behind the middle, a cell of two lines.
     *
     * @param further columns that the model does not know; with any, also cells too long for a number, and in every other column mostly cells of their own
     */
    private static String table(ModelBundle bundle, SplittableRandom random, int further) {
        List<Column> columns = bundle.description().features();
        StringBuilder table = new StringBuilder("id");
        columns.forEach(column -> table.append(",\"").append(column.name()).append('"'));
        for (int i = 0; i < further; i++) {
            table.append(",further ").append(i);
        }
        table.append('\n');
        for (int row = 0; row < ROWS; row++) {
            table.append(random.nextInt(60) == 0 ? "" : row == ROWS * 2 / 3 ? "\"two\nlines\"" : "C-" + row);
            for (int i = 0; i < columns.size(); i++) {
                boolean own = further > 0 && random.nextInt(10) < (i % 2 == 0 ? 7 : 2);
                table.append(',').append(own ? own(columns.get(i), random) : cell(columns.get(i), random));
            }
            table.append(",".repeat(further));
            table.append('\n');
        }
        return table.toString();
    }

    /** A text that hardly comes again, or is too long to be looked for. */
    private static String own(Column column, SplittableRandom random) {
        boolean isLong = random.nextInt(4) == 0;
        if (column.kind() == ColumnKind.CATEGORY) {
            return (isLong ? "w".repeat(70) : "w") + random.nextInt(10_000);
        }
        return column.kind() == ColumnKind.FLAG
                ? "no"
                : random.nextInt(-30, 30) + "." + random.nextInt(10_000) + (isLong ? "0".repeat(70) : "");
    }

    private static String cell(Column column, SplittableRandom random) {
        int kind = random.nextInt(100);
        if (kind < 8) {
            return "";
        }
        if (kind == 8) {
            return "\"" + FAULTS.get(random.nextInt(FAULTS.size())) + "\"";
        }
        if (column.kind() == ColumnKind.FLAG) {
            return List.of("yes", "no", "1", "0", "true").get(random.nextInt(5));
        }
        if (column.kind() == ColumnKind.CATEGORY) {
            return WORDS.get(random.nextInt(WORDS.size()));
        }
        return kind < 60 ? NUMBERS.get(random.nextInt(NUMBERS.size())) : Double.toString(random.nextDouble(-30, 30));
    }
}
