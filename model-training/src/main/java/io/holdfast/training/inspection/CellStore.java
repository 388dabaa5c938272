package io.holdfast.training.inspection;

import io.holdfast.scoring.table.NumberText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cells of one column, kept as small as they allow: as numbers of words while there are few different ones, then as quantities if
 * nearly all were numbers, else as hashes.
 */
final class CellStore {
    /** Different words after which numbers are kept as quantities. */
    static final int MANY_WORDS = 4096;

    /** Different words that are kept as such. */
    static final int MOST_WORDS = 65_536;

    /** Above this share of numbers among the words, the others are odd ones out. */
    private static final double MOSTLY = .9;

    private static final int MISSING = -1;

    private final Map<String, Integer> known = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final TokenCounts odd = new TokenCounts();
    private int[] codes = new int[1024];
    private double[] values = new double[0];
    private long[] hashes = new long[0];
    private int size;
    private Mode mode = Mode.WORDS;

    private enum Mode {
        WORDS,
        QUANTITIES,
        HASHES
    }

    void addMissing() {
        grow();
        switch (mode) {
            case WORDS -> codes[size++] = MISSING;
            case QUANTITIES -> values[size++] = Double.NaN;
            case HASHES -> hashes[size++] = MISSING;
        }
    }

    void add(String cell) {
        grow();
        switch (mode) {
            case WORDS -> addWord(cell);
            case QUANTITIES -> values[size++] = quantity(cell);
            case HASHES -> hashes[size++] = hash(cell);
        }
    }

    private void addWord(String cell) {
        Integer code = known.get(cell);
        if (code != null) {
            codes[size++] = code;
            return;
        }
        if (words.size() == MOST_WORDS || (words.size() == MANY_WORDS && mostlyNumbers())) {
            changeMode();
            add(cell);
            return;
        }
        known.put(cell, words.size());
        codes[size++] = words.size();
        words.add(cell);
    }

    private boolean mostlyNumbers() {
        return words.stream().filter(NumberText::isNumber).count() >= MOSTLY * words.size();
    }

    private void changeMode() {
        if (mostlyNumbers()) {
            mode = Mode.QUANTITIES;
            values = quantities(codes.length);
        } else {
            mode = Mode.HASHES;
            hashes = new long[codes.length];
            for (int row = 0; row < size; row++) {
                hashes[row] = codes[row] == MISSING ? MISSING : hash(words.get(codes[row]));
            }
        }
        codes = new int[0];
        known.clear();
        words.clear();
    }

    private double[] quantities(int length) {
        double[] byCode = words.stream()
                .mapToDouble(word -> NumberText.isNumber(word) ? NumberText.parse(word) : Double.NaN)
                .toArray();
        double[] quantities = new double[length];
        for (int row = 0; row < size; row++) {
            quantities[row] = codes[row] == MISSING ? Double.NaN : byCode[codes[row]];
            if (codes[row] != MISSING && Double.isNaN(quantities[row])) {
                odd.add(words.get(codes[row]));
            }
        }
        return quantities;
    }

    private double quantity(String cell) {
        if (NumberText.isNumber(cell)) {
            return NumberText.parse(cell);
        }
        odd.add(cell);
        return Double.NaN;
    }

    /** 63 bits, so that it is never the missing one. */
    private static long hash(String cell) {
        long mixed = 0;
        for (int i = 0; i < cell.length(); i++) {
            mixed = (mixed ^ cell.charAt(i)) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> Integer.SIZE;
        }
        return mixed & Long.MAX_VALUE;
    }

    private void grow() {
        int capacity = Math.max(codes.length, Math.max(values.length, hashes.length));
        if (size == capacity) {
            int larger = capacity + (capacity >> 1);
            switch (mode) {
                case WORDS -> codes = Arrays.copyOf(codes, larger);
                case QUANTITIES -> values = Arrays.copyOf(values, larger);
                case HASHES -> hashes = Arrays.copyOf(hashes, larger);
            }
        }
    }

    int size() {
        return size;
    }

    /** The different cells in the order of their appearance, if they were few enough to be kept. */
    List<String> words() {
        return words;
    }

    /** How often each of the words occurs. */
    long[] wordCounts() {
        long[] counts = new long[words.size()];
        for (int row = 0; row < size && mode == Mode.WORDS; row++) {
            if (codes[row] != MISSING) {
                counts[codes[row]]++;
            }
        }
        return counts;
    }

    /** Whether nearly all cells are numbers. */
    boolean numeric() {
        if (mode != Mode.WORDS) {
            return mode == Mode.QUANTITIES;
        }
        long[] counts = wordCounts();
        long numbers = 0;
        for (int code = 0; code < counts.length; code++) {
            numbers += NumberText.isNumber(words.get(code)) ? counts[code] : 0;
        }
        return numbers > 0 && numbers >= MOSTLY * Arrays.stream(counts).sum();
    }

    /** The cells as quantities, those that are none as missing; ends the collecting. */
    CheckedColumn.Numbers numbers(String name) {
        if (mode == Mode.WORDS) {
            values = quantities(size);
            mode = Mode.QUANTITIES;
            codes = new int[0];
        }
        CheckedColumn.Numbers numbers = new CheckedColumn.Numbers(name, Arrays.copyOf(values, size));
        values = new double[0];
        return numbers;
    }

    /** The cells as words; ends the collecting. */
    CheckedColumn.Levels levels(String name) {
        if (mode == Mode.HASHES) {
            long[] distinct = Arrays.stream(hashes, 0, size).distinct().sorted().toArray();
            codes = new int[size];
            for (int row = 0; row < size; row++) {
                codes[row] = hashes[row] == MISSING ? MISSING : Arrays.binarySearch(distinct, hashes[row]);
            }
            hashes = new long[0];
        }
        boolean known = mode == Mode.WORDS;
        CheckedColumn.Levels levels =
                new CheckedColumn.Levels(name, Arrays.copyOf(codes, size), code -> known ? words.get(code) : "");
        codes = new int[0];
        return levels;
    }

    /** Cells that are no numbers among nearly all numbers. */
    TokenCounts odd() {
        return odd;
    }
}
