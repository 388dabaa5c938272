package io.holdfast.scoring.table;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * A table of awkward text: quotes, delimiters, every kind of line break, Chinese, characters beyond the basic plane, blanks, nothing at all.
 *
 * @param header the names of the columns, all different
 * @param rows as many cells each as the header has names
 */
public record RandomTable(List<String> header, List<List<String>> rows) {
    private static final String[] PIECES = {
        "a",
        "Z",
        "0",
        "17",
        " ",
        "  ",
        "\"",
        "\"\"",
        ",",
        ";",
        "\t",
        "\n",
        "\r",
        "\r\n",
        "'",
        "=",
        "-",
        "@",
        ".",
        "é",
        "客户",
        "\uD83D\uDE00",
        "ß",
        "\u00A0",
        "\u2028"
    };

    /** A table that depends on the seed alone. */
    public static RandomTable of(long seed, int mostColumns, int mostRows) {
        SplittableRandom random = new SplittableRandom(seed);
        int columns = random.nextInt(1, mostColumns + 1);
        List<String> header = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            header.add("c" + column + cell(random));
        }
        List<List<String>> rows = new ArrayList<>();
        int count = random.nextInt(mostRows + 1);
        for (int row = 0; row < count; row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                cells.add(cell(random));
            }
            rows.add(cells);
        }
        return new RandomTable(header, rows);
    }

    private static String cell(SplittableRandom random) {
        StringBuilder cell = new StringBuilder();
        int pieces = random.nextInt(4) * random.nextInt(3);
        for (int i = 0; i < pieces; i++) {
            cell.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return cell.toString();
    }

    /** The table as CSV with every cell in quotes. */
    public String quoted(String delimiter, String lineBreak) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(header);
        lines.addAll(rows);
        return lines.stream()
                .map(line -> line.stream()
                                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                .collect(Collectors.joining(delimiter))
                        + lineBreak)
                .collect(Collectors.joining());
    }
}
