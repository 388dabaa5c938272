package io.holdfast.scoring.yaml;

import java.util.List;

/**
 * A list.
 *
 * @param source the file, as messages name it
 * @param line the line it begins in, from 1
 * @param items in the order of the file
 */
public record YamlSequence(String source, int line, List<YamlNode> items) implements YamlNode {
    /** Keeps an unmodifiable copy of the items. */
    public YamlSequence {
        items = List.copyOf(items);
    }

    @Override
    public String what() {
        return "a list";
    }
}
