package io.holdfast.serving.keys;

/**
 * A key at the only moment when its text is known.
 *
 * @param key what was stored
 * @param text what the client must send; shown once and kept nowhere
 */
public record NewKey(ApiKey key, String text) {
    /** Without the text, so that it does not end in a log. */
    @Override
    public String toString() {
        return "NewKey[" + key.id() + "]";
    }
}
