package io.holdfast.scoring.reason;

/** Puts the pieces of a sentence together as text. */
final class SentenceBuilder implements SentenceSink {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void recurring(String words) {
        text.append(words);
    }

    @Override
    public void single(String words) {
        text.append(words);
    }

    /** What has come so far. */
    String text() {
        return text.toString();
    }
}
