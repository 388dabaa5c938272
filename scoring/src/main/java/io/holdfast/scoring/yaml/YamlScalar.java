package io.holdfast.scoring.yaml;

/**
 * A single value. It is text whatever it looks like: {@code Yes}, {@code on}, {@code null}, {@code 01234} and {@code 1e3} stay those characters.
 *
 * @param source the file, as messages name it
 * @param line the line it begins in, from 1
 * @param text the characters, without quotes
 */
public record YamlScalar(String source, int line, String text) implements YamlNode {
    @Override
    public String what() {
        return "text";
    }
}
