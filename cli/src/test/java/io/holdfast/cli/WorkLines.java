package io.holdfast.cli;

import io.holdfast.training.layout.DisplayWidth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the columns of a work list as people do: parted by what is blank on the screen from the header to the last line. */
final class WorkLines {
    private static final int GAP = 2;

    private WorkLines() {}

    /** The cells of each item by their header. */
    static List<Map<String, String>> of(CommandRun list) {
        List<String> lines = list.out().lines().toList();
        List<Map<String, String>> rows = new ArrayList<>();
        if (lines.isEmpty()) {
            return rows;
        }
        List<Integer> begins = begins(lines);
        for (String line : lines.subList(1, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < begins.size(); i++) {
                int end = i + 1 < begins.size() ? begins.get(i + 1) : Integer.MAX_VALUE;
                row.put(
                        cut(lines.get(0), begins.get(i), end).strip(),
                        cut(line, begins.get(i), end).strip());
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<Integer> begins(List<String> lines) {
        BitSet inked = new BitSet();
        for (String line : lines) {
            int at = 0;
            for (int point : line.codePoints().toArray()) {
                int width = DisplayWidth.of(Character.toString(point));
                if (point != ' ') {
                    inked.set(at, at + width);
                }
                at += width;
            }
        }
        List<Integer> begins = new ArrayList<>(List.of(0));
        for (int blank = inked.nextClearBit(0); blank < inked.length(); blank = inked.nextClearBit(blank)) {
            int next = inked.nextSetBit(blank);
            if (next - blank >= GAP) {
                begins.add(next);
            }
            blank = next;
        }
        return begins;
    }

    /** The part of a line between two columns of the screen. */
    private static String cut(String line, int from, int to) {
        StringBuilder part = new StringBuilder();
        int at = 0;
        for (int point : line.codePoints().toArray()) {
            String character = Character.toString(point);
            if (at >= from && at < to) {
                part.append(character);
            }
            at += DisplayWidth.of(character);
        }
        return part.toString();
    }

    /** One column. */
    static List<String> column(CommandRun list, String name) {
        return of(list).stream().map(row -> row.getOrDefault(name, "")).toList();
    }
}
