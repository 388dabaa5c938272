package io.holdfast.scoring.model;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One customer in the form that terms read: a number and a bin per input. Reusable, not thread-safe. */
public final class CodedRow {
    private final Coding[] codings;
    private final @Nullable RecentLevels[] levels;
    private final double[] numbers;
    private final int[] bins;
    private long[] words = new long[0];

    CodedRow(List<ModelInput> inputs) {
        codings = inputs.stream().map(ModelInput::coding).toArray(Coding[]::new);
        levels = inputs.stream()
                .map(input -> input.coding() instanceof CategoryCoding coding ? new RecentLevels(coding) : null)
                .toArray(RecentLevels[]::new);
        numbers = new double[codings.length];
        bins = new int[codings.length];
        clear();
    }

    /** Makes every input missing. */
    public void clear() {
        Arrays.fill(numbers, Double.NaN);
        Arrays.fill(bins, Coding.MISSING);
    }

    /** Makes an input missing. */
    public void missing(int input) {
        numbers[input] = Double.NaN;
        bins[input] = Coding.MISSING;
    }

    /**
     * Sets an input to what its coding made of a value.
     *
     * @param number inside the training range; NaN when missing or not numeric
     */
    public void set(int input, double number, int bin) {
        numbers[input] = number;
        bins[input] = bin;
    }

    /**
     * Sets the bins of all inputs; their numbers stay what they are.
     *
     * @param ofInputs one for each input
     */
    public void bins(int[] ofInputs) {
        System.arraycopy(ofInputs, 0, bins, 0, bins.length);
    }

    /** Sets a numeric input; NaN means missing. */
    public void number(int input, double value) {
        NumberCoding coding = (NumberCoding) codings[input];
        numbers[input] = Double.isNaN(value) ? value : coding.clamp(value);
        bins[input] = coding.bin(value);
    }

    /** Sets a categorical input to a level, known or not. */
    public void level(int input, String level) {
        RecentLevels known = levels[input];
        if (known == null) {
            throw new IllegalArgumentException("input " + input + " is numeric (expected: a category or flag)");
        }
        bins[input] = known.bin(level);
    }

    /** The number of an input, inside the training range; NaN when missing or not numeric. */
    public double number(int input) {
        return numbers[input];
    }

    /** The bin of an input. */
    public int bin(int input) {
        return bins[input];
    }

    /** The bins of all inputs, as they are now. */
    public int[] bins() {
        return bins.clone();
    }

    /** Working memory of at least so many words, all zero; it is the same whenever it is asked for. */
    long[] words(int count) {
        if (words.length < count) {
            words = new long[count];
        } else {
            Arrays.fill(words, 0, count, 0);
        }
        return words;
    }
}
