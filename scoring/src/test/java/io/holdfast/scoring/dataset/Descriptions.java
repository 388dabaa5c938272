package io.holdfast.scoring.dataset;

import java.nio.charset.StandardCharsets;

/** Small descriptions for tests. */
public final class Descriptions {
    private static final String TABLE = "format: 1\nname: small\ntable: {path: small.csv}\n";
    private static final String LABEL = "  churn: {role: label, positive: \"Yes\"}\n";

    private Descriptions() {}

    /** Reads a description, in messages named {@code dataset.yaml}. */
    public static DatasetDescription read(String yaml) {
        return DatasetDescription.read("dataset.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    /** A description with an id, two features and a label, and more keys before those, from line 1 on. */
    public static DatasetDescription with(String keys) {
        return read(keys + TABLE + "columns:\n  id: {role: id}\n" + LABEL
                + "  tenure: {role: feature, kind: number}\n  plan: {role: feature, kind: category, reason: price}\n");
    }

    /** A description whose columns from line 5 on are these, the label included. */
    public static DatasetDescription columns(String columns) {
        return read(TABLE + "columns:\n" + columns);
    }

    /** The column {@code x} of this definition, beside a label and a feature. */
    public static Column column(String definition) {
        return columns("  x: " + definition + "\n" + LABEL + "  y: {role: feature, kind: number}\n")
                .column("x")
                .orElseThrow();
    }
}
