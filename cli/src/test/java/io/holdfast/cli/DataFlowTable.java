package io.holdfast.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table in the README that says where the data flows: per row the packages its third cell names
 * ({@code module: `package`, `package`; module: `package`}) and the types its fourth cell names in backticks.
 */
record DataFlowTable(List<Row> rows) {
    private static final Pattern PLACE = Pattern.compile("([a-z-]+):((?:[\\s,]*`[a-z.]+`)+)");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Map<String, String> ROOTS = Map.of("model-training", "training");
    private static final int CELLS = 4;

    record Row(String step, List<String> packages, List<String> types) {}

    static DataFlowTable parse(String markdown) {
        List<Row> rows = new ArrayList<>();
        for (String line : markdown.split("\\R", -1)) {
            List<String> cells = cells(line);
            if (cells.size() == CELLS) {
                List<String> packages = packages(cells.get(2));
                if (!packages.isEmpty()) {
                    rows.add(new Row(cells.get(0), packages, quoted(cells.get(3))));
                }
            }
        }
        return new DataFlowTable(rows);
    }

    private static List<String> cells(String line) {
        String trimmed = line.trim();
        if (trimmed.length() < 2 || !trimmed.startsWith("|") || !trimmed.endsWith("|")) {
            return List.of();
        }
        List<String> cells = new ArrayList<>();
        for (String cell : trimmed.substring(1, trimmed.length() - 1).split("(?<!\\\\)\\|", -1)) {
            cells.add(cell.trim());
        }
        return cells;
    }

    private static List<String> packages(String cell) {
        List<String> packages = new ArrayList<>();
        Matcher place = PLACE.matcher(cell);
        while (place.find()) {
            String module = place.group(1);
            String root = "io.holdfast." + ROOTS.getOrDefault(module, module);
            for (String name : quoted(place.group(2))) {
                packages.add(root + "." + name);
            }
        }
        return packages;
    }

    private static List<String> quoted(String cell) {
        List<String> names = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(cell);
        while (quoted.find()) {
            names.add(quoted.group(1));
        }
        return names;
    }
}
