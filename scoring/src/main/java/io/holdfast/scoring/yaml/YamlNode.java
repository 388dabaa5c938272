package io.holdfast.scoring.yaml;

import io.holdfast.scoring.fault.InputException;

/** A part of a YAML file, with the place it stands in. */
public sealed interface YamlNode permits YamlMapping, YamlSequence, YamlScalar {
    /** The file, as messages name it. */
    String source();

    /** The line it begins in, from 1. */
    int line();

    /** What it is, as messages say it: text, a list or a mapping. */
    String what();

    /** A fault of this node: {@code "dataset.yaml line 12: <sentence>"}. */
    default InputException fault(String code, String sentence) {
        return new InputException(code, source() + " line " + line() + ": " + sentence);
    }
}
