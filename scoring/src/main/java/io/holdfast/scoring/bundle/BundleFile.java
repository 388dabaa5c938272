package io.holdfast.scoring.bundle;

import java.util.List;
import java.util.regex.Pattern;

/** Names of the files in a bundle. */
final class BundleFile {
    static final String MODEL = "model.tribuo";
    static final String DATASET = "dataset.yaml";
    static final String REFERENCE = "reference.json";
    static final String SELF_TEST = "self-test.csv";

    /** Files without which no bundle loads. */
    static final List<String> REQUIRED = List.of(MODEL, DATASET, REFERENCE, SELF_TEST);

    /** All names are flat and plain, so that none can lead out of the bundle. */
    static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private BundleFile() {}
}
