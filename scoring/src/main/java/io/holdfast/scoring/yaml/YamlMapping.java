package io.holdfast.scoring.yaml;

import io.holdfast.scoring.fault.Excerpt;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Keys with their values, in the order of the file; no key stands twice. */
public final class YamlMapping implements YamlNode {
    private final String source;
    private final int line;
    private final Map<String, YamlNode> entries = new LinkedHashMap<>();
    private final Map<String, Integer> keyLines = new LinkedHashMap<>();

    YamlMapping(String source, int line) {
        this.source = source;
        this.line = line;
    }

    void put(String key, int keyLine, YamlNode value) {
        if (keyLines.containsKey(key)) {
            throw new YamlScalar(source, keyLine, key)
                    .fault("duplicate_key", Excerpt.of(key) + " stands here again; it was given in line " + line(key));
        }
        keyLines.put(key, keyLine);
        entries.put(key, value);
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public int line() {
        return line;
    }

    /** The line a key stands in, from 1; its value may begin further down. */
    public int line(String key) {
        return Objects.requireNonNull(keyLines.get(key), key);
    }

    @Override
    public String what() {
        return "a mapping";
    }

    /** In the order of the file; unmodifiable. */
    public Map<String, YamlNode> entries() {
        return Collections.unmodifiableMap(entries);
    }

    /** Reads the mapping field by field. */
    public YamlFields fields() {
        return new YamlFields(this, "");
    }

    /**
     * Reads the mapping field by field.
     *
     * @param subject whose fields they are, as messages say it: {@code "column 'tenure'"}
     */
    public YamlFields fields(String subject) {
        return new YamlFields(this, subject);
    }
}
