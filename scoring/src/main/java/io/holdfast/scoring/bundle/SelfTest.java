package io.holdfast.scoring.bundle;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.scoring.table.CsvStyle;
import io.holdfast.scoring.table.CsvWriter;
import io.holdfast.scoring.table.NumberText;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import io.holdfast.scoring.table.TableRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Synthetic customers with their exact log-odds, so that a bundle proves on loading that this machine computes what the
 * training machine computed. Every column is drawn independently: levels by their training frequencies, numbers evenly
 * over the training range and a little past it, every third one exactly on a cut. Missing and unseen values occur; no row
 * is a real customer's.
 */
final class SelfTest {
    private static final int ROWS = 64;
    private static final double TOLERANCE = 1e-9;
    private static final double CUT_SHARE = 0.35;
    private static final String LOG_ODDS = "log_odds";
    private static final double MISSING_SHARE = 0.05;
    private static final double UNSEEN_SHARE = 0.05;

    private SelfTest() {}

    static byte[] write(AdditiveModel model, ReferencePopulation reference, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvWriter csv = CsvWriter.to(bytes, new CsvStyle(false, false))) {
            header(model).forEach(csv::cell);
            csv.endRow();
            CodedRow row = model.newRow();
            double[] contributions = new double[model.inputs().size()];
            for (int r = 0; r < ROWS; r++) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < contributions.length; i++) {
                    cells.add(draw(model.inputs().get(i), reference.columns().get(i), random));
                }
                fill(row, model, cells);
                csv.number(model.logOdds(row, contributions));
                cells.forEach(csv::cell);
                csv.endRow();
            }
        }
        return bytes.toByteArray();
    }

    private static String draw(ModelInput input, ColumnSummary summary, SplittableRandom random) {
        double kind = random.nextDouble();
        if (input.coding() instanceof NumberCoding number) {
            return kind < MISSING_SHARE ? "" : drawNumber(number, kind < CUT_SHARE, random.nextDouble());
        }
        CategoryCoding category = (CategoryCoding) input.coding();
        if (kind < MISSING_SHARE || category.levels().isEmpty()) {
            return "";
        }
        if (kind < MISSING_SHARE + UNSEEN_SHARE) {
            return unseen(category);
        }
        long total = 0;
        for (int bin = Coding.FIRST; bin < category.bins(); bin++) {
            total += summary.binCounts().get(bin);
        }
        long at = (long) (total * random.nextDouble());
        for (int bin = Coding.FIRST; bin < category.bins(); bin++) {
            at -= summary.binCounts().get(bin);
            if (at < 0) {
                return category.levels().get(bin - Coding.FIRST);
            }
        }
        return category.levels().get(0);
    }

    private static String drawNumber(NumberCoding coding, boolean onCut, double at) {
        List<Double> cuts = coding.cuts();
        if (onCut && !cuts.isEmpty()) {
            return NumberText.write(cuts.get((int) (at * cuts.size())));
        }
        // A hundredth past either end, so that clamping is proved too.
        double span = coding.highest() - coding.lowest();
        double value = coding.lowest() + span * (at * 1.02 - 0.01);
        return Double.isFinite(value) ? NumberText.write(value) : "";
    }

    private static String unseen(CategoryCoding category) {
        StringBuilder level = new StringBuilder("unseen");
        while (category.levels().contains(level.toString())) {
            level.append('_');
        }
        return level.toString();
    }

    /** An empty cell is a missing value; a level that is empty text is not drawn, so nothing is ambiguous. */
    private static void fill(CodedRow row, AdditiveModel model, List<String> cells) {
        row.clear();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).isEmpty()) {
                continue;
            }
            if (model.inputs().get(i).coding() instanceof NumberCoding) {
                row.number(i, NumberText.parse(cells.get(i)));
            } else {
                row.level(i, cells.get(i));
            }
        }
    }

    static void verify(String source, AdditiveModel model, byte[] csv) {
        CodedRow row = model.newRow();
        double[] contributions = new double[model.inputs().size()];
        int rows = 0;
        try (TableReader reader = TableReader.open(source, new ByteArrayInputStream(csv), TableFormat.csv())) {
            requireHeader(source, model, reader.header());
            while (reader.advance()) {
                TableRow line = reader.row();
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < contributions.length; i++) {
                    cells.add(line.cell(i + 1));
                }
                fill(row, model, cells);
                double found = model.logOdds(row, contributions);
                double expected = NumberText.parse(line.cell(0));
                if (!(StrictMath.abs(found - expected) <= TOLERANCE)) {
                    throw new InputException(
                            "self_test_failed",
                            source + " line " + line.line() + ": this machine computes " + NumberText.write(found)
                                    + " where the bundle says " + line.cell(0) + " (allowed difference: 1e-9)");
                }
                rows++;
            }
        } catch (NumberFormatException e) {
            throw new InputException("self_test_failed", source + " holds a bad number: " + e.getMessage(), e);
        }
        if (rows == 0) {
            throw new InputException("self_test_failed", source + " has no rows");
        }
    }

    private static void requireHeader(String source, AdditiveModel model, List<String> header) {
        if (!header.equals(header(model))) {
            throw new InputException("self_test_failed", source + " does not have the model's columns");
        }
    }

    /** An input may be called like the column of log-odds, which then gives way. */
    private static List<String> header(AdditiveModel model) {
        StringBuilder first = new StringBuilder(LOG_ODDS);
        while (model.input(first.toString()).isPresent()) {
            first.append('_');
        }
        List<String> header = new ArrayList<>(List.of(first.toString()));
        model.inputs().forEach(input -> header.add(input.name()));
        return header;
    }
}
