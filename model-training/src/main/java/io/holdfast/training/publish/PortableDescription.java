package io.holdfast.training.publish;

import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.yaml.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The description as it travels in a bundle: of the table's path the file's name only, since a bundle tells nobody's folders. */
final class PortableDescription {
    private static final String KEY = "(?<key>\\bpath[\"']?[ \\t]*:[ \\t]+)";
    private static final List<Pattern> PATHS = List.of(
            Pattern.compile(KEY + "(?:\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*')"),
            Pattern.compile(KEY + "[^\"'\\s][^,}#\\r\\n]*?(?=[ \\t]*(?:[,}\\r\\n]| #|$))"),
            Pattern.compile(KEY + "[^\"'\\s][^\\r\\n]*"));

    private PortableDescription() {}

    /**
     * The text of a description with the path shortened; unchanged where it is a file's name.
     *
     * @param source how messages name it
     * @throws InputException if the path is written so that it cannot be told from the rest
     */
    static String of(String source, String yaml, DatasetDescription read) {
        String path = read.tablePath();
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        if (name.equals(path)) {
            return yaml;
        }
        for (Pattern pattern : PATHS) {
            Matcher found = pattern.matcher(yaml);
            while (found.find()) {
                String shortened = yaml.substring(0, found.start())
                        + found.group("key")
                        + YamlText.of(name)
                        + yaml.substring(found.end());
                if (isWithPath(shortened, name, read)) {
                    return shortened;
                }
            }
        }
        throw new InputException(
                "bad_path",
                source + ": the path " + Excerpt.of(path)
                        + " of the table cannot be left out of the bundle (expected: 'path: ' and the path in one line)");
    }

    private static boolean isWithPath(String yaml, String name, DatasetDescription read) {
        try {
            DatasetDescription other = DatasetDescription.read("dataset.yaml", yaml.getBytes(StandardCharsets.UTF_8));
            return other.tablePath().equals(name) && other.columns().equals(read.columns());
        } catch (InputException e) {
            return false;
        }
    }
}
